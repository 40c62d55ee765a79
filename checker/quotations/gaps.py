"""Quotations that own up to a change: words left out, "[…]", and words put in or exchanged, "[the mayor]".

What stands between two gaps is a piece that must be as it was said. A word in brackets, or with some of
its letters in brackets, may stand for anything; so may "[sic]", which stands for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.model import Article, Span
from checker.quotations.wordings import ANYTHING, Word, words_in
from checker.readings import Reading

_DOTS = r"(?:…|\.\s?\.(?:\s?\.)+)"
_GAP = re.compile(rf"\[\s?{_DOTS}\s?\]|\(\s?{_DOTS}\s?\)|{_DOTS}")
_BRACKETS = re.compile(r"[\w'’-]*\[[^\[\]]*\][\w'’-]*")
_TORN = re.compile(r"[\[\]()]|``.*``", re.DOTALL)  # a mark opened twice is torn; asides in () are unread


def has_gap(article: Article, span: Span) -> bool:
    return _GAP.search(article.text, span.start, span.end) is not None


def is_owned(article: Article, span: Span) -> bool:
    """Whether a passage owns up to changes in brackets, of whatever kind, or has torn marks."""
    return _TORN.search(article.text, span.start, span.end) is not None


def pieces(reading: Reading, part: Span) -> Sequence[tuple[Span, list[Word]]]:
    """The stretches of a quotation between its gaps, each with its words; none where it cannot be read."""
    text = reading.article.text
    gaps = [m.span() for m in _GAP.finditer(text, part.start, part.end)]
    starts = [part.start, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), part.end]
    found = []
    for start, end in zip(starts, ends, strict=True):
        piece = Span(start, end)
        read = _words(reading, piece)
        if read is None:
            return []
        found.append((piece, read))
    return found


def plain(quoted: Sequence[Word]) -> list[Word]:
    """The words of a piece that are not in brackets."""
    return [word for word in quoted if word.text != ANYTHING]


def _words(reading: Reading, piece: Span) -> list[Word] | None:
    """The words of a piece; one for everything within a pair of brackets."""
    text = reading.article.text
    found: list[Word] = []
    start = piece.start
    for bracket in _BRACKETS.finditer(text, piece.start, piece.end):
        before = Span(start, bracket.start())
        if is_owned(reading.article, before):
            return None
        found += words_in(reading, before)
        found.append(Word(ANYTHING, Span(bracket.start(), bracket.end())))
        start = bracket.end()
    rest = Span(start, piece.end)
    if is_owned(reading.article, rest):
        return None
    return [*found, *words_in(reading, rest)]
