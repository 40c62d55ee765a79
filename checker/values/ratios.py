"""Parts of a whole said as fractions: "two in five", "half the condos", "three quarters of".

They are percentages by another name: bounds are in per cent, so "two in five" equals "40 %"; what
is shown stays the fraction as said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Article, Counted, Interval, Kind, Span, Value
from checker.values.amounts import PERCENT
from checker.values.labels import is_label
from checker.values.lexer import Lex, index_at, lex, lower
from checker.values.nouns import counted_after
from checker.values.numerals import Numeral, decimal_text, find_numerals, hedged_after

if TYPE_CHECKING:
    from checker.language import Doc

_HUNDRED = Fraction(100)


def find(doc: Doc, article: Article) -> Iterator[Value]:
    """Every fraction of the article that is a part of something."""
    numerals = find_numerals(article.text)
    pieces = lex(article.text)
    for index, numeral in enumerate(numerals):
        if numeral.fraction:
            if _is_part(numeral, pieces, doc, article.text):
                yield _value(numeral, numeral.span, doc, article)
        elif index + 1 < len(numerals):
            whole = numerals[index + 1]
            noun = _between(numeral, whole, doc)
            of = _out_of(numeral, whole, pieces, article.text, noun)
            if of is not None:
                value = _value(of, of.span, doc, article)
                yield replace(value, counted=noun) if noun else value


def _between(part: Numeral, whole: Numeral, doc: Doc) -> Counted | None:
    """What a ratio counts before its second number, which counts nothing: "four voters in five"."""
    noun = counted_after(doc, part.core)
    inside = noun is not None and noun.span.end < whole.core.start and " in " not in noun.text
    return noun if inside and counted_after(doc, whole.core) is None else None


def _is_part(numeral: Numeral, pieces: Sequence[Lex], doc: Doc, text: str) -> bool:
    """Whether a fraction is said of something: no "second half", "half-time", "half an hour"."""
    data = load("numbers")["fractions"]
    first, end = index_at(pieces, numeral.core.start), index_at(pieces, numeral.core.end)
    word, before, after = pieces[end - 1].lower, lower(pieces, first - 1), lower(pieces, end)
    before = lower(pieces, first - 2) if before in ("-", "‑") else before  # "a second-half goal"
    if after in ("-", "‑") and pieces[end].start == numeral.core.end:
        return False
    if word == "half" and end - first == 1:
        return before not in data["not_after"] and after not in data["half_not_before"]
    if word in ("quarter", "half") and numeral.article:
        return after == "of" or before in data["part_after"] or not after.isalpha()
    return not (numeral.digits and is_label(numeral, doc, text))


def _out_of(
    part: Numeral, whole: Numeral, pieces: Sequence[Lex], text: str, noun: Counted | None
) -> Numeral | None:
    """ "two in five", "9 out of 10", "one in every 20"."""
    if noun is not None and whole.value not in load("numbers")["fractions"]["round"]:
        return None
    link = " ".join(text[noun.span.end if noun else part.core.end : whole.core.start].lower().split())
    if link not in load("numbers")["fractions"]["out_of"] or part.range or whole.range or part.bare_article:
        return None
    after = lower(pieces, index_at(pieces, whole.core.end))
    if not 0 < part.value < whole.value or whole.bare_article or whole.fraction or part.fraction:
        return None
    if link == "in" and (after in load("numbers")["fractions"]["not_whole"] or whole.value > 1_000_000):
        return None
    if link == "of" and (whole.value not in load("numbers")["fractions"]["round"] or not after.isalpha()):
        return None
    if whole.span.start < whole.core.start:  # "five in about 20": two numbers
        return None
    if any(value.denominator != 1 for value in (part.value, whole.value)) or _is_year_like(whole, link):
        return None
    value = part.value / whole.value
    span, core = Span(part.span.start, whole.span.end), Span(part.core.start, whole.core.end)
    scaled = replace(part, core=core, span=span, values=(value,), step=None, scale=Fraction(1), fraction=True)
    if whole.hedge in ("<", ">") and part.hedge in ("=", "~"):  # "2 in 5 or more"
        bounds = Interval(*_limits(whole, part.value))
        return replace(scaled, bounds=bounds, hedge=whole.hedge, limit=whole.limit)
    return replace(scaled, bounds=part.bounds.scaled(1 / whole.value))


def _limits(whole: Numeral, part: Fraction) -> tuple[Fraction | None, Fraction | None, bool, bool]:
    """The bounds of the ratio under the hedge of its second number."""
    value = part / whole.value
    bounds = whole.bounds
    low = None if bounds.low is None else value * bounds.low / whole.value
    high = None if bounds.high is None else value * bounds.high / whole.value
    return low, high, bounds.low_open, bounds.high_open


def _is_year_like(whole: Numeral, link: str) -> bool:
    return link == "in" and whole.digits and whole.scale == 1 and 1900 <= whole.value <= 2100


def _value(numeral: Numeral, span: Span, doc: Doc, article: Article) -> Value:
    numeral, _ = hedged_after(article.text, numeral, numeral.core.end)
    bounds = numeral.bounds.scaled(_HUNDRED)
    return Value(
        Kind.PERCENTAGE,
        span,
        article.words(span),
        numeral.stated,
        bounds,
        low=shown(bounds.low, _HUNDRED),
        high=shown(bounds.high, _HUNDRED),
        dimension=PERCENT,
        hedge=numeral.hedge,
        counted=counted_after(doc, numeral.core),
        rounded=_rounded(numeral, bounds),
    )


def shown(value: Fraction | None, factor: Fraction) -> str | None:
    return None if value is None else decimal_text(value / factor)


def _rounded(numeral: Numeral, bounds: Interval) -> Interval | None:
    """A fraction is loose: "a third" may stand for anything that is nearest to it among the common ones."""
    if numeral.limit is not None or bounds.low is None or numeral.range:
        return None
    slack = min(Fraction(2), bounds.low / 5)
    return Interval(bounds.low - slack, bounds.low + slack)
