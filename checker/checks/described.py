"""A person or a body that is one thing here and another there: her husband and her brother, Dane and Dutch.

Read is what an account says of a name by standing beside it ("her uncle, Karl Lund", "the Danish firm
Norvik") or of its own ("Norvik is Danish"): whose relative somebody is, of which country, which of two sons.
Broader words and other words for the same ("mum", "parent") are no findings, nor is who is the mother of one
and the sister of another, nor an account that says both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from checker.data import load
from checker.lexical import sorts
from checker.model import ActorKind, Role, Verdict
from checker.propositions import Filler, Kind, Proposition, Status
from checker.propositions import Role as In
from checker.readings import Reading, SetReading
from checker.verdicts import Problem, Weight, evidence

_TOLD = frozenset({Kind.COPULA, Kind.DESCRIPTION})
_NOT_WHOSE = frozenset({ActorKind.PLACE, ActorKind.OFFICE})


class _Said(NamedTuple):
    """One thing that an account says somebody is: its sort, what it comes to, and to whom."""

    item: Reading
    filler: Filler
    sort: str  # "kin", "land", or the noun that it narrows
    values: frozenset[str]
    word: str
    whose: Filler | None

    @property
    def drafted(self) -> bool:
        return self.item.article.role is Role.DRAFT


def find(reading: SetReading) -> Iterator[Problem]:
    held: dict[tuple[str, str], list[_Said]] = defaultdict(list)
    for item in reading.articles:
        for told in item.propositions:
            if told.kind in _TOLD and told.status is Status.FACT and not told.earlier:
                for entity in sorted(told.doers):
                    for said in _said(item, told, entity):
                        held[entity, said.sort].append(said)
    for (entity, _), every in held.items():
        actor = reading.index.get(entity)
        if actor is not None and actor.kind not in _NOT_WHOSE:
            yield from _conflicts(actor.name, every, reading)


def _said(item: Reading, told: Proposition, entity: str) -> Iterator[_Said]:
    for filler in told.of(In.ATTRIBUTE):
        whose = next((f for f in told.of(In.OTHER) if f.preposition == "of"), None)
        if relations := _relations().get(filler.head):
            yield _Said(item, filler, "kin", relations, filler.head, whose)
        if (land := _land(filler)) and not _is_compound(item, filler):
            yield _Said(item, filler, "land", sorts.lands_of((land,)), land, None)
        for word in filler.words:
            if sorts.listed_sorts(word) and whose is not None:
                yield _Said(item, filler, filler.head, frozenset({word}), word, whose)


def _land(filler: Filler) -> str:
    """The word of a description that says of which country: the noun, or what stands right before it."""
    if filler.preposition and sorts.lands_of((filler.head,)):
        return filler.head  # "Ghana's Osei"
    return next((w for w in (filler.head, *filler.words[-1:]) if sorts.peoples_of((w,))), "")


def _is_compound(item: Reading, filler: Filler) -> bool:
    """Whether a country is told with another: "Danish-born", "a Dutch-American"."""
    text, span = item.article.text, filler.span
    return "-" in text[max(0, span.start - 1) : span.end + 1]


@lru_cache(maxsize=1)
def _relations() -> dict[str, frozenset[str]]:
    """A word to the relations that it may mean."""
    data = load("kin")
    found: dict[str, set[str]] = {}
    for relation, words in data["relations"].items():
        for word in words:
            found.setdefault(word, set()).add(relation)
    for word, relations in data["broader"].items():
        found.setdefault(word, set()).update(relations)
    return {word: frozenset(relations) for word, relations in found.items()}


def _conflicts(name: str, said: Sequence[_Said], reading: SetReading) -> Iterator[Problem]:
    """One problem a draft, and one between the sources."""
    pairs = [(a, b) for a, b in combinations(said, 2) if _apart(a, b, reading) and not _both(a, b, said)]
    done: set[str | None] = set()
    for a, b in sorted(pairs, key=lambda pair: not (pair[0].drafted or pair[1].drafted)):
        ours, theirs = (b, a) if b.drafted else (a, b)
        draft = ours.item.article.id if ours.drafted else None
        if draft not in done and not (ours.drafted and theirs.drafted):
            done.add(draft)
            yield _problem(name, ours, theirs)


def _apart(a: _Said, b: _Said, reading: SetReading) -> bool:
    return a.item is not b.item and _excludes(a, b) and _of_one(a.whose, b.whose, reading)


def _excludes(a: _Said, b: _Said) -> bool:
    if a.sort == "land":
        return sorts.apart(a.values, b.values)
    return not a.values & b.values if a.sort == "kin" else sorts.exclusive(a.values, b.values)


def _both(a: _Said, b: _Said, said: Sequence[_Said]) -> bool:
    """Whether the account of one also says what the other says; of a draft, whether any source does."""
    known = [s for s in said if s.item in (a.item, b.item)]
    if a.drafted or b.drafted:
        drafted = a if a.drafted else b
        known = [s for s in said if not s.drafted or s.item is not drafted.item]
        return any(not _excludes(s, drafted) for s in known)
    return any(
        not _excludes(s, other)
        for one, other in ((a, b), (b, a))
        for s in known
        if s.item is one.item and s is not one
    )


def _of_one(a: Filler | None, b: Filler | None, reading: SetReading) -> bool:
    """Whether both may tell what one person is to another: not "his mother" and "her mother"."""
    if a is None or b is None:
        return True
    if a.entity and b.entity:
        return reading.index.same(a.entity, b.entity)
    pronouns = load("kin")["possessives"]
    if a.head in pronouns and b.head in pronouns:
        return a.head == b.head
    return a.head in pronouns or b.head in pronouns or a.head == b.head


def _problem(name: str, ours: _Said, theirs: _Said) -> Problem:
    sure = ours.sort == "land" or all(s.whose is not None and s.whose.entity for s in (ours, theirs))
    shown = [f"“{s.item.article.words(s.filler.span)}”" for s in (ours, theirs)]
    return Problem(
        Verdict.CONTRADICTION,
        (f"{name} is {shown[0]}", shown[1]),
        tuple(evidence(s.item, s.filler.span, s.word, side) for side, s in enumerate((ours, theirs))),
        about=name,
        told=(ours.word, theirs.word),
        reasons=("nobody is both",),
        weight=Weight.SURE if sure else Weight.LIKELY,
    )
