"""Somebody holds one office here and another there: two ministers, or a minister of two countries.

Read is what an account says of a name by standing beside it ("the finance minister, Anna Keller"). Offices of
which nobody has two at once are data (offices.yaml). One held in the past is no finding, nor are accounts
months apart, an account that says both, or a draft that follows one of its sources.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

from checker.data import load
from checker.lexical import sorts
from checker.lexical.gazetteer import gazetteer
from checker.model import Actor, ActorKind, Role, Span, Verdict
from checker.readings import Reading, SetReading
from checker.verdicts import Problem, evidence

_ONE_TIME = timedelta(days=60)  # accounts further apart may tell of an office and of the next


class _Held(NamedTuple):
    """An office that an account says somebody holds, and of which land."""

    item: Reading
    span: Span
    office: str
    of: str | None

    @property
    def drafted(self) -> bool:
        return self.item.article.role is Role.DRAFT

    def excludes(self, other: _Held) -> bool:
        lands = gazetteer().countries
        if self.office == other.office:
            return self.of != other.of and self.of in lands and other.of in lands
        one_land = not (self.of and other.of and self.of != other.of)
        return one_land and (self.office, other.office) in sorts.exclusive_offices()


def find(reading: SetReading) -> Iterator[Problem]:
    items = {item.article.id: item for item in reading.articles}
    held: dict[str, list[_Held]] = defaultdict(list)
    for actor in reading.actors:
        gone = {office.name for office in actor.offices if office.past}
        for office in actor.offices if actor.kind is ActorKind.PERSON else ():
            item = items[office.article]
            if office.name not in gone and not _was_held(item, office.span):
                held[actor.id].append(_Held(item, office.span, office.name, office.of))
    for actor in reading.actors:
        yield from _conflicts(actor, held[actor.id])


def _was_held(item: Reading, span: Span) -> bool:
    """Whether what follows says when it was held: "Keller, finance minister until 2019"."""
    following = item.article.text[span.end : item.sentence_at(span.start).end].lower().split()[1:8]
    return any(word.strip(",") in load("offices")["past"] for word in following)


def _conflicts(actor: Actor, held: Sequence[_Held]) -> Iterator[Problem]:
    """One problem a draft, and one between the sources."""
    pairs = [(a, b) for a, b in combinations(held, 2) if _apart(a, b) and not _both(a, b, held)]
    done: set[str | None] = set()
    for a, b in sorted(pairs, key=lambda pair: not (pair[0].drafted or pair[1].drafted)):
        ours, theirs = (b, a) if b.drafted else (a, b)
        draft = ours.item.article.id if ours.drafted else None
        if draft not in done and not (ours.drafted and theirs.drafted):
            done.add(draft)
            yield _problem(actor, ours, theirs)


def _apart(a: _Held, b: _Held) -> bool:
    days = [item.article.published.date() for item in (a.item, b.item) if item.article.published]
    at_once = max(days, default=date.min) - min(days, default=date.min) <= _ONE_TIME
    return at_once and a.item is not b.item and a.excludes(b)


def _both(a: _Held, b: _Held, held: Sequence[_Held]) -> bool:
    """Whether the account of one also says what the other says; of a draft, whether any source does."""
    drafted = next((h for h in (a, b) if h.drafted), None)
    if drafted is not None:
        return any(_agree(h, drafted) for h in held if h.item is not drafted.item)
    return any(
        _agree(h, other)
        for one, other in ((a, b), (b, a))
        for h in held
        if h.item is one.item and h is not one
    )


def _agree(a: _Held, b: _Held) -> bool:
    return a.office == b.office and not a.excludes(b)


def _problem(actor: Actor, ours: _Held, theirs: _Held) -> Problem:
    sides = (ours, theirs)
    words = tuple(_of_land(h) if ours.office == theirs.office else h.office for h in sides)
    return Problem(
        Verdict.CONTRADICTION,
        (f"{actor.name} is {words[0]}", words[1]),
        tuple(evidence(h.item, h.span, words[n], n) for n, h in enumerate(sides)),
        about=actor.id,
        told=words,
        reasons=("nobody holds both at once",),
    )


def _of_land(held: _Held) -> str:
    country = gazetteer().countries.get(held.of or "")
    return f"{held.office} of {country.name}" if country else held.office
