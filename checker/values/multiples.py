"""Multiples: "doubled", "more than sixfold", "three times as many", "twice the size", "halved"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Article, Interval, Kind, Span, Value
from checker.values import hedges
from checker.values.lexer import Lex, glued, index_at, lex, lower
from checker.values.numerals import Numeral, decimal_text, find_numerals, hedge_before

if TYPE_CHECKING:
    from checker.language import Doc

DIMENSION = "multiple"


def find(doc: Doc, article: Article) -> Iterator[Value]:
    """Every multiple of the article: bounds are the factor."""
    pieces = lex(article.text)
    yield from _words(pieces, article)
    for numeral in find_numerals(article.text):
        if (end := _times(pieces, numeral)) is not None:
            span = Span(numeral.span.start, pieces[end - 1].end)
            yield _value(article, span, numeral.stated, numeral.bounds, numeral.hedge, None)


def _words(pieces: Sequence[Lex], article: Article) -> Iterator[Value]:
    """Single words: "doubled", "tenfold", "twice as many", "halved"."""
    data = load("numbers")["multiples"]
    for at, piece in enumerate(pieces):
        factor, change = _factor(piece.lower, data)
        if factor is None or (
            piece.lower in data["needs_after"] and lower(pieces, at + 1) not in data["after"]
        ):
            continue
        if lower(pieces, at + 1) in ("down", "over", "up", "back"):  # "doubling down"
            continue
        hedge = hedge_before(article.text, at)
        start = hedge[1] if hedge else piece.start
        bounds = hedges.limited(hedge[0].name if hedge else None, factor, Fraction(1))
        sign = hedge[0].sign if hedge else "="
        yield _value(article, Span(start, piece.end), (decimal_text(factor),), bounds, sign, change)


def _factor(word: str, data: dict[str, dict[str, object]]) -> tuple[Fraction | None, str | None]:
    """The factor a word says, and the way it moves: "halved" is ½ and down."""
    if word.endswith("fold") and (base := load("numbers")["units"].get(word[:-4])):
        return Fraction(base), None
    entry = data["words"].get(word)
    if entry is None:
        return None, None
    factor, change = str(entry).split()
    return Fraction(factor), None if change == "level" else change


def _times(pieces: Sequence[Lex], numeral: Numeral) -> int | None:
    """The index after "times as many", "-fold", "x" where they make the number a factor."""
    data = load("numbers")["multiples"]
    if numeral.bare_article or numeral.vague:
        return None
    at = index_at(pieces, numeral.core.end)
    word = lower(pieces, at)
    if word in ("-", "‑") and lower(pieces, at + 1) == "fold":
        return at + 2
    if word == "fold" or (
        word in ("x", "×")
        and numeral.digits
        and glued(pieces, at)
        and not glued(pieces, at + 1)
        and (numeral.value <= 100 or pieces[at].text != "X")  # "the 777X"
    ):
        return at + 1
    if word != "times" or lower(pieces, at + 1) not in data["after"]:
        return None
    return at + 1


def _value(
    article: Article, span: Span, stated: tuple[str, ...], bounds: Interval, hedge: str, change: str | None
) -> Value:
    low, high = (None if end is None else decimal_text(end) for end in (bounds.low, bounds.high))
    return Value(
        Kind.COUNT,
        span,
        article.words(span),
        stated,
        bounds,
        low=low,
        high=high,
        unit="times",
        dimension=DIMENSION,
        hedge=hedge,
        change=change,
    )
