"""The same thing in two places: it flew in from one town here and from another there.

Held against each other are the places of what happens once: where somebody was born or died, where a
journey began or leads, where something came down, was found, was held or was printed. The two sentences must
share more than people and that verb, and neither account may name the other's place at all; countries, their
people and places of which one may lie in the other are left alone where one name has the other's words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple

from checker.data import load
from checker.lexical.gazetteer import fold
from checker.model import ActorKind, Kind, Span, Verdict
from checker.propositions import Filler, Proposition
from checker.propositions import Role as In
from checker.propositions.alignment import Alignments, alignments_of
from checker.propositions.comparison import akin, place_sort
from checker.propositions.proposition import PLACES
from checker.readings import Reading, SetReading, once, pairs_of_readings
from checker.verdicts import Problem, evidence

_LEAST = 1.5  # weight of what two sentences must share beside people and the verb


class _Spot(NamedTuple):
    """A name behind a preposition of place, with the predicate that it belongs to."""

    told: Proposition
    name: Span
    filler: Filler
    deeds: frozenset[str]  # of what happens once

    @property
    def about(self) -> tuple[Filler, ...]:
        """What comes, goes or is there."""
        return self.told.of(In.PATIENT) or self.told.of(In.AGENT)


def find(reading: SetReading) -> Iterator[Problem]:
    world = alignments_of(reading)
    used: set[tuple[str, int]] = set()
    for x, y in pairs_of_readings(reading.articles):
        for a, b in product(_spots(x), _spots(y)):
            ends = {(s.told.article.id, s.name.start) for s in (a, b)}
            if ends & used:
                continue
            for what in sorted(a.deeds & b.deeds)[:1]:
                if _apart(reading, world, x, y, a, b, what):
                    used |= ends
                    yield _problem(x, y, a, b, what)


@lru_cache(maxsize=1)
def _once() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = load("spots")["once"]
    return found


@once
def _spots(item: Reading) -> Sequence[_Spot]:
    """The names that say where something that happens once took place."""
    found = []
    for told in item.propositions:
        for filler in told.of(*PLACES):
            deeds = _deeds(told, filler) if filler.pos == "PROPN" else frozenset()
            if deeds:
                found.append(_Spot(told, _name(told, filler.span), filler, deeds))
    return found


def _deeds(told: Proposition, filler: Filler) -> frozenset[str]:
    verbs = {told.lemma, told.lemma.split()[0], *(f"{told.lemma} {f.head}" for f in told.of(In.PATIENT))}
    known = _once().items()
    return frozenset(name for name, deed in known if filler.role in deed["ways"] and verbs & {*deed["verbs"]})


def _name(told: Proposition, span: Span) -> Span:
    """The words of a name: "eastern India" names India."""
    words = told.article.words(span)
    small = next((i for i, letter in enumerate(words) if letter.isupper()), 0)
    return Span(span.start + small, span.end)


def _apart(
    reading: SetReading, world: Alignments, x: Reading, y: Reading, a: _Spot, b: _Spot, what: str
) -> bool:
    names = x.article.words(a.name), y.article.words(b.name)
    if (a.filler.entity and a.filler.entity == b.filler.entity) or akin(*map(fold, names)):
        return False
    sort, other = (place_sort(fold(name)) for name in names)
    if _is_time(x, a) or _is_time(y, b) or not sort == other != "wide":
        return False
    one = world.same(a.about, b.about)
    if what == "birth":
        return one
    if names[0] in _text(y) or names[1] in _text(x) or world.other_time(a.told, b.told):
        return False
    told = world.rarity
    somebody = [_people(reading, {s.filler.entity or ""}) for s in (a, b)]
    held = [_people(reading, {f.entity or "" for f in s.about}) for s in (a, b)]
    if all(somebody) or (all(held) and not one) or (_once()[what].get("things") and any(held)):
        return False
    if _once()[what].get("same"):
        return one
    shared = told.common(told.keys(x, a.told.sentence), told.keys(y, b.told.sentence))
    things = [k for k in shared.keys if not k.startswith("w:v:") and k not in _people(reading, shared.keys)]
    enough = sum(map(told.weight, things)) >= _LEAST
    return enough or bool(_once()[what].get("lone") and _odd(reading, names))


def _is_time(item: Reading, spot: _Spot) -> bool:
    times = (v.span for v in item.values if v.kind in (Kind.DATE, Kind.TIME, Kind.DURATION))
    return any(span.overlaps(spot.name) for span in times)


def _odd(reading: SetReading, names: tuple[str, str]) -> bool:
    """Whether only one account has the one name, and at least two have the other."""
    having = sorted(sum(name in _text(item) for item in reading.sources) for name in names)
    return having[0] <= 1 and having[1] > 1


@once
def _text(item: Reading) -> str:
    return f"{item.article.title or ''} {item.article.text}"


def _people(reading: SetReading, keys: Set[str]) -> frozenset[str]:
    actors = (reading.index.get(key) for key in keys)
    return frozenset(a.id for a in actors if a is not None and a.kind is ActorKind.PERSON)


def _problem(x: Reading, y: Reading, a: _Spot, b: _Spot, what: str) -> Problem:
    names = x.article.words(a.name), y.article.words(b.name)
    return Problem(
        Verdict.CONTRADICTION,
        names,
        (evidence(x, a.name, names[0]), evidence(y, b.name, names[1], 1)),
        about=what,
        reasons=(f"the place of one {what}", "neither account names the other's place"),
    )
