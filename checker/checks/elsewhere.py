"""The same thing in two places: it flew in from one town here and from another there.

Held against each other are the places of what happens once: where somebody was born, where a journey
began or leads, where something came down, was found or was printed. The two sentences must share more
than people and that verb, and neither account may name the other's place at all; countries, their
people and places of which one may lie in the other are left alone where one name has the other's words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple

from checker.data import load
from checker.lexical.gazetteer import fold, gazetteer
from checker.model import ActorKind, Article, Kind, Span, Verdict
from checker.propositions import Keys, Proposition, Role
from checker.propositions.proposition import PLACES
from checker.propositions.rarity import Rarity, rarity_of
from checker.readings import Reading, SetReading, once, pairs_of_readings
from checker.verdicts import Problem, evidence

_SPELLING = 0.75  # from here two names may be spellings of one: Kiev and Kyiv
_LEAST = 1.5  # weight of what two sentences must share beside people and the verb


def find(reading: SetReading) -> Iterator[Problem]:
    told = rarity_of(reading)
    used: set[tuple[str, int]] = set()
    for x, y in pairs_of_readings(reading.articles):
        for a, b in product(_lasting(x), _lasting(y)):
            ends = {(s.article.id, s.span.start) for s in (a, b)}
            if ends & used:
                continue
            for what in sorted(_deed(a) & _deed(b))[:1]:
                if _apart(reading, told, x, y, a, b, what):
                    used |= ends
                    yield _problem(x, y, a, b, what)


class Spot(NamedTuple):
    """A name behind a preposition of place, with the predicate that it belongs to."""

    article: Article
    sentence: Span
    span: Span
    way: Role
    actor: str | None
    verbs: frozenset[str]  # the predicate, alone and with what it is done to: "take", "take place"
    subject: Keys


@once
def _lasting(item: Reading) -> Sequence[Spot]:
    return [spot for p in item.propositions for spot in _spots(p) if _deed(spot)]


def _spots(told: Proposition) -> Iterator[Spot]:
    about = told.of(Role.AGENT) or told.of(Role.PATIENT)
    verbs = {told.lemma, told.lemma.split()[0], *(f"{told.lemma} {f.head}" for f in told.of(Role.PATIENT))}
    keys = frozenset(key for f in about for key in (f.keys if f.entity is None else {f.entity}))
    for f in told.of(*PLACES):
        if f.pos == "PROPN":
            yield Spot(
                told.article, told.sentence, _name(told, f.span), f.role, f.entity, frozenset(verbs), keys
            )


def _name(told: Proposition, span: Span) -> Span:
    """The words of a name: "eastern India" names India."""
    words = told.article.words(span)
    small = len(words) - len(words.lstrip("abcdefghijklmnopqrstuvwxyz -"))
    return Span(span.start + small, span.end) if small < len(words) else span


@lru_cache(maxsize=1)
def _once() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = load("spots")["once"]
    return found


def _deed(spot: Spot) -> frozenset[str]:
    """What of that which happens once has its place here."""
    return frozenset(
        name
        for name, known in _once().items()
        if spot.way.value in known["ways"] and spot.verbs & frozenset(known["verbs"])
    )


def _apart(reading: SetReading, told: Rarity, x: Reading, y: Reading, a: Spot, b: Spot, what: str) -> bool:
    names = x.article.words(a.span), y.article.words(b.span)
    if (a.actor is not None and a.actor == b.actor) or _akin(*map(fold, names)):
        return False
    if _is_time(x, a) or _is_time(y, b) or not _sort(names[0]) == _sort(names[1]) != "wide":
        return False
    if what == "birth":
        return bool(_people(reading, a.subject) & _people(reading, b.subject))
    if names[0] in _text(y) or names[1] in _text(x):
        return False
    people = _people(reading, {a.actor or "", b.actor or ""})
    if people or (_once()[what].get("things") and _people(reading, a.subject | b.subject)):
        return False
    shared = told.common(told.keys(x, a.sentence), told.keys(y, b.sentence))
    things = [k for k in shared.keys if not k.startswith("w:v:") and k not in _people(reading, shared.keys)]
    enough = sum(map(told.weight, things)) >= _LEAST
    return enough or bool(_once()[what].get("lone") and _odd(reading, names))


def _akin(a: str, b: str) -> bool:
    """Whether two names may be one: a word in common, or two spellings."""
    return bool(set(a.split()) & set(b.split())) or SequenceMatcher(None, a, b).ratio() > _SPELLING


def _sort(name: str) -> str:
    """A country, a sea, what else others lie in, or a spot."""
    words = fold(name).removeprefix("the ")
    if any(
        word in gazetteer().names or word in gazetteer().demonyms for word in (words, words.replace(" ", ""))
    ):
        return "country"
    return next((sort for sort in ("seas", "wide") if words in load("spots")[sort]), "spot")


def _is_time(item: Reading, spot: Spot) -> bool:
    times = (v.span for v in item.values if v.kind in (Kind.DATE, Kind.TIME, Kind.DURATION))
    return any(span.overlaps(spot.span) for span in times)


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


def _problem(x: Reading, y: Reading, a: Spot, b: Spot, what: str) -> Problem:
    names = x.article.words(a.span), y.article.words(b.span)
    return Problem(
        Verdict.CONTRADICTION,
        names,
        (evidence(x, a.span, names[0]), evidence(y, b.span, names[1], 1)),
        about=what,
        reasons=(f"the place of one {what}", "neither account names the other's place"),
    )
