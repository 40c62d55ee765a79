"""Sources that carry one copy: an agency's, or one taken from the other.

A source's passages are found by eight words in a row that one before it in the set has, too. Each is held
against the first that has its words, so the cost grows with the text, not with the pairs of sources.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from checker.copies.sentences import MOST, Passages, distance
from checker.model import Role
from checker.readings import Parallel, Reading, SetReading, once

_RUN = 8  # words in a row that two writers do not choose alike
_SHARE = 0.25  # of the shorter text's words: from here on two sources carry one copy


def find_copies(readings: Sequence[Reading]) -> list[Parallel]:
    """What a source has nearly word for word from one before it in the set, sentence by sentence."""
    sources = [r for r in readings if r.article.role is not Role.DRAFT]
    passages = [Passages([source]) for source in sources]
    first: dict[int, tuple[int, int]] = {}  # a run of words → where it stands first
    found: list[Parallel] = []
    for number, source in enumerate(sources):
        texts, heads = [word.text for word in source.tokens], _heads(source)
        shared: dict[int, dict[int, int]] = defaultdict(dict)
        for at in range(len(texts) - _RUN + 1):
            holder, there = first.setdefault(hash(tuple(texts[at : at + _RUN])), (number, at))
            for step in (0, _RUN - 1) if holder != number else ():
                theirs = bisect_right(_heads(sources[holder]), there + step) - 1
                shared[bisect_right(heads, at + step) - 1].setdefault(holder, theirs)
        for sentence, places in sorted(_with_neighbours(shared, len(heads)).items()):
            words = passages[number].words(sentence)
            held = [passages[holder].beside(source, words, there) for holder, there in sorted(places.items())]
            found += sorted((p for p in held if p and len(p.partner) >= MOST * len(words)), key=distance)
    return found


@once
def _heads(item: Reading) -> Sequence[int]:
    """The number of the first word of each sentence."""
    starts = [word.span.start for word in item.tokens]
    return [bisect_left(starts, sentence.start) for sentence in item.sentences]


def _with_neighbours(shared: Mapping[int, dict[int, int]], sentences: int) -> dict[int, dict[int, int]]:
    """The sentences that share a run of words with a source, and those before and after them."""
    found = {sentence: dict(places) for sentence, places in shared.items()}
    for sentence, places in shared.items():
        for step in (-1, 1):
            if 0 <= sentence + step < sentences:
                beside = found.setdefault(sentence + step, {})
                for holder, there in places.items():
                    beside.setdefault(holder, there + step)
    return found


def shared_copies(reading: SetReading) -> tuple[tuple[str, ...], ...]:
    """Groups of source articles that have at least a quarter of the shorter one's words from one copy."""
    common: dict[tuple[str, str], int] = defaultdict(int)
    for p in reading.parallels:
        if p.draft.article.role is not Role.DRAFT:
            common[p.source.article.id, p.draft.article.id] += len(p.partner)
    length = {item.article.id: len(item.tokens) for item in reading.articles}
    groups: dict[str, set[str]] = {}
    for (a, b), count in sorted(common.items()):
        if count >= _SHARE * min(length[a], length[b]):
            group = groups.get(a, {a}) | groups.get(b, {b})
            groups.update(dict.fromkeys(group, group))
    return tuple(sorted({tuple(sorted(group)) for group in groups.values()}))
