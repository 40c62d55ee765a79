"""How much of a thing: "all" for "some", "a partial withdrawal" for "a full withdrawal"; before or after it.

Where a sentence of the draft keeps the words of a source's sentence, words that tell how much or how
often must not be exchanged for others that tell something else. Which words those are is data
(rules/vocabulary/exchanged.yaml); synonyms ("full", "complete") are no findings. What is told to be
before one thing and after another may be both: the thing must be the same.
So it is held between two sources that have a passage nearly word for word.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from checker.copies.exchanges import beside, changes, exchanged
from checker.data import load
from checker.readings import Change, Parallel, SetReading
from checker.verdicts import Problem

_FEW = 2  # words: with more of them other things are said, too


def find(reading: SetReading) -> Iterator[Problem]:
    for parallel, change in changes(reading):
        if differs(parallel, change):
            yield exchanged(parallel, *beside(parallel, change))


def differs(parallel: Parallel, change: Change) -> bool:
    if not 1 <= len(change.a) <= _FEW or not 1 <= len(change.b) <= _FEW:
        return False
    return _exchanged("scope", parallel, change) or (
        _exchanged("order", parallel, change) and _of_one_thing(parallel, change)
    )


def _of_one_thing(parallel: Parallel, change: Change) -> bool:
    """Whether the words that follow are the same: "before the vote", "after the vote"."""
    return all(parallel.partner.get(change.a.stop + n) == change.b.stop + n for n in range(_FEW))


def _exchanged(scales: str, parallel: Parallel, change: Change) -> bool:
    """Whether words of two groups of one scale stand for one another."""
    groups = _groups(scales)
    ours = {pair for i in change.a for pair in groups.get(parallel.a[i].text, ())}
    theirs = {pair for j in change.b for pair in groups.get(parallel.b[j].text, ())}
    if ours & theirs:
        return False
    return any(scale == other and group != another for scale, group in ours for other, another in theirs)


@lru_cache(maxsize=2)
def _groups(scales: str) -> dict[str, frozenset[tuple[int, int]]]:
    """A word → the scales it stands on, each with its place there."""
    found: dict[str, set[tuple[int, int]]] = {}
    for number, scale in enumerate(load("exchanged")[scales]):
        for place, words in enumerate(scale):
            for word in words:
                found.setdefault(word, set()).add((number, place))
    return {word: frozenset(pairs) for word, pairs in found.items()}
