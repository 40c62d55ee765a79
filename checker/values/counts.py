"""Counts: how many of what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Article, Interval, Kind, Value
from checker.values.numerals import Numeral, decimal_text, find_numerals

if TYPE_CHECKING:
    from checker.language import Doc


def find(doc: Doc, article: Article) -> Iterator[Value]:
    """Every count of the article."""
    for numeral in find_numerals(article.text):
        if numeral.bare_article or numeral.vague:
            continue
        yield _value(numeral, article)


def _value(numeral: Numeral, article: Article) -> Value:
    bounds = Interval(
        numeral.bounds.low,
        numeral.bounds.high,
        numeral.bounds.low_open,
        numeral.bounds.high_open,
        whole=numeral.value.denominator == 1,
    )
    return Value(
        Kind.COUNT,
        numeral.span,
        article.words(numeral.span),
        numeral.stated,
        bounds,
        low=None if bounds.low is None else decimal_text(bounds.low),
        high=None if bounds.high is None else decimal_text(bounds.high),
        hedge=numeral.hedge,
    )
