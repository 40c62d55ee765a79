"""Counts and ages that may be of any, and results of other matches."""

from __future__ import annotations

import re
from fractions import Fraction

from checker.claims.claim import Claim
from checker.differences.lone_people import maybe_two
from checker.differences.things import listed
from checker.differences.two_things import drafted
from checker.lexical import concepts
from checker.model import Kind
from checker.propositions.scores import is_score
from checker.propositions.things import words_of

_BY = re.compile(r"\bby (?:only |just )?$")
_BEFORE = 10  # characters in which such words stand
_YEARS_APART = 3  # an age of a story of which nobody knows the day


def plays(a: Claim, b: Claim) -> str | None:
    """Yards, of which a match has hundreds."""
    gained = "yd" in (a.value.unit, b.value.unit) and not drafted(a, b)
    return "yards are gained in every play" if gained else None


def scored(a: Claim, b: Claim) -> str | None:
    """Points, of which every match has some, but for the margin that it was won by."""
    points = words_of("scored_things") & {a.topic.word.lower(), b.topic.word.lower()}
    if not points or drafted(a, b):
        return None
    before = (c.article.text[max(0, c.value.span.start - _BEFORE) : c.value.span.start] for c in (a, b))
    return None if all(map(_BY.search, before)) else "points are scored in every match"


def count(a: Claim, b: Claim) -> str | None:
    if a.value.kind is not Kind.COUNT:
        return None
    if is_score(a.value):
        return result(a, b)
    x, y = a.topic, b.topic
    if not all(c.value.counted or c.topic.states for c in (a, b)):
        return "nothing says what is counted"
    if any("1" in c.value.stated and _borrowed(c) for c in (a, b)):
        return "one may be one of them"  # "two were arrested, and one charged"
    if x.states & y.states and not x.empty:
        return None
    if words_of("scored_things") & {x.word.lower(), y.word.lower()} and not drafted(a, b):
        return "points are scored in every match"
    if "1" in (*a.value.stated, *b.value.stated) and not drafted(a, b):
        return "one may be any"
    if x.predicate and y.predicate and not concepts.same(x.predicate, y.predicate):
        return f"different acts: {listed(x.predicate)} and {listed(y.predicate)}"
    if x.empty and not (x.predicate and y.predicate):
        return "nothing says what is counted"
    return None


def result(a: Claim, b: Claim) -> str | None:
    """Results are of one match if those who played it are named alike."""
    if not is_score(a.value):
        return None
    named = [[set(name.lower().rstrip(" 0123456789-–").split()) for name in c.party_names] for c in (a, b)]
    shared = sum(any(one & other for other in named[1]) for one in named[0])
    only = a.topic.core & {"vote result", "shoot-out result"}  # of which an event has one
    return None if only or shared >= min(2, *map(len, named)) >= 1 else "not known to be of one match"


def _borrowed(claim: Claim) -> bool:
    """Whether the number counts what was named before it."""
    counted = claim.value.counted
    return counted is not None and counted.span.start < claim.value.span.start


def age(a: Claim, b: Claim) -> str | None:
    """An age is somebody's."""
    if a.value.kind is not Kind.AGE or (a.value.notes and b.value.notes):
        return None
    if not a.owners & b.owners and a.topic.word.lower() != b.topic.word.lower():
        return "nothing says that it is one person's"
    if not a.owners & b.owners and maybe_two(a, b):
        return "there may be two of them"
    return years_apart(a, b)


def years_apart(a: Claim, b: Claim) -> str | None:
    """Ages of one person in stories of which nobody knows the day."""
    if a.value.kind is not Kind.AGE or (a.value.notes and b.value.notes) or drafted(a, b):
        return None
    if a.article.published and b.article.published:
        return None
    ages = [Fraction(c.value.stated[0]) for c in (a, b) if c.value.stated]
    if len(ages) == 2 and abs(ages[0] - ages[1]) <= _YEARS_APART:
        return "the stories may be years apart"
    return None
