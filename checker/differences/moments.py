"""Other times: days of two events, other stretches, what was said and what happened."""

from __future__ import annotations

from checker.claims.claim import TIMED, Claim
from checker.claims.happenings import of_parties
from checker.differences.two_things import drafted
from checker.model import Modality, Relation
from checker.topics import words_of

_MILLIONS = 7  # digits


def one_happening(a: Claim, b: Claim) -> bool:
    """Whether two claims give the day or the hour of what may be one event."""
    return bool(a.happening & b.happening)


def same_sum(a: Claim, b: Claim) -> bool:
    """Whether one sum of millions stands beside both: the one sale, in whatever year it was."""
    return any(figure.isdigit() and len(figure) >= _MILLIONS for figure in a.beside & b.beside)


def happens_once(a: Claim, b: Claim) -> bool:
    """Whether both tell when one thing came by what comes to a thing only once: "the bridge opened in"."""
    once = {f"v:{verb}" for verb in words_of("once")}
    things = [{c.article.words(span).lower() for span in c.topic.owners} for c in (a, b)]
    return bool(a.topic.core & b.topic.core & once) and bool(things[0] & things[1])


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
        if years and not drafted(a, b) and not same_sum(a, b) and not happens_once(a, b):
            return "two years may be two events"
        return None
    if a.when and b.when and a.when.relation(b.when) is Relation.DISJOINT:
        return "different times"
    return None
