"""Values that say nothing that another account could contradict.

Numbers that the tokeniser of some other program has torn apart ("1. 6 billion", "20 - 13"), lengths of time
that are reckoned from nothing that is named ("two days later"), years that tell one thing from another of its
kind.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import TYPE_CHECKING

from checker.model import Article, Kind, Value
from checker.topics.lengths import is_offset, reckoned_from
from checker.topics.results import is_score, result

if TYPE_CHECKING:
    from checker.language import Doc

# A number that goes on behind its mark: "1. 6", "20, 000", "4: 30"; no year or long number does.
_TORN = re.compile(r"(?<![\d.,])(\d{1,3}) ?(?:\. |, (?=\d{3}(?!\d))|: (?=\d\d(?!\d)))(?=\d)")
_TORN_DASH = re.compile(r"(\d) - (?=\d)")
_WINDOW = 6  # characters before and behind a mark that show whether it tears a number apart


def no_claim(doc: Doc, article: Article, value: Value, dates: Set[int] = frozenset()) -> bool:
    """Whether a value of a parsed article is passed over when claims are made; `dates` is where dates end."""
    if is_score(value):
        return result(doc, value) is None
    return _garbled(doc, article, value, dates) or _names_another(doc, value)


def _garbled(doc: Doc, article: Article, value: Value, dates: Set[int]) -> bool:
    """Whether a number is torn apart, or a length of time is one from nothing that is named."""
    if value.kind in (Kind.DATE, Kind.TERM):
        return False
    if value.kind is Kind.DURATION and is_offset(doc, value):
        return reckoned_from(doc, value) is None
    torn = [at for at in value.span if _torn_at(_TORN, article.text, at, dates)]
    dashed = any(_torn_at(_TORN_DASH, article.text, at, dates) for at in value.span)
    return dashed or any(not _starts_sentence(doc, at) for at in torn)


def _starts_sentence(doc: Doc, place: int) -> bool:
    """Whether the first word at or behind a place begins a sentence: the stop before it is a full stop."""
    word = doc.char_span(place, place + 1, alignment_mode="expand")
    at = word.start if word is not None else 0
    while at + 1 < len(doc) and (doc[at].idx < place or doc[at].is_punct or doc[at].is_space):
        at += 1
    return bool(doc[at].is_sent_start)


def _torn_at(mark: re.Pattern[str], text: str, at: int, dates: Set[int] = frozenset()) -> bool:
    """Whether a number that is no part of a date goes on behind the mark that ends, or begins, at a place."""
    found = mark.finditer(text, max(0, at - _WINDOW), at + _WINDOW)
    return any(at in (m.end(), m.end(1)) and m.end(1) not in dates for m in found)


def is_rest(article: Article, value: Value) -> bool:
    """Whether a number is what is left of a longer one that was torn apart: "000" of "20, 000"."""
    return value.text[:1].isdigit() and _torn_at(_TORN, article.text, value.span.start)


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
