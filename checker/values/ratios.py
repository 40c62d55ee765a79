"""Parts of a whole said as fractions: "two in five", "half the condos", "three quarters of".

They are percentages by another name: bounds are in per cent, so "two in five" equals "40 %"; what is shown
stays the fraction as said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from checker.data import load
from checker.model import Counted, Interval, Kind, Said, Span, Value
from checker.values.amounts import PERCENT
from checker.values.lexer import index_at, is_link, lower
from checker.values.names import is_name
from checker.values.nouns import counted_after
from checker.values.numerals import Numeral, find_numerals, hedged_after
from checker.values.quantity import made
from checker.values.readings import Context

_HUNDRED = Fraction(100)
_MOST = 1_000_000


def find(context: Context) -> Iterator[Value]:
    """Every fraction of the article that is a part of something."""
    numerals = find_numerals(context.article.text)
    for numeral in numerals:
        if numeral.fraction and _is_part(numeral, context):
            yield _value(numeral, numeral.span, context)
    for part, whole in pairwise(numerals):
        if part.fraction or whole.fraction:
            continue
        noun = _between(part, whole, context)
        if (ratio := _out_of(part, whole, context, noun)) is not None:
            value = _value(ratio, ratio.span, context)
            yield replace(value, counted=noun) if noun else value


def _between(part: Numeral, whole: Numeral, context: Context) -> Counted | None:
    """What a ratio counts before its second number, which counts nothing: "four voters in five"."""
    noun = counted_after(context.doc, part.core)
    inside = noun is not None and noun.span.end < whole.core.start and " in " not in noun.text
    return noun if inside and counted_after(context.doc, whole.core) is None else None


def _is_part(numeral: Numeral, context: Context) -> bool:
    """Whether a fraction is said of something: no "second half", "half-time", "half an hour"."""
    pieces, table = context.chart.pieces, load("numbers")
    data = table["fractions"]
    first, end = index_at(pieces, numeral.core.start), index_at(pieces, numeral.core.end)
    word, before, after = pieces[end - 1].lower, lower(pieces, first - 1), lower(pieces, end)
    before = lower(pieces, first - 2) if before in ("-", "‑") else before  # "a second-half goal"
    if after in ("-", "‑") and pieces[end].start == numeral.core.end:
        return False
    if word in table["part words"] and end - first == 1:
        period = before in table["definite"] and not is_link(after, "of")  # "led at the half"
        return not period and before not in data["not_after"] and after not in data["half_not_before"]
    if word in table["part words"] and numeral.article:
        of = is_link(after, "of") or after in load("changes")["nouns"]
        return of or before in data["part_after"] or not after.isalpha()
    return not (numeral.digits and is_name(context, numeral))


def _out_of(part: Numeral, whole: Numeral, context: Context, noun: Counted | None) -> Numeral | None:
    """ "two in five", "9 out of 10", "one in every 20"."""
    data, text = load("numbers")["fractions"], context.article.text
    round_ = whole.value in data["round"]
    link = " ".join(text[noun.span.end if noun else part.core.end : whole.core.start].lower().split())
    if (noun is not None and not round_) or link not in data["out_of"] or part.range or whole.range:
        return None
    pieces = context.chart.pieces
    after = lower(pieces, index_at(pieces, whole.core.end))
    whole_numbers = part.value.denominator == whole.value.denominator == 1
    if part.bare_article or whole.bare_article or not whole_numbers or not 0 < part.value < whole.value:
        return None
    if link == data["out_of"][0] and (after in data["not_whole"] or whole.value > _MOST or _is_year(whole)):
        return None
    if is_link(link, "of") and (not round_ or not after.isalpha()):
        return None
    if whole.span.start < whole.core.start:  # "five in about 20": two numbers
        return None
    value = part.value / whole.value
    span, core = Span(part.span.start, whole.span.end), Span(part.core.start, whole.core.end)
    scaled = replace(part, core=core, span=span, values=(value,), step=None, scale=Fraction(1), fraction=True)
    if whole.hedge in ("<", ">") and part.hedge in ("=", "~"):  # "2 in 5 or more"
        bounds = whole.bounds.scaled(value / whole.value)
        return replace(scaled, bounds=bounds, hedge=whole.hedge, limit=whole.limit)
    return replace(scaled, bounds=part.bounds.scaled(1 / whole.value))


def _is_year(whole: Numeral) -> bool:
    return whole.digits and whole.scale == 1 and 1900 <= whole.value <= 2100


def _value(numeral: Numeral, span: Span, context: Context) -> Value:
    numeral, _ = hedged_after(context.article.text, numeral, numeral.core.end)
    bounds = numeral.bounds.scaled(_HUNDRED)
    return made(
        context.article.text,
        Kind.PERCENTAGE,
        span,
        bounds,
        [value * _HUNDRED for value in numeral.values],
        unit=PERCENT,
        dimension=PERCENT,
        said=Said(numeral.stated, None),
        hedge=numeral.hedge,
        counted=counted_after(context.doc, numeral.core),
        rounded=_rounded(numeral, bounds),
    )


def _rounded(numeral: Numeral, bounds: Interval) -> Interval | None:
    """A fraction is loose: "a third" may stand for anything that is nearest to it among the common ones."""
    if numeral.limit is not None or bounds.low is None or numeral.range:
        return None
    slack = min(Fraction(2), bounds.low / 5)
    return Interval(bounds.low - slack, bounds.low + slack)
