"""A person who is one relative here and another there: her husband, and her brother.

Read is what stands beside a name with a word that says whose ("Lund's mother, Tove Berggren", "her
uncle, the former rower Karl Lund"). Broader words and other words for the same ("mum", "parent") are no
findings, nor is who is the mother of one and the sister of another, nor an account that says both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from checker.data import load
from checker.model import Actor, ActorKind, Role, Span, Verdict
from checker.readings import Reading, SetReading
from checker.verdicts import Problem, Weight, evidence

_LEADING = frozenset(["of", "in", "at", "from", "for", "near", "and"])  # to a name that is another's
_BEFORE = 90  # characters before a name in which the relative is looked for


class _Kin(NamedTuple):
    """What a person is said to be, and to whom where that is known."""

    reading: Reading
    span: Span
    word: str
    to: Actor | None
    whose: str  # "her" where nobody is named


def find(reading: SetReading) -> Iterator[Problem]:
    for actor in reading.actors:
        if actor.kind in (ActorKind.PLACE, ActorKind.OFFICE):
            continue
        said = [kin for item in reading.articles for kin in _said_of(actor, item, reading)]
        told = {kin.word for kin in said if kin.reading.article.role is Role.SOURCE}
        for ours in said:
            drafted = ours.reading.article.role is Role.DRAFT
            known = told if drafted else {k.word for k in said if k.reading is not ours.reading}
            others = [
                k for k in said if k.reading.article.role is Role.SOURCE and k.reading is not ours.reading
            ]
            rival = next((k for k in others if _of_one(ours, k, reading)), None)
            if rival is None or any(_relations(ours.word) & _relations(word) for word in known):
                continue
            if drafted or ours.reading.article.id < rival.reading.article.id:
                yield _problem(actor, ours, rival)
                break


def _said_of(actor: Actor, item: Reading, reading: SetReading) -> Iterator[_Kin]:
    for mention in actor.mentions:
        if mention.article != item.article.id or not mention.text[:1].isupper():
            continue
        start = max(item.sentence_at(mention.span.start).start, mention.span.start - _BEFORE)
        found = _pattern().search(item.article.text[start : mention.span.start])
        if found is None or not _describes(found["between"]):
            continue
        whose = Span(start + found.start("whose"), start + found.end("whose"))
        span = Span(start + found.start("word"), start + found.end("word"))
        word = found["word"].lower()
        yield _Kin(item, span, word, reading.index.at(item.article.id, whose), found["whose"].lower())


def _describes(between: str | None) -> bool:
    """Whether what stands before a name is about it ("the former rower"), and no other's: "Ida of Holm"."""
    words = (between or "").split()
    return not words or (words[0].islower() and words[-1] not in _LEADING)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """ "her late mother, the poet " and "Lund's brother " right before a name."""
    words = "|".join(sorted(map(re.escape, _words()), key=len, reverse=True))
    pronouns = "|".join(load("kin")["possessives"])
    return re.compile(
        rf"\b(?P<whose>(?i:{pronouns})|[^\W\d_][\w-]*(?=['’]))(?:['’]s?)?\s+(?:[a-z-]+\s+){{0,2}}"
        rf"(?P<word>{words})(?:\s+|,\s+(?P<between>(?:[^\W_][\w-]*\s+){{0,5}}))$"
    )


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    """A word to the relations that it may mean."""
    data = load("kin")
    found: dict[str, set[str]] = {}
    for relation, words in data["relations"].items():
        for word in words:
            found.setdefault(word, set()).add(relation)
    for word, relations in data["broader"].items():
        found.setdefault(word, set()).update(relations)
    return {word: frozenset(relations) for word, relations in found.items()}


def _relations(word: str) -> frozenset[str]:
    return _words()[word]


def _of_one(a: _Kin, b: _Kin, reading: SetReading) -> bool:
    """Whether both may tell what one person is to another: not "his mother" and "her mother"."""
    if a.to is not None and b.to is not None:
        return reading.index.same(a.to.id, b.to.id)
    pronouns = load("kin")["possessives"]
    if a.whose in pronouns and b.whose in pronouns:
        return a.whose == b.whose
    return a.whose in pronouns or b.whose in pronouns or a.whose == b.whose


def _problem(actor: Actor, ours: _Kin, theirs: _Kin) -> Problem:
    sure = ours.to is not None and theirs.to is not None  # whose relative it is stands there
    return Problem(
        Verdict.CONTRADICTION,
        (f"{actor.name} is the {ours.word}", f"the {theirs.word}"),
        tuple(evidence(kin.reading, kin.span, kin.word, side) for side, kin in enumerate((ours, theirs))),
        about=actor.id,
        told=(ours.word, theirs.word),
        reasons=("nobody is both to one person",),
        weight=Weight.SURE if sure else Weight.LIKELY,
    )
