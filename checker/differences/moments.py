"""Other times: days of two events, other stretches, what was said and what happened."""

from __future__ import annotations

from checker.claims.claim import TIMED, Claim
from checker.claims.happenings import of_parties
from checker.differences.two_things import drafted
from checker.model import Modality, Relation
from checker.propositions.things import words_of


def one_happening(a: Claim, b: Claim) -> bool:
    """Whether two claims give the day or the hour of what may be one event."""
    return bool(a.happening & b.happening)


def happening(a: Claim, b: Claim) -> str | None:
    """What sets the days of two events apart, of which the words alone show that they are of one kind."""
    if not one_happening(a, b):
        return "the days of two events" if a.happening and b.happening else None
    if (a.commitment.modality is Modality.FUTURE) != (b.commitment.modality is Modality.FUTURE):
        return "past and to come"
    if of_parties(a.happening & b.happening) and not (a.parties <= b.parties or b.parties <= a.parties):
        return "different parties"
    return None


def time(a: Claim, b: Claim) -> str | None:
    if a.value.kind in TIMED:
        if any(c.topic.predicate & words_of("reporting_concepts") for c in (a, b)):
            return "when it was said, not when it happened"
        if (a.topic.empty or b.topic.empty) and not one_happening(a, b):
            return "nothing says what is dated"
        years = any(c.value.grain in ("year", "decade") for c in (a, b))
        if years and not drafted(a, b):
            return "two years may be two events"
        return None
    if a.when and b.when and a.when.relation(b.when) is Relation.DISJOINT:
        return "different times"
    return None
