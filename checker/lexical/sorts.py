"""Sorts of which a thing is one and no other: colours, kin, peoples, sports; and which nouns tell events.

The sorts are data (rules/vocabulary/exchanged.yaml): nouns of WordNet whose members exclude each other, and
lists.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from checker.data import load
from checker.keeping import kept
from checker.lexical import wordnet
from checker.lexical.gazetteer import codes, fold, gazetteer

_PEOPLE = re.compile("(wo)?m[ae]n$")
_EVENTS = ("event", "act", "happening")


def exclusive(a: Collection[str], b: Collection[str]) -> bool:
    """Whether two words, each in some of its forms, are of one declared sort, neither above the other."""
    lands = lands_of(a), lands_of(b)
    if all(lands):
        return apart(*lands)
    if set(a) & set(b):
        return False
    one, other = (frozenset().union(*map(sorts_of, forms)) for forms in (a, b))
    return bool(one & other)


def lands_of(forms: Collection[str]) -> frozenset[str]:
    """The countries that a word names, or whose people: "Ireland", "Irish", "Irishmen"."""
    return frozenset(code for form in forms for code in _lands(form))


def peoples_of(forms: Collection[str]) -> frozenset[str]:
    """The countries whose people a word names: "Irish", "Irishmen"."""
    return frozenset(code for form in forms for code in _peoples(form))


@kept(20_000)
def _lands(word: str) -> frozenset[str]:
    return codes(fold(word)) or _peoples(word)


@kept(20_000)
def _peoples(word: str) -> frozenset[str]:
    folded = _PEOPLE.sub("", fold(word))
    known = gazetteer().demonyms
    found: str | None = known.get(folded) or known.get(folded.removesuffix("s"))
    parts: dict[str, list[str]] = load("exchanged")["parts"]
    if found:
        return frozenset({found})
    return frozenset(part for part, names in parts.items() if folded in names)


def apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two words name lands of which neither is the other or a part of it."""
    return not any(x.startswith(y) or y.startswith(x) for x in a for y in b)


@kept(10_000)
def sorts_of(lemma: str) -> frozenset[str]:
    data = load("exchanged")
    above = _above(lemma)
    under = (
        sort for sort in data["sorts"] if lemma != sort and above & set(wordnet.entry(sort, "n").senses[:1])
    )
    return frozenset(under) | listed_sorts(lemma)


@kept(20_000)
def listed_sorts(lemma: str) -> frozenset[str]:
    """The sorts of which a word is that WordNet does not have together."""
    return frozenset(group[0] for group in load("exchanged")["members"] if lemma in group)


@kept(10_000)
def is_event(noun: str) -> bool:
    """Whether one of the frequent senses of a noun is something that happens or is done."""
    events = {sense for word in _EVENTS for sense in wordnet.entry(word, "n").senses[:1]}
    return not events.isdisjoint(_above(noun))


def _above(noun: str) -> set[str]:
    """The frequent senses of a noun with all that stands above them."""
    found: set[str] = set()
    edge = set(wordnet.entry(noun, "n").senses[:2])
    while edge:
        found |= edge
        edge = {up for sense in edge for up in wordnet.parents(sense)} - found
    return found


@lru_cache(maxsize=1)
def exclusive_offices() -> frozenset[tuple[str, str]]:
    """Offices of which nobody holds two at once, two at a time (rules/vocabulary/offices.yaml)."""
    groups = load("offices")["exclusive"]
    return frozenset((a, b) for group in groups for a in group for b in group if a != b)
