"""Passages that two sources have nearly word for word: one agency's copy, or one taken from the other.

Eight words in a row that a source shares with one before it anchor a passage; what lies between two anchors
and around them is aligned word by word, as long as few words differ in one place. Each source is held against
the first that has its words, so the cost grows with the text, not with the pairs of sources.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from checker.copies.sentences import is_change
from checker.model import Role, Span
from checker.readings import Change, Parallel, Reading, Word

_RUN = 8  # words in a row that two writers do not choose alike
_AROUND = 40  # words between or beside anchors that are aligned, at most
_FEW = 8  # words on one side that stand for none or for others, at most
_EDGE = 2  # words in common with which a passage begins and ends, at least

Pairs = list[tuple[int, int]]


def find_copies(readings: Sequence[Reading]) -> list[Parallel]:
    """The passages that a source has from one before it in the set, sentence by sentence."""
    sources = [item for item in readings if item.article.role is Role.SOURCE]
    first: dict[int, tuple[int, int]] = {}
    found: list[Parallel] = []
    for number, item in enumerate(sources):
        shared: dict[int, Pairs] = defaultdict(list)
        texts = [word.text for word in item.tokens]
        for i in range(len(texts) - _RUN + 1):
            holder, j = first.setdefault(hash(tuple(texts[i : i + _RUN])), (number, i))
            if holder != number:
                shared[holder].append((i, j))
        for holder, anchors in sorted(shared.items()):
            other = sources[holder]
            after = 0
            for chain in _chains(anchors):
                for passage in _near(_aligned(item.tokens, other.tokens, chain, after)):
                    found += _sentences(item, other, passage)
                    after = passage[-1][0] + 1
    return found


def _chains(anchors: Pairs) -> Iterator[Pairs]:
    """Anchors that follow one another on both sides, not far apart."""
    chain: Pairs = []
    for i, j in anchors:
        if chain:
            right, down = i - chain[-1][0], j - chain[-1][1]
            if right != down and min(right, down) < _RUN and down > 0:
                continue  # a run that stands twice
            if not 0 < down <= _AROUND + _RUN or right > _AROUND + _RUN:
                yield chain
                chain = []
        chain.append((i, j))
    if chain:
        yield chain


def _aligned(a: Sequence[Word], b: Sequence[Word], chain: Pairs, after: int) -> Pairs:
    """The words in common, from a little before the first anchor to a little behind the last."""
    chain = [anchor for anchor in chain if anchor[0] >= after]
    if not chain:
        return []
    at = max(after, chain[0][0] - _AROUND), max(0, chain[0][1] - _AROUND)
    end = min(len(a), chain[-1][0] + _RUN + _AROUND), min(len(b), chain[-1][1] + _RUN + _AROUND)
    found: Pairs = []
    for start in chain:
        found += _same(a, b, at, start)
        found += ((start[0] + k, start[1] + k) for k in range(max(0, at[0] - start[0]), _RUN))
        at = start[0] + _RUN, start[1] + _RUN
    return found + _same(a, b, at, end)


def _same(a: Sequence[Word], b: Sequence[Word], at: tuple[int, int], to: tuple[int, int]) -> Pairs:
    if at[0] >= to[0] or at[1] >= to[1]:
        return []
    ours, theirs = ([w.text for w in words[s:e]] for words, s, e in zip((a, b), at, to, strict=True))
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return [(at[0] + x + k, at[1] + y + k) for x, y, size in blocks for k in range(size)]


def _near(pairs: Pairs) -> Iterator[Pairs]:
    """The stretches in which few words differ in one place and that begin and end alike."""
    breaks = [n for n, (p, q) in enumerate(pairwise(pairs), 1) if max(q[0] - p[0], q[1] - p[1]) > _FEW + 1]
    for begin, end in pairwise([0, *breaks, len(pairs)]):
        blocks = _blocks(pairs[begin:end])
        while blocks and len(blocks[0]) < _EDGE:
            blocks.pop(0)
        while blocks and len(blocks[-1]) < _EDGE:
            blocks.pop()
        if any(len(block) >= _RUN for block in blocks):
            yield [pair for block in blocks for pair in block]


def _blocks(pairs: Pairs) -> list[Pairs]:
    blocks: list[Pairs] = []
    for pair in pairs:
        if blocks and (blocks[-1][-1][0] + 1, blocks[-1][-1][1] + 1) == pair:
            blocks[-1].append(pair)
        else:
            blocks.append([pair])
    return blocks


def _sentences(one: Reading, other: Reading, passage: Pairs) -> Iterator[Parallel]:
    """A passage cut before each word in common that begins a sentence on either side.

    Where it is all but the first or the last words of both articles, those stand for one another, too.
    """
    heads = [_heads(item) for item in (one, other)]
    cuts = [n for n, (i, j) in enumerate(passage) if n and (i in heads[0] or j in heads[1])]
    ends = len(one.tokens), len(other.tokens)
    last = passage[-1][0] + 1, passage[-1][1] + 1
    first = (0, 0) if max(passage[0]) <= _FEW else passage[0]
    last = ends if max(ends[0] - last[0], ends[1] - last[1]) <= _FEW else last
    for begin, end in pairwise([0, *cuts, len(passage)]):
        start = passage[begin] if begin else first
        yield _parallel(one, other, passage[begin:end], start, passage[end] if end < len(passage) else last)


def _heads(item: Reading) -> set[int]:
    starts = [word.span.start for word in item.tokens]
    return {bisect_left(starts, sentence.start) for sentence in item.sentences}


def _parallel(
    one: Reading, other: Reading, pairs: Pairs, start: tuple[int, int], stop: tuple[int, int]
) -> Parallel:
    i, j = start
    a, b = one.tokens[i : stop[0]], other.tokens[j : stop[1]]
    changes = [
        Change(range(p[0] + 1 - i, q[0] - i), range(p[1] + 1 - j, q[1] - j))
        for p, q in pairwise([(i - 1, j - 1), *pairs, stop])
        if (p[0] + 1, p[1] + 1) != q
    ]
    changes = [change for change in changes if is_change(a, b, change)]
    span = Span(a[0].span.start, a[-1].span.end)
    return Parallel(one, other, span, a, b, {p[0] - i: p[1] - j for p in pairs}, changes)
