"""Amounts as values: money in major units, measures in base units, per cent and points."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from checker.model import Counted, Interval, Kind, Said, Span, Value
from checker.values import joined_amounts  # noqa: F401  (it fills the grammar)
from checker.values.amounts import Amount
from checker.values.chart import Edge
from checker.values.company import basis_of
from checker.values.currencies import resolve, worth_of
from checker.values.lexer import index_at
from checker.values.nouns import counted_after
from checker.values.quantity import Numeral, decimal_text, made, rounded_to
from checker.values.rates import Rate
from checker.values.readings import Context, reading

_RANK = 4  # among readings of the same words


@reading("amount", rank=_RANK)
def amount(context: Context, edge: Edge) -> Value | None:
    found: Amount = edge.data
    return value_of(context, found)


@reading("amounts", rank=_RANK)
def amounts(context: Context, edge: Edge) -> tuple[Value, ...] | None:
    """Each amount of a list that tells its unit once."""
    return tuple(value_of(context, found) for found in edge.data)


def value_of(context: Context, found: Amount) -> Value:
    """The value that an amount is."""
    number, unit = found.number, found.unit
    if unit.kind is Kind.MONEY:
        return _money(context, found)
    share = unit.kind is Kind.PERCENTAGE
    return made(
        context.article.text,
        unit.kind,
        found.span,
        unit.to_base(number.bounds),
        number.values,
        shown=number.bounds,
        unit=unit.shown,
        dimension=unit.dimension,
        hedge=number.hedge,
        counted=whole_of(context, context.chart.pieces[found.unit_end - 1].end) if share else None,
        rounded=None if share and number.magnitude else _rounded(found),
        notes=_per_notes(found.rates),
    )


def _per_notes(rates: Sequence[Rate]) -> tuple[str, ...]:
    return (f"per:{'/'.join(rate.name for rate in rates)}",) if rates else ()


def _rounded(found: Amount) -> Interval | None:
    """What may have been rounded to an unhedged amount, in the unit that it compares in."""
    number: Numeral = found.number
    if (
        number.limit is not None
        or len(number.values) != 1
        or number.step is None
        or found.summed
        or number.vague
    ):
        return None
    return found.unit.to_base(rounded_to(number.value, number.step, exact=False))


def whole_of(context: Context, end: int) -> Counted | None:
    """What it is a part of: the noun phrase after "of", right after the words that end at `end`."""
    after = context.tokens.after(Span(end - 1, end))
    if after >= len(context.doc) or not context.chart.of(_piece(context, context.doc[after].idx), "of"):
        return None
    return counted_after(context.doc, Span(end - 1, end))


def _piece(context: Context, offset: int) -> int:
    return index_at(context.chart.pieces, offset)


# --- money -----------------------------------------------------------------------------------------


def _money(context: Context, found: Amount) -> Value:
    number, unit = found.number, found.unit
    currency, notes = resolve(unit.shown, context.article)
    shown = "/".join((currency, *(rate.name for rate in found.rates)))
    dimension = "/".join((currency, *(rate.under for rate in found.rates)))
    bounds = number.bounds.scaled(unit.low)
    start, end = (_piece(context, offset) for offset in (found.span.start, found.span.end))
    low, high = (None if one is None else _shown(one, unit.low) for one in (bounds.low, bounds.high))
    return made(
        context.article.text,
        unit.kind,
        found.span,
        _per(bounds, found.rates),
        [_shown(value * unit.low, unit.low) for value in number.values],
        low=low,
        high=high,
        hedge=number.hedge,
        unit=shown,
        dimension=dimension,
        counted=found.rates[0].counted if found.rates else None,
        basis=basis_of(context.chart.pieces, start, end),
        rounded=None if (band := _rounded(found)) is None else _per(band, found.rates),
        notes=(*notes, *_per_notes(found.rates)),
        said=_said(found),
    )


def _said(found: Amount) -> Said | None:
    """The numbers and the unit as said, of what is told in parts of a unit: "63 cents per share"."""
    if not found.unit.coin:
        return None
    unit = "/".join((found.unit.coin, *(rate.name for rate in found.rates)))
    times = found.unit.low / worth_of(found.unit.coin)
    return Said(tuple(decimal_text(value * times) for value in found.number.values), unit)


def _per(bounds: Interval, rates: Sequence[Rate]) -> Interval:
    """An amount per kilogram and one per tonne in the same terms; calendar time is left as said."""
    unit = rates[0].unit if len(rates) == 1 else None
    if unit is None or unit.dimension == "time":
        return bounds
    low, high = bounds.low, bounds.high
    return Interval(
        None if low is None else low / (unit.high if low >= 0 else unit.low),
        None if high is None else high / (unit.low if high >= 0 else unit.high),
        bounds.low_open,
        bounds.high_open,
    )


def _shown(value: Fraction, times: Fraction) -> str:
    """A plain decimal; parts of a hundred with both their places ("0.60")."""
    text = decimal_text(value)
    return text + "0" if times < 1 and "." in text and len(text.partition(".")[2]) == 1 else text
