"""Values that say nothing that another account could contradict.

Numbers that the tokeniser of some other program has torn apart ("1. 6 billion", "20 - 13"), lengths of time
that are reckoned from nothing that is named ("two days later"), years that tell one thing from another of its
kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from typing import TYPE_CHECKING

from checker.model import Article, Kind, Span, Value
from checker.topics.lengths import is_offset, reckoned_from
from checker.topics.results import is_score, result

if TYPE_CHECKING:
    from checker.language import Doc

# A number that goes on behind its mark: "1. 6", "20, 000", "4: 30"; no year or long number does.
_TORN = re.compile(r"(?<![\d.,])(\d{1,3}) ?(?:\. |, (?=\d{3}(?!\d))|: (?=\d\d(?!\d)))(?=\d)")
_TORN_DASH = re.compile(r"(\d) - (?=\d)")
_WINDOW = 6  # characters before and behind a mark that show whether it tears a number apart


def number_ends(article: Article, values: Iterable[Value], sentences: Sequence[Span]) -> frozenset[int]:
    """Where numbers end for certain: those of dates and ages, and the last of each sentence."""
    text = article.text
    before = [text[max(0, s.start - _WINDOW) : s.start] for s in sentences]
    stops = {s.start - len(b) + len(b.rstrip(" .")) for s, b in zip(sentences, before, strict=True)}
    return frozenset(stops) | {v.span.end for v in values if v.kind in (Kind.DATE, Kind.AGE)}


def no_claim(doc: Doc, article: Article, value: Value, ends: Set[int] = frozenset()) -> bool:
    """Whether a value of a parsed article is passed over when claims are made; `ends` as of `number_ends`."""
    if is_score(value):
        return result(doc, value) is None
    return _garbled(doc, article, value, ends) or _names_another(doc, value)


def _garbled(doc: Doc, article: Article, value: Value, ends: Set[int]) -> bool:
    """Whether a number is torn apart, or a length of time is one from nothing that is named."""
    if value.kind in (Kind.DATE, Kind.TERM):
        return False
    if value.kind is Kind.DURATION and is_offset(doc, value):
        return reckoned_from(doc, value) is None
    marks = (_TORN, _TORN_DASH)
    return any(_torn_at(mark, article.text, at, ends) for mark in marks for at in value.span)


def _torn_at(mark: re.Pattern[str], text: str, at: int, ends: Set[int] = frozenset()) -> bool:
    """Whether a number goes on behind the mark that ends, or that begins, at a place."""
    found = mark.finditer(text, max(0, at - _WINDOW), at + _WINDOW)
    return any(at in (m.end(), m.end(1)) and m.end(1) not in ends for m in found)


def _names_another(doc: Doc, value: Value) -> bool:
    """Whether a year tells one thing from another of its kind: "the 2007 Oscars"."""
    if value.kind is not Kind.DATE or value.grain not in ("year", "decade"):
        return False
    inside = doc.char_span(*value.span, alignment_mode="expand")
    if inside is None:
        return False
    root = inside.root
    outside = not inside.start <= root.head.i < inside.end
    return outside and root.dep_ in ("compound", "nummod", "nmod", "amod")
