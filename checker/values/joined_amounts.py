"""Productions of amounts made of several: parts added up ("5 ft 2", "5 dollars and 30 cents"), rates, ranges,
lists that share a unit ("five, six or seven million pounds"), conversions in brackets.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from checker.data import load
from checker.model import Kind
from checker.values import money  # noqa: F401  (it fills the grammar)
from checker.values.amounts import PERCENT, Amount, has_symbol
from checker.values.chart import GRAMMAR, Match
from checker.values.conditions import words_before
from checker.values.hedging import hedgeable, limit, spread
from checker.values.hedging import near as near_numbers
from checker.values.items import Limit
from checker.values.lexer import is_link
from checker.values.quantity import Numeral
from checker.values.rates import Rate
from checker.values.units import Unit, data, quotient, units

_CENT = Fraction(1, 100)


# --- parts added up --------------------------------------------------------------------------------


@GRAMMAR.production("larger and smaller unit", "amount", "amount and|comma|-? amount")
def compound(m: Match) -> Amount | None:
    """ "5 feet 2 inches", "10 stone 4 pounds", "5 dollars and 30 cents": the sum, in the first unit."""
    first: Amount = m[0]
    second: Amount = m.parts[-1].data
    if not _addable(first) or not _addable(second) or second.number.value >= 100:
        return None
    if first.unit.kind is Kind.MONEY:
        if first.unit.low != 1 or second.unit.low != _CENT or m.has("comma"):
            return None
        return _sum(m, first, second.number.value * _CENT)
    if second.unit.shown not in data()["parts"].get(first.unit.shown, ()):
        return None
    part = second.number.value * second.unit.low / first.unit.low
    return _sum(m, first, part) if part < 1 else None


def _addable(amount: Amount) -> bool:
    number = amount.number
    plain = (
        number.bounds.is_point and number.value.denominator == 1 and not number.decimal and not amount.rates
    )
    return plain and not amount.summed


def _sum(m: Match, first: Amount, part: Fraction) -> Amount:
    number = first.number.of(first.number.value + part, step=None)
    return replace(first, number=number, span=m.span, unit_end=m.end, summed=True)


@GRAMMAR.production("smaller unit unsaid", "amount", "amount number", "amount and number", "amount - number")
def part_unsaid(m: Match) -> Amount | None:
    """ "a 6-foot-4 forward", "6 foot 4", "15 dollars 50", "three pounds fifty", "one metre sixty"."""
    first: Amount = m[0]
    number: Numeral = m.part("number")
    if not _addable(first) or number.value.denominator != 1 or number.article:
        return None
    stops = m.end >= len(m.pieces) or m.pieces[m.end].text in ".,;)?!"
    if _has_hundredths(first.unit) and not m.has("-"):
        said = stops or m.after() in data()["cues"]["after length"]
        said = said or m.after() in load("numbers")["basis"]["inside"]["more"][:1]
        return _sum(m, first, number.value * _CENT) if said and 10 <= number.value < 100 else None
    if first.unit.shown != data()["named"]["foot"] or not 0 < number.value < 12 or m.has("and"):
        return None
    ends = m.has("-") or stops or m.after() in data()["cues"]["after feet"]
    return _sum(m, first, number.value / 12) if ends else None


def _has_hundredths(unit: Unit) -> bool:
    """Whether its hundredth part goes without saying: the cents of a dollar, the centimetres of a metre."""
    return (unit.kind is Kind.MONEY and unit.low == 1) or unit.shown == data()["named"]["metre"]


@GRAMMAR.production("feet and inches in marks", "amount", "number ~foot_mark ~number ~inch_mark")
def marks(m: Match) -> Amount | None:
    feet: Numeral = m[0]
    foot = Amount(replace(feet, span=m.span, core=m.span), units()[data()["named"]["foot"]], m.span)
    return _sum(m, foot, m[2].value / 12) if feet.digits and m[2].value < 12 else None


@GRAMMAR.production("unit and a half", "amount", "amount and article part")
def and_a_part(m: Match) -> Amount | None:
    """ "a mile and a half", "two miles and a quarter"."""
    first: Amount = m[0]
    return _sum(m, first, m[3].value) if _addable(first) and first.unit.kind is Kind.MEASURE else None


# --- rates -----------------------------------------------------------------------------------------


@GRAMMAR.production("amount per", "amount", "amount rate", "amount often")
def per(m: Match) -> Amount | None:
    amount: Amount = m[0]
    rate: Rate = m[1]
    often, number = m.has("often"), amount.number
    if amount.unit.kind is Kind.PERCENTAGE or len(amount.rates) > 1:
        return None
    if amount.unit.kind is not Kind.MEASURE:
        rates = (*amount.rates, rate)
        return None if often else replace(amount, rates=rates, span=m.span, unit_end=m.end)
    if rate.unit is None or amount.rates or (often and (number.limit or number.range)):
        return None
    number, unit = replace(number.times(rate.times), scale=number.scale), quotient(amount.unit, rate.unit)
    summed = rate.times != 1
    return Amount(number, unit, m.span, m.end, (rate,), summed, amount.start)


# --- ranges and lists ------------------------------------------------------------------------------


@GRAMMAR.production("range of amounts", "amount", "between? amount to|dash amount",
                    "between amount and amount|plain", "from amount to|dash|up_to amount|plain")  # fmt: skip
def ranged(m: Match) -> Amount | None:
    """Two amounts of one unit: "$5 to $6", "between $5 and 6 million"; "rose from $5 to $6" are two."""
    first: Amount = m.part("amount")
    second = _other_end(m, first)
    if second is None or not _are_ends(first, second) or _is_change(m, first):
        return None
    number = spread(first.number, second.number)
    if number is None:
        return None
    hedged = replace(number, hedge=first.number.hedge if first.number.limit else "=", limit=None)
    unit = first.unit if first.unit.kind is Kind.MONEY else second.unit
    return replace(second, number=hedged, unit=unit, span=m.span, start=first.start)


def _other_end(m: Match, first: Amount) -> Amount | None:
    """The second amount, or a bare number in the currency of the first: "between $5 and 6 million"."""
    second = m.parts[-1].data
    if not isinstance(second, Numeral):
        return second  # type: ignore[no-any-return]
    told = first.unit.kind is Kind.MONEY and m.chart.of(first.start - 1, "symbol") and second.scale > 1
    if not told or m.comes("unit") or m.comes("percent") or m.comes("money_name"):
        return None
    return _bare(m, m.end, m.parts[-1].start, second, first.unit)


def _are_ends(first: Amount, second: Amount) -> bool:
    """Whether two amounts of one number each, in one unit, may be the ends of a range."""
    low, high = first.number, second.number
    single = len(low.values) == len(high.values) == 1
    limited = high.limit not in (None, "at_most") or low.limit not in (None, "about")
    plain = single and not limited and not (first.rates or first.summed or second.summed)
    return plain and _one_unit(first, second)


def _is_change(m: Match, first: Amount) -> bool:
    """ "Rose from $5 to $6", "rose $5 to $6" are two amounts; "grow by 3% to 7%" is a range."""
    said = m.has("from")
    if not said and is_link(m.before(), "from"):
        return True
    before = words_before(m.pieces, m.start, 6 if said else 2)
    by = is_link(m.before(), "by") and first.unit.shown == PERCENT
    moved = said or (m.has("to") and not (m.has("between") or by))
    return moved and not set(load("currencies")["changing"]).isdisjoint(before)


def _one_unit(first: Amount, second: Amount) -> bool:
    """ "US$89 to $93": the second need not say again which dollars."""
    dollars = first.unit.kind is second.unit.kind is Kind.MONEY and second.unit.shown == "dollar"
    return first.unit == second.unit or (dollars and first.unit.shown[-1] == "D")


@GRAMMAR.production("list with one unit", "amounts", "quantity hang? or amount",
                    "quantity hang? and amount", "quantity hang? by amount", "quantity - by - amount",
                    "quantity hang? comma amounts",
                    "quantity of whose? amount")  # fmt: skip
def listed(m: Match) -> tuple[Amount, ...] | None:
    """ "eight or nine euros", "5-, 10- and 15-km", "five or seven million", "280m of the 1.5bn shekels"."""
    number: Numeral = m[0]
    rest = m.parts[-1].data
    amounts: tuple[Amount, ...] = rest if isinstance(rest, tuple) else (rest,)
    last = amounts[-1]
    if number.vague or len(number.values) > 1 or number.fraction or last.summed or number.bare_article:
        return None
    one = near_numbers(number, last.number) and m.parts[1].end == last.start
    if m.has("or") and not m.has("hang") and one:
        return None  # "eight or nine euros" are one amount
    if has_symbol(m) or (m.has("comma") and any(amount.number.limit for amount in amounts)):
        return None  # "$5.27, or nearly 28 percent"
    if m.chart.of(m.parts[-1].start, "article") or (m.has("and") and last.number.value < number.room):
        return None  # "two and a quarter million", "3 hundred and 21 yuan"
    if m.has("and") and not m.has("hang") and (number.digits != last.number.digits or number.limit):
        return None
    if m.has("of") and (number.scale == 1 or last.unit.kind is not Kind.MONEY):
        return None
    return (_bare(m, m.parts[0].end, m.start, number, last.unit), *amounts)


def _bare(m: Match, end: int, start: int, number: Numeral, unit: Unit) -> Amount:
    """An amount whose unit stands beside another number."""
    return Amount(replace(number, span=number.core), unit, m.chart.span(start, end), end, start=start)


@GRAMMAR.production("amount in brackets", "bracketed", "( amount )")
def bracketed(m: Match) -> Amount:
    amount: Amount = m[1]
    return amount


@GRAMMAR.production("hedge reaching into brackets", "amounts", "amount bracketed")
def converted(m: Match) -> tuple[Amount, ...] | None:
    """ "about 100 miles (160 km)": both are about so much."""
    first: Amount = m[0]
    second: Amount = m[1]
    number = first.number
    if number.limit is None or number.range or second.number.limit is not None or second.number.range:
        return None
    if first.unit.kind is not second.unit.kind or (
        first.unit.kind is not Kind.MONEY and first.unit.dimension != second.unit.dimension
    ):
        return None
    hedge = Limit(number.limit, number.hedge, "")
    return first, replace(second, number=limit(second.number, hedge))


@GRAMMAR.production("currency carried on", "amounts",
                    "amount bracketed? comma? carried quantity",
                    "amount bracketed? comma quantity")  # fmt: skip
def carried(m: Match) -> tuple[Amount, ...] | None:
    """ "118 billion euros, 22 billion more", "2.2 billion shekels ($590m), compared with 1.8 billion"."""
    first: Amount = m[0]
    number: Numeral = m.parts[-1].data
    table, after = load("currencies")["carried"], m.after()
    large = min(number.scale, first.number.scale) >= 10**6 and number.digits and len(number.values) == 1
    if first.unit.kind is not Kind.MONEY or first.rates or not large:
        return None
    if not (after in table["compared"] or (m.has("carried") and (m.closed or after in table["stops"]))):
        return None
    return (first, *m.all("bracketed"), _bare(m, m.end, m.parts[-1].start, number, first.unit))


hedgeable("amount")
