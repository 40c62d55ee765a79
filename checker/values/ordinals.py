"""Ordinals and ranks: "third", "the 21st", "second-largest"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Article, Interval, Kind, Span, Value
from checker.values.lexer import Lex, glued, lex, lower
from checker.values.nouns import counted_after
from checker.values.numerals import read_cardinal
from checker.values.tokens import tokens_of

if TYPE_CHECKING:
    from checker.language import Doc, Token

_SUFFIXES = ("st", "nd", "rd", "th")
_HYPHENS = "-‑"


def find(doc: Doc, article: Article) -> Iterator[Value]:
    """Every ordinal of the article; bounds are the rank."""
    pieces = lex(article.text)
    at = 0
    while at < len(pieces):
        read = read_ordinal(pieces, at)
        if read is None:
            at += 1
            continue
        rank, end = read
        span = Span(pieces[at].start, pieces[end - 1].end)
        if not _is_idiom(pieces, at, end, doc, span):
            yield _value(doc, article, span, rank)
        at = end


@lru_cache(maxsize=1)
def _words() -> dict[str, int]:
    """ "third" → 3, "hundredth" → 100."""
    data = load("numbers")
    named = {word: rank for word, rank in data["denominators"].items() if word not in ("half", "quarter")}
    named.update(data["ordinals"])
    return named


def read_ordinal(pieces: Sequence[Lex], at: int) -> tuple[int, int] | None:
    """The rank said at piece `at` and the index after it: "30th", "twenty-fifth", "three trillionth"."""
    piece = pieces[at]
    if piece.text.isdecimal() and lower(pieces, at + 1) in _SUFFIXES and glued(pieces, at + 1):
        return (int(piece.text), at + 2) if len(piece.text) < 16 else None
    if piece.lower in _words():
        return _words()[piece.lower], at + 1
    if piece.lower in ("hundred", "thousand") and lower(pieces, at - 1) == "the":
        last = read_ordinal(pieces, at + 2) if lower(pieces, at + 1) == "and" else None
        return (last[0] + (100 if piece.lower == "hundred" else 1000), last[1]) if last else None
    if piece.lower not in load("numbers")["units"] and piece.lower not in load("numbers")["tens"]:
        return None
    read = read_cardinal(pieces, at)
    if read is None or read[0].value.denominator != 1 or read[0].article:
        return None
    before, end = read
    if lower(pieces, end) in _HYPHENS and lower(pieces, end):
        end += 1
    if lower(pieces, end) == "and" and before.value % 100 == 0:
        end += 1  # "one hundred and first"
    size = _words().get(lower(pieces, end))
    if size is None:
        return None
    if size >= 100:
        return int(before.value) * size, end + 1
    fits = (size < 10 and before.value % 10 == 0) or (size < 100 and before.value % 100 == 0)
    return (int(before.value) + size, end + 1) if fits else None


def _is_idiom(pieces: Sequence[Lex], at: int, end: int, doc: Doc, span: Span) -> bool:
    """ "second thoughts", "at first", "a split second", "two thirds": no rank."""
    data = load("numbers")["ordinal_idioms"]
    word, before, after = pieces[end - 1].lower, lower(pieces, at - 1), lower(pieces, end)
    hyphen = after in _HYPHENS and after and glued(pieces, end) and glued(pieces, end + 1)
    if f"{word} {lower(pieces, end + 1) if hyphen else after}" in data["with_next"]:
        return True
    around = " ".join(piece.lower for piece in pieces[max(0, at - 2) : end + 2])
    if any(f" {phrase} " in f" {around} " for phrase in data["phrases"]):
        return True
    token = tokens_of(doc).at(span.start)
    if f"{before} {word}" in data["with_previous"] and not _of_a_kind(before, token):
        return True
    if after in load("labels")["streets"] and pieces[end].text[0].isupper():
        return True  # "223rd Street"
    if word == "second" and token is not None:
        return at > 0 and pieces[at - 1].is_number
    return _in_name(token)


def _of_a_kind(before: str, token: Token | None) -> bool:
    """Whether a noun follows "a third", as in "a third term": the fraction is "a third of"."""
    if before != "a" or token is None or token.lower_ == "second" or token.i + 1 >= len(token.doc):
        return False
    return bool(token.nbor().pos_ in ("NOUN", "ADJ") and token.head.i > token.i)


def _in_name(token: Token | None) -> bool:
    """ "the Third Reich", "the Sixth Fleet": capitals where the sentence does not ask for them."""
    if token is None or token.i == 0 or token.is_sent_start or token.i + 1 >= len(token.doc):
        return False
    before, after = token.nbor(-1), token.nbor()
    named = token.is_title and token.is_alpha and after.pos_ == "PROPN" and after.is_title
    return bool(named and before.lower_ == "the" and (before.is_lower or before.is_sent_start))


def _value(doc: Doc, article: Article, span: Span, rank: int) -> Value:
    return Value(
        Kind.ORDINAL,
        span,
        article.words(span),
        (str(rank),),
        Interval.point(Fraction(rank), whole=True),
        low=str(rank),
        high=str(rank),
        counted=counted_after(doc, span),
    )
