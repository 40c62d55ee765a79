"""Signs that two figures of one kind are of two things: two quakes of a series, a strike on its fourth day
and on its sixth.

A draft is held to its sources as it is: for it these are no excuses.
"""

from __future__ import annotations

import re
from datetime import timedelta
from fractions import Fraction
from functools import lru_cache

from checker.claims.claim import Claim
from checker.claims.updates import published
from checker.lexical import concepts
from checker.model import Interval, Kind, Role
from checker.propositions.things import words_of

_OVER_DAYS = re.compile(
    r"\b(?:over|across|throughout|during|in) (?:the (?:past|last) )?"
    r"(?:[a-z]+|\d+) (?:days|nights|weeks|months)\b",
    re.I,
)
_OF = re.compile(r"\s*of(?!\S)")
_DAY = 86_400  # seconds
_MANY_TIMES = 10  # two accounts of one thing are seldom that far apart


def drafted(a: Claim, b: Claim) -> bool:
    """Whether one of them is a draft's."""
    return Role.DRAFT in (a.article.role, b.article.role)


def two_things(a: Claim, b: Claim) -> str | None:
    """Why two claims of one kind of thing are of two of them."""
    if drafted(a, b):
        return None
    if a.value.kind is Kind.DURATION and _goes_on(a) and _goes_on(b) and not _told_together(a, b):
        return "told at different times of what goes on"
    if a.value.kind is Kind.COUNT and _added_up(a) != _added_up(b):
        return "only one is added up over days"
    return None


def far_apart(a: Claim, b: Claim) -> bool:
    """Whether two counts of sources are so far apart that they may be of two things."""
    return a.value.kind is Kind.COUNT and not drafted(a, b) and times_apart(a, b) >= _MANY_TIMES


def times_apart(a: Claim, b: Claim) -> Fraction:
    """How many times the one is the other, by their nearest ends; 1 where they meet."""
    low, high = sorted((a.value.bounds, b.value.bounds), key=lambda bounds: bounds.low or 0)
    end, start = _end(low), high.low
    return max(Fraction(1), start / end) if end and start else Fraction(1)


def _end(bounds: Interval) -> Fraction | None:
    return bounds.high if bounds.high is not None else bounds.low


def _added_up(claim: Claim) -> bool:
    """Whether a count is told of several days together: "50 arrests over four nights"."""
    return _is_over_days(claim.article.words(claim.sentence))


@lru_cache(maxsize=10_000)
def _is_over_days(sentence: str) -> bool:
    return _OVER_DAYS.search(sentence) is not None


def _goes_on(claim: Claim) -> bool:
    """Whether a length is that of days so far: "after four days of riots", not "a four-day strike"."""
    low = claim.value.bounds.low
    if low is None or low < _DAY or claim.topic.noun not in words_of("going_on"):
        return False
    return _OF.match(claim.article.text, claim.value.span.end) is not None


def _told_together(a: Claim, b: Claim) -> bool:
    """Whether both accounts are known to be of one day."""
    at, bt = published(a), published(b)
    return at is not None and bt is not None and abs(at - bt) < timedelta(hours=12)


def _event(claim: Claim) -> bool:
    return any(concepts.type_of(concept) == "event" for concept in claim.topic.core)
