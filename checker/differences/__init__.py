"""What sets two claims apart: each function gives the reason in words, or None.

The order is from cheap and certain to dear and doubtful; the first reason ends the comparison.
"""

from __future__ import annotations

from collections.abc import Callable

from checker.claims.claim import Claim
from checker.differences.counts import age, count, plays, result, scored
from checker.differences.kinds import another_unit, basis, kind, reality
from checker.differences.limits import backing, one_backing
from checker.differences.moments import happening, one_happening, time
from checker.differences.parties import givers, parties
from checker.differences.ranks import ranks_apart
from checker.differences.things import (
    LEVELS,
    group,
    known_things,
    listed,
    smaller_part,
    state,
    thing,
    which_one,
)
from checker.differences.two_things import two_things
from checker.lexical import concepts, wordnet

__all__ = [
    "LEVELS",
    "another_unit",
    "difference",
    "difference_of_fact",
    "difference_told_alike",
    "listed",
    "one_backing",
    "one_happening",
    "otherwise_told",
]


def difference(a: Claim, b: Claim) -> str | None:
    """The first thing that shows two claims to be about different things."""
    return next((reason for test in _TESTS if (reason := test(a, b))), None)


def difference_of_fact(a: Claim, b: Claim) -> str | None:
    """What sets two claims apart although they give one figure: words that are no other way to tell of it."""
    return next((reason for test in _OF_FACT if (reason := test(a, b))), None)


def difference_told_alike(a: Claim, b: Claim) -> str | None:
    """What sets two claims apart though their sentences tell the same: all but other words for the thing."""
    return next((reason for test in _TOLD_ALIKE if (reason := test(a, b))), None)


def otherwise_told(a: Claim, b: Claim) -> int:
    """How many points the words for the thing counted or measured speak against its being one: 0 to 2."""
    if count(a, b):
        return 2
    if not thing(a, b):
        return 0
    x, y = a.topic, b.topic
    other = bool(x.noun and y.noun) and not wordnet.related(x.noun, y.noun)
    return 2 if other or concepts.same(x.core, y.core) else 1


_TESTS: tuple[Callable[[Claim, Claim], str | None], ...] = (
    kind,
    ranks_apart,
    happening,
    backing,
    reality,
    basis,
    state,
    thing,
    group,
    parties,
    givers,
    time,
    two_things,
    plays,
    count,
    age,
)
_OF_FACT = (kind, state, known_things, time)
_OF_WORDS = (thing, count)
_TOLD_ALIKE = (
    *(test for test in _TESTS if test not in _OF_WORDS),
    which_one,
    smaller_part,
    result,
    scored,
)
