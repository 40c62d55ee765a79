"""Parts of a whole said as fractions: "two in five", "half the condos", "three quarters of".

They are percentages by another name: bounds are in per cent, so "two in five" equals "40 %"; what is shown
stays the fraction as said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checker.data import load
from checker.model import Interval, Kind, Said, Span, Value
from checker.values.amounts import PERCENT
from checker.values.chart import GRAMMAR, Match
from checker.values.hedging import limit
from checker.values.items import Limit
from checker.values.lexer import index_at, is_link, lower
from checker.values.names import is_name
from checker.values.nouns import counted_after
from checker.values.numerals import Numeral, find_numerals
from checker.values.quantity import made
from checker.values.readings import Context

_HUNDRED = Fraction(100)
_MOST = 1_000_000


@GRAMMAR.production("so many out of so many", "plain", "number out_of number")
def out_of(m: Match) -> Numeral | None:
    """ "two in five", "9 out of 10", "one in every 20"."""
    found = _ratio(m[0], m[2], m[1], m.after())
    return found and replace(found, span=m.span, core=m.span)


def _ratio(part: Numeral, whole: Numeral, link: str, after: str) -> Numeral | None:
    data = load("numbers")["fractions"]
    whole_numbers = part.value.denominator == whole.value.denominator == 1
    if part.fraction or not whole_numbers or not 0 < part.value < whole.value:
        return None
    if link == data["out_of"][0] and (after in data["not_whole"] or whole.value > _MOST or _is_year(whole)):
        return None
    if is_link(link, "of") and (whole.value not in data["round"] or not after.isalpha()):
        return None
    return Numeral.plain(part.value / whole.value, 1 / whole.value, fraction=True)


def find(context: Context) -> Iterator[Value]:
    """Every fraction of the article that is a part of something."""
    for numeral in find_numerals(context.article.text):
        if numeral.fraction and _is_part(numeral, context):
            yield _value(numeral, context)
        elif not (numeral.fraction or numeral.article or numeral.range):
            yield from _around_noun(numeral, context)


def _around_noun(part: Numeral, context: Context) -> Iterator[Value]:
    """ "four voters in five": what a ratio counts may stand before its second number."""
    noun, chart = counted_after(context.doc, part.core), context.chart
    at = index_at(chart.pieces, noun.span.end) if noun else len(chart.pieces)
    for link in chart.of(at, "out_of") if noun and " in " not in noun.text else ():
        whole = chart.longest(link.end, "number")
        if whole is None or whole.data.value not in load("numbers")["fractions"]["round"]:
            continue
        span = Span(part.span.start, chart.pieces[whole.end - 1].end)
        ratio = _ratio(part, whole.data, link.data, lower(chart.pieces, whole.end))
        if ratio and counted_after(context.doc, Span(span.end - 1, span.end)) is None:
            ratio = replace(ratio, span=span, core=span)
            hedged = limit(ratio, Limit(part.limit, part.hedge, "")) if part.limit else ratio
            yield replace(_value(hedged, context), counted=noun)


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


def _is_year(whole: Numeral) -> bool:
    return whole.digits and whole.scale == 1 and 1900 <= whole.value <= 2100


def _value(numeral: Numeral, context: Context) -> Value:
    bounds = numeral.bounds.scaled(_HUNDRED)
    return made(
        context.article.text,
        Kind.PERCENTAGE,
        numeral.span,
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
