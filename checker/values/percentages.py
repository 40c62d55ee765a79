"""Percentages and percentage points: "60 per cent of men", "up 0.3%", "two percentage points"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Article, Counted, Interval, Kind, Span, Value
from checker.values import hedges
from checker.values.lexer import Lex, index_at, lex, lower
from checker.values.nouns import counted_after
from checker.values.numerals import Numeral, decimal_text, find_numerals, hedged_after
from checker.values.phrases import near, range_start
from checker.values.tokens import tokens_of

if TYPE_CHECKING:
    from checker.language import Doc

PERCENT, POINT = "percent", "percentage_point"


def find(doc: Doc, article: Article) -> Iterator[Value]:
    """Every percentage of the article; bounds in per cent or in percentage points."""
    pieces = lex(article.text)
    first: tuple[Numeral, str, Fraction, int] | None = None
    for numeral in find_numerals(article.text):
        read = _unit(pieces, index_at(pieces, numeral.core.end), numeral)
        if read is None and (start := _named_before(pieces, numeral)) is not None:
            numeral = replace(numeral, span=Span(start, numeral.span.end))
            read = PERCENT, Fraction(1), numeral.core.end
        if read is None:
            continue
        if first is not None and (whole := _range(pieces, first, (numeral, *read))) is not None:
            first = whole
            continue
        if first is not None:
            yield _value(*first, doc, article)
        first = (numeral, *read)
    if first is not None:
        yield _value(*first, doc, article)


def _range(
    pieces: Sequence[Lex],
    first: tuple[Numeral, str, Fraction, int],
    second: tuple[Numeral, str, Fraction, int],
) -> tuple[Numeral, str, Fraction, int] | None:
    """ "5% to 10%", "between five per cent and 20 per cent": two ends of one range."""
    one, other = first[0], second[0]
    if first[1:3] != second[1:3] or one.range or other.range or not one.value < other.value or other.limit:
        return None
    start = index_at(pieces, one.core.start)
    opens = range_start(pieces, start, index_at(pieces, first[3]), index_at(pieces, other.core.start))
    if opens is None:
        return None
    span = Span(min(pieces[opens].start, one.span.start), other.core.end)
    both = replace(
        one,
        span=span,
        core=span,
        values=(one.value, other.value),
        bounds=Interval(one.value, other.value),
        range=True,
    )
    return both, second[1], second[2], second[3]


def _unit(pieces: Sequence[Lex], at: int, numeral: Numeral) -> tuple[str, Fraction, int] | None:
    """The unit at piece `at`, how many of it one stated unit is, and the offset where its words end."""
    if lower(pieces, at) in ("-", "‑"):
        at += 1
    if numeral.fraction:  # "half a percentage point", "a quarter of a per cent"
        while lower(pieces, at) in ("of", "a", "an", "one"):
            at += 1
    found = unit_words(pieces, at) or _bare_point(pieces, at, numeral)
    if found is None or (numeral.bare_article and found[0] == PERCENT):
        return None  # "a percentage of", "a per cent" says no number
    unit, factor, end = found
    return unit, factor, pieces[end - 1].end


def _bare_point(pieces: Sequence[Lex], at: int, numeral: Numeral) -> tuple[str, Fraction, int] | None:
    """ "a quarter point", "half a point" of an interest rate."""
    if not numeral.fraction or lower(pieces, at) not in ("point", "points"):
        return None
    start = index_at(pieces, numeral.core.start)
    told = near(pieces, start, at, load("numbers")["point_cues"])
    return (POINT, Fraction(1), at + 1) if told else None


def _named_before(pieces: Sequence[Lex], numeral: Numeral) -> int | None:
    """Where "per cent of 210" starts, where nothing but the number is said of the per cent."""
    of, after = index_at(pieces, numeral.span.start) - 1, index_at(pieces, numeral.span.end)
    if lower(pieces, of) != "of" or numeral.bare_article or (after < len(pieces) and pieces[after].is_word):
        return None
    for start in range(max(0, of - 2), of):
        found = unit_words(pieces, start)
        if found is not None and found[0] == PERCENT and found[2] == of:
            told = start > 0 and (pieces[start - 1].is_number or pieces[start - 1].is_word)
            return None if told else pieces[start].start
    return None


def unit_words(pieces: Sequence[Lex], at: int) -> tuple[str, Fraction, int] | None:
    """The unit named at piece `at`, how many of it one stated unit is, and the index after its words."""
    for phrase, unit, factor in _phrases().get(lower(pieces, at), ()):
        if all(lower(pieces, at + i) == word for i, word in enumerate(phrase)):
            return unit, factor, at + len(phrase)
    return None


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[list[str], str, Fraction]]]:
    """The names of the units by their first word, in the order of the list."""
    data = load("numbers")["percent"]
    found: dict[str, list[tuple[list[str], str, Fraction]]] = {}
    for name, unit, factor in (
        ("point", POINT, Fraction(1)),
        ("basis_point", POINT, Fraction(1, 100)),
        ("percent", PERCENT, Fraction(1)),
    ):
        for phrase in data[name]:
            found.setdefault(phrase.split()[0], []).append((phrase.split(), unit, factor))
    return found


def _value(numeral: Numeral, unit: str, factor: Fraction, end: int, doc: Doc, article: Article) -> Value:
    numeral, stop = hedged_after(article.text, numeral, end)
    span = Span(numeral.span.start, max(stop, numeral.span.end))
    bounds = numeral.bounds.scaled(factor) if factor != 1 else numeral.bounds
    return Value(
        Kind.PERCENTAGE,
        span,
        article.words(span),
        numeral.stated,
        bounds,
        low=shown(bounds.low, factor),
        high=shown(bounds.high, factor),
        unit=unit if factor == 1 else "basis_point",
        dimension=unit,
        hedge=numeral.hedge,
        counted=whole_of(doc, end),
        rounded=rounded(numeral, factor),
    )


def shown(value: Fraction | None, factor: Fraction) -> str | None:
    return None if value is None else decimal_text(value / factor)


def rounded(numeral: Numeral, factor: Fraction = Fraction(1)) -> Interval | None:
    """What may have been rounded to an unhedged number: half its last stated place either way."""
    if numeral.limit is not None or len(numeral.values) != 1 or numeral.step is None:
        return None
    return hedges.rounded(numeral.value, numeral.step, exact=False).scaled(factor)


def whole_of(doc: Doc, end: int) -> Counted | None:
    """What it is a part of: the noun phrase after "of", or right after the words that end at `end`."""
    tokens = tokens_of(doc)
    after = tokens.after(Span(end - 1, end))
    if after >= len(doc) or doc[after].lower_ != "of":
        return None
    return counted_after(doc, Span(end - 1, end))
