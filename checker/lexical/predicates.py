"""How two predicates stand to each other: they mean the same, exclude each other, or are the two sides of one act.

Each predicate comes as its lemma, with its particle, and its lemma with what it is done to ("win", "win appeal").
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from checker.data import load
from checker.lexical import concepts, wordnet
from checker.lexical.opposed import counterparts, opposed

_SENSES = 2  # a word is told by its frequent senses
_LINKED = {"v": "n", "n": "v", "a": "a"}


class Converse(NamedTuple):
    """The roles or prepositions that change places: who buys is the one "to" whom it is sold."""

    lemma: str
    exchanged: tuple[tuple[str, str], ...]  # a role of the one, a role or preposition of the other


@lru_cache(maxsize=50_000)
def meanings(lemma: str, pos: str) -> frozenset[str]:
    """Keys that two predicates of one meaning share: the lemma, frequent senses, verb and noun of one stem."""
    entry = wordnet.entry(lemma, pos)
    stems = (key for key in entry.derived if key[0] == _LINKED[pos])
    listed = (c for c in concepts.of_word(lemma, pos) if concepts.type_of(c) in ("state", "event"))
    return frozenset({f"{pos}:{lemma}", *entry.senses[:_SENSES], *stems, *listed})


@lru_cache(maxsize=50_000)
def excluding(lemma: str, pos: str) -> frozenset[str]:
    """The lemmas that may exclude a predicate."""
    antonyms = {key[2:] for key in wordnet.entry(lemma, pos).opposites}
    return frozenset(antonyms | counterparts(lemma))


def exclude(a: Collection[str], b: Collection[str], pos: str) -> bool:
    return opposed(a, b, pos)


@lru_cache(maxsize=1)
def converses() -> dict[str, list[Converse]]:
    """A verb to the verbs that tell the same act from the other side."""
    found: dict[str, list[Converse]] = {}
    for group in load("predicates")["converse"]:
        ones, others = (side["verbs"] for side in group["sides"])
        roles = [tuple(pair) for pair in group["roles"]]
        for one in ones:
            for other in others:
                found.setdefault(one, []).append(Converse(other, tuple(roles)))
                found.setdefault(other, []).append(Converse(one, tuple((b, a) for a, b in roles)))
    return found
