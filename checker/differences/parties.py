"""Other parties and other places."""

from __future__ import annotations

from checker.claims.claim import Claim
from checker.differences.moments import one_happening
from checker.model import Kind
from checker.propositions.scores import is_score
from checker.propositions.things import words_of

_OWNED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_OF_EVENTS = frozenset({"magnitude"})


def parties(a: Claim, b: Claim) -> str | None:
    if is_score(a.value):
        return None  # one account names the winner, the other the loser
    if a.places and b.places and not a.places & b.places:
        return "different places"
    if one_happening(a, b):
        if a.participants and b.participants and not a.participants & b.participants:
            return "different places or parties"
        return None  # whoever stands in the sentence, it is the event that has a day
    if a.value.unit in _OF_EVENTS and a.topic.core & b.topic.core:
        return None  # who else stands in the sentence feels a quake, or measures it
    if a.owners and b.owners and not a.owners & b.owners:
        return "of different parties"
    if a.parties and b.parties and not a.participants & b.participants:
        return "different parties"
    if a.value.kind in _OWNED and a.owners and b.owners and (a.owners < b.owners or b.owners < a.owners):
        return "of one party and of several together"
    if a.agents and b.agents and not a.agents & b.agents and a.topic.predicate & b.topic.predicate:
        return "done by different parties"
    return None


def givers(a: Claim, b: Claim) -> str | None:
    """What one who is named gives is not what has been given in all: "more than 800 million was pledged"."""
    if a.value.kind is not Kind.MONEY:
        return None
    given = words_of("given_concepts")
    gifts = all((c.topic.core | c.topic.predicate) & given for c in (a, b))
    one = [bool(c.agents) or len(c.parties) == 1 for c in (a, b)]
    return "of one giver and of all" if gifts and one[0] != one[1] else None
