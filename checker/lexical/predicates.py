"""How two predicates stand to each other: they mean the same, or are two sides of one act (buy and sell)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from checker.data import load, word_list
from checker.keeping import kept
from checker.lexical import wordnet

_SENSES = 2  # a word is told by its frequent senses
_STEMS = {"v": "n", "n": "v"}


class Converse(NamedTuple):
    """A predicate that tells the same from the other side; which of its roles each role of the one is."""

    lemma: str
    roles: tuple[tuple[str, str], ...]  # a role may be a preposition: whom it is sold "to" is who buys


@kept(50_000)
def meanings(lemma: str, pos: str) -> frozenset[str]:
    """Keys that predicates of one meaning share: the lemma, frequent senses, a verb and its noun."""
    entry = wordnet.entry(lemma, pos)
    stems = (key for key in entry.derived if key[0] == _STEMS.get(pos))
    return frozenset({f"{pos}:{lemma}", *entry.senses[:_SENSES], *stems, *_sides().get(f"{pos}:{lemma}", ())})


@lru_cache(maxsize=1)
def _sides() -> dict[str, set[str]]:
    """The sides of acts on which a verb stands: those of one side mean the same."""
    found: dict[str, set[str]] = {}
    for number, group in enumerate(load("predicates")["converse"]):
        for side, verbs in enumerate(group["sides"]):
            for verb in verbs:
                found.setdefault(f"v:{verb}", set()).add(f"side {number}.{side}")
    return found


@lru_cache(maxsize=1)
def _converses() -> dict[str, tuple[Converse, ...]]:
    found: dict[str, list[Converse]] = {}
    for group in load("predicates")["converse"]:
        roles = tuple((ours, theirs) for ours, theirs in group["roles"])
        turned = tuple((theirs, ours) for ours, theirs in roles)
        for one in group["sides"][0]:
            for other in group["sides"][1]:
                found.setdefault(one, []).append(Converse(other, roles))
                found.setdefault(other, []).append(Converse(one, turned))
    return {lemma: tuple(others) for lemma, others in found.items()}


def converses(lemma: str) -> tuple[Converse, ...]:
    return _converses().get(lemma, ())


def is_reciprocal(lemma: str) -> bool:
    """Whether two do it to each other, so that it does not matter who is named first: "met", "collided"."""
    return lemma.split(" ")[0] in word_list("predicates", "reciprocal")
