"""Which words mean the same, from WordNet 3 (see LICENSE-WordNet): synonyms, broader words, opposites.

The data is one read-only SQLite file beside this module, built by tools/build_wordnet.py, opened on
first use in a millisecond; every answer is kept.
"""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from checker.keeping import kept

_FILE = Path(__file__).with_name("wordnet.sqlite")
_DEPTH = 4  # steps up the hierarchy; beyond them everything is an entity


class Entry(NamedTuple):
    senses: tuple[str, ...]  # most frequent first
    derived: frozenset[str]  # "v:destroy" of "n:destruction"
    opposites: frozenset[str]


_NOTHING = Entry((), frozenset(), frozenset())


@lru_cache(maxsize=1)
def _database() -> sqlite3.Connection:
    return sqlite3.connect(f"file:{_FILE.as_posix()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _row(key: str) -> str | None:
    row = _database().execute("SELECT value FROM entry WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


@kept(50_000)
def entry(lemma: str, pos: str) -> Entry:
    """What is known of a lemma as noun "n", verb "v" or adjective "a"; empty where it is unknown."""
    row = _row(f"{pos}:{lemma}")
    if row is None:
        return _NOTHING
    senses, derived, opposites = row.split("|")
    return Entry(
        tuple(senses.split(",")), *(frozenset(filter(None, x.split(","))) for x in (derived, opposites))
    )


@kept(50_000)
def _broader(sense: str, steps: int = _DEPTH) -> frozenset[str]:
    """The senses above, up to so many steps, the sense itself among them."""
    found, edge = {sense}, {sense}
    for _ in range(steps):
        rows = (_row(f"^{item}") for item in edge)
        edge = {parent for row in rows if row for parent in row.split(",")} - found
        found |= edge
    return frozenset(found)


def known(lemma: str, pos: str) -> bool:
    return bool(entry(lemma, pos).senses)


@kept(50_000)
def synonyms(a: str, b: str, pos: str, senses: int = 2) -> bool:
    """Whether two lemmas share one of their `senses` most frequent senses."""
    return a == b or bool(set(entry(a, pos).senses[:senses]) & set(entry(b, pos).senses[:senses]))


@kept(50_000)
def is_a(lemma: str, broader: str, pos: str = "n", senses: int = 2, steps: int = _DEPTH) -> bool:
    """Whether a frequent sense of `lemma` lies under a frequent sense of `broader`: soldier, person."""
    goals = set(entry(broader, pos).senses[:senses])
    return any(goals & _broader(sense, steps) for sense in entry(lemma, pos).senses[:senses])


def related(a: str, b: str) -> bool:
    """Whether two nouns may name one thing: they mean the same, or one is a sort of the other."""
    return synonyms(a, b, "n") or is_a(a, b) or is_a(b, a)


@kept(50_000)
def opposites(a: str, b: str, pos: str) -> bool:
    return f"{pos}:{b}" in entry(a, pos).opposites or f"{pos}:{a}" in entry(b, pos).opposites


@kept(50_000)
def derived(a: str, a_pos: str, b: str, b_pos: str) -> bool:
    """Whether one word is made from the other: destroy and destruction."""
    return f"{b_pos}:{b}" in entry(a, a_pos).derived or f"{a_pos}:{a}" in entry(b, b_pos).derived


@kept(50_000)
def above(lemma: str, pos: str, senses: int = 2) -> frozenset[str]:
    """The frequent senses of a lemma and all that lie above them."""
    return frozenset(up for sense in entry(lemma, pos).senses[:senses] for up in _broader(sense))


@kept(50_000)
def parents(sense: str) -> frozenset[str]:
    """The senses right above one."""
    row = _row(f"^{sense}")
    return frozenset(row.split(",")) if row else frozenset()
