"""Somebody is one thing here and another there: her husband and her brother, Dane and Dutch, two ministers.

Read is what an account says of a name by standing beside it ("her uncle, Karl Lund", "the Danish firm
Norvik") or of its own ("Norvik is Danish"). Each role has one value, and what excludes what is data:

- described: whose relative somebody is (kin.yaml), of which country, which of two sons (exchanged.yaml)
- office: offices of which nobody has two at once (offices.yaml), and one office of two countries

Broader words and other words for the same ("mum", "parent") are no findings, nor is who is the mother of one
and the sister of another, what somebody used to be, accounts months apart, an account that says both, or a
draft that follows one of its sources.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from checker.data import load, word_list
from checker.lexical import sorts
from checker.lexical.gazetteer import gazetteer
from checker.model import Actor, ActorKind, Role, Span, Verdict
from checker.propositions import Filler, Kind, Proposition, Status
from checker.propositions import Role as In
from checker.readings import Reading, SetReading
from checker.verdicts import Problem, Weight, evidence

_TOLD = frozenset({Kind.COPULA, Kind.DESCRIPTION})
_NOT_WHOSE = frozenset({ActorKind.PLACE, ActorKind.OFFICE})
_ONE_TIME = timedelta(days=60)  # accounts further apart may tell of an office and of the next
OFFICE, KIN, LAND = "office", "kin", "land"
_Lands = Callable[[Collection[str]], frozenset[str]]


class _Said(NamedTuple):
    """One thing that an account says somebody is: its sort, what it comes to, and of whom or which land."""

    item: Reading
    span: Span
    sort: str  # OFFICE, KIN, LAND, or the noun that it narrows
    values: frozenset[str]
    word: str
    whose: Filler | None = None
    of: str | None = None

    @property
    def drafted(self) -> bool:
        return self.item.article.role is Role.DRAFT


def find(reading: SetReading, role: str) -> Iterator[Problem]:
    read = _offices if role == OFFICE else _descriptions
    held: dict[tuple[str, str], list[_Said]] = defaultdict(list)
    for entity, said in read(reading):
        held[entity, said.sort].append(said)
    for (entity, _), every in held.items():
        actor = reading.index.get(entity)
        if actor is not None and actor.kind not in _NOT_WHOSE:
            yield from _conflicts(actor, every, reading)


def _descriptions(reading: SetReading) -> Iterator[tuple[str, _Said]]:
    for item in reading.articles:
        for told in item.propositions:
            known = told.kind in _TOLD or _tells_origin(item, told)
            if known and told.status is Status.FACT and not told.earlier:
                for entity in sorted(told.doers):
                    yield from ((entity, said) for said in _said(item, told))


def _said(item: Reading, told: Proposition) -> Iterator[_Said]:
    for filler in told.of(In.ORIGIN) if told.kind is Kind.VERB else ():
        if land := _at_the_end(filler, sorts.lands_of):
            yield _Said(item, filler.span, LAND, sorts.lands_of((land,)), land)
    whose = next((f for f in told.of(In.OTHER) if f.preposition == "of"), None)
    for filler in told.of(In.ATTRIBUTE):
        if relations := _relations().get(filler.head):
            yield _Said(item, filler.span, KIN, relations, filler.head, whose)
        if (land := _land(filler)) and not _is_compound(item, filler):
            yield _Said(item, filler.span, LAND, sorts.lands_of((land,)), land)
        for word in filler.words:
            if sorts.listed_sorts(word) and whose is not None:
                yield _Said(item, filler.span, filler.head, frozenset({word}), word, whose)


def _tells_origin(item: Reading, told: Proposition) -> bool:
    """Whether a verb says from where somebody is: "Grip, who comes from Norway", not "came from Oslo"."""
    return told.kind is Kind.VERB and item.article.words(told.span) in word_list("kin", "origin_verbs")


def _land(filler: Filler) -> str:
    """The word, or the two, of a description that say of which country: the noun or what stands before it."""
    if filler.preposition and (land := _at_the_end(filler, sorts.lands_of)):
        return land  # "Ghana's Osei"
    return _at_the_end(filler, sorts.peoples_of, of=(0, 1))  # "a South African", "a South African engineer"


def _at_the_end(filler: Filler, known: _Lands, of: Sequence[int] = (0,)) -> str:
    """The two words or the one that end a filler, or stand so many words before its end, and are known."""
    words = (*filler.words, filler.head)
    ends = (len(words) - before for before in of)
    told = (" ".join(words[max(0, end - many) : end]) for end in ends for many in (2, 1))
    return next((w for w in told if w and known((w,))), "")


def _is_compound(item: Reading, filler: Filler) -> bool:
    """Whether a country is told with another: "Danish-born", "a Dutch-American"."""
    text, span = item.article.text, filler.span
    return "-" in text[max(0, span.start - 1) : span.end + 1]


@lru_cache(maxsize=1)
def _relations() -> dict[str, frozenset[str]]:
    """A word to the relations that it may mean."""
    data = load("kin")
    found: dict[str, set[str]] = defaultdict(set)
    for relation, words in data["relations"].items():
        for word in words:
            found[word].add(relation)
    for word, relations in data["broader"].items():
        found[word].update(relations)
    return {word: frozenset(relations) for word, relations in found.items()}


def _offices(reading: SetReading) -> Iterator[tuple[str, _Said]]:
    """The offices that each account says a person holds now, but none that is past for any."""
    items = {item.article.id: item for item in reading.articles}
    for actor in reading.actors:
        gone = {office.name for office in actor.offices if office.past}
        for office in actor.offices if actor.kind is ActorKind.PERSON else ():
            item, name = items[office.article], office.name
            if name not in gone and not _was_held(item, office.span):
                yield actor.id, _Said(item, office.span, OFFICE, frozenset({name}), name, of=office.of)


def _was_held(item: Reading, span: Span) -> bool:
    """Whether what follows says when it was held: "Keller, finance minister until 2019"."""
    following = item.article.text[span.end : item.sentence_at(span.start).end].lower().split()[1:8]
    return any(word.strip(",") in load("offices")["past"] for word in following)


def _conflicts(actor: Actor, said: Sequence[_Said], reading: SetReading) -> Iterator[Problem]:
    """One problem a draft, and one between the sources."""
    pairs = [(a, b) for a, b in combinations(said, 2) if _apart(a, b, reading) and not _both(a, b, said)]
    done: set[str | None] = set()
    for a, b in sorted(pairs, key=lambda pair: not (pair[0].drafted or pair[1].drafted)):
        ours, theirs = (b, a) if b.drafted else (a, b)
        draft = ours.item.article.id if ours.drafted else None
        if draft not in done and not (ours.drafted and theirs.drafted):
            done.add(draft)
            yield _problem(actor, ours, theirs)


def _apart(a: _Said, b: _Said, reading: SetReading) -> bool:
    days = [item.article.published.date() for item in (a.item, b.item) if item.article.published]
    at_once = max(days, default=date.min) - min(days, default=date.min) <= _ONE_TIME
    return at_once and a.item is not b.item and _excludes(a, b) and _of_one(a.whose, b.whose, reading)


def _excludes(a: _Said, b: _Said) -> bool:
    if a.sort == OFFICE:
        lands = gazetteer().countries
        if a.word == b.word:
            return a.of != b.of and a.of in lands and b.of in lands
        return (a.word, b.word) in sorts.exclusive_offices() and not (a.of and b.of and a.of != b.of)
    if a.sort == LAND:
        return sorts.apart(a.values, b.values)
    return not a.values & b.values if a.sort == KIN else sorts.exclusive(a.values, b.values)


def _agrees(a: _Said, b: _Said) -> bool:
    """Whether both say one thing, as far as both tell of whom."""
    return not _excludes(a, b) and (a.sort != OFFICE or a.word == b.word)


def _both(a: _Said, b: _Said, said: Sequence[_Said]) -> bool:
    """Whether the account of one also says what the other says; of a draft, whether any source does."""
    if a.drafted or b.drafted:
        drafted = a if a.drafted else b
        return any(_agrees(s, drafted) for s in said if s.item is not drafted.item)
    return any(
        _agrees(s, other)
        for one, other in ((a, b), (b, a))
        for s in said
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


def _problem(actor: Actor, ours: _Said, theirs: _Said) -> Problem:
    sides = (ours, theirs)
    office = ours.sort == OFFICE
    sure = ours.sort in (OFFICE, LAND) or all(s.whose is not None and s.whose.entity for s in sides)
    words = tuple(_of_land(s) if office and ours.word == theirs.word else s.word for s in sides)
    shown = words if office else [f"“{s.item.article.words(s.span)}”" for s in sides]
    return Problem(
        Verdict.CONTRADICTION,
        (f"{actor.name} is {shown[0]}", shown[1]),
        tuple(evidence(s.item, s.span, words[n], n) for n, s in enumerate(sides)),
        about=actor.id if office else actor.name,
        told=words,
        reasons=("nobody holds both at once" if office else "nobody is both",),
        weight=Weight.SURE if sure else Weight.LIKELY,
    )


def _of_land(said: _Said) -> str:
    country = gazetteer().countries.get(said.of or "")
    return f"{said.word} of {country.name}" if country else said.word
