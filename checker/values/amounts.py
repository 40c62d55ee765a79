"""Productions of amounts: a number with its unit of measure, currency or per cent, and what amounts are made
into.

Each is stated once for every kind: units before and after, "of" and hyphens between, parts added up ("5 ft
2", "5 dollars and 30 cents"), ranges, lists that share a unit ("five, six or seven million pounds"), hedges,
rates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from checker.data import load
from checker.model import Interval, Kind, Span
from checker.values.chart import GRAMMAR, Match
from checker.values.company import Place, near, pounds_are_money, words_before
from checker.values.hedging import hedgeable, limit, shared
from checker.values.hedging import near as near_numbers
from checker.values.items import Lexicon, Limit, lexicon, lexicon_part
from checker.values.lexer import glued, is_link
from checker.values.measures import unit_of, unsaid_scale
from checker.values.quantity import Numeral
from checker.values.rates import Rate
from checker.values.torn import HYPHENS
from checker.values.units import Form, Unit, data, quotient, units

PERCENT, POINT, BASIS_POINT = "percent", "percentage_point", "basis_point"
_CENT = Fraction(1, 100)
_VIDEO = (240, 360, 480, 540, 720, 1080, 1440, 2160, 4320)


@dataclass(frozen=True, slots=True)
class Amount:
    """So many of a unit, perhaps per something; `text` is where its words stand."""

    number: Numeral
    unit: Unit
    span: Span
    unit_end: int = 0  # the piece after the unit
    rates: tuple[Rate, ...] = ()
    summed: bool = False  # two units added up
    start: int = 0  # the piece of the number


@lexicon_part
def _percent(found: Lexicon) -> None:
    table = load("numbers")["percent"]
    for name, shown, factor in (
        ("point", POINT, 1),
        ("basis_point", BASIS_POINT, 100),
        ("percent", PERCENT, 1),
    ):
        dimension = PERCENT if name == PERCENT else POINT
        unit = Unit(shown, dimension, Fraction(1, factor), Fraction(1, factor), kind=Kind.PERCENTAGE)
        for phrase in table[name]:
            found.add(phrase, "percent", unit)
    for word in table["bare point"]:
        found.add(word, "point_word", word)


# --- a number with its unit ------------------------------------------------------------------------


def _amount(m: Match, number: Numeral, unit: Unit, **more: object) -> Amount:
    start = next(part.start for part in m.parts if part.data is number or part.symbol in ("quantity", "one"))
    return Amount(replace(number, span=number.core), unit, m.span, m.end, start=start, **more)  # type: ignore[arg-type]


def _place(m: Match, number: Numeral) -> Place:
    unit = m.parts[-1]
    core = next(i for i in range(m.start, m.end) if m.pieces[i].start >= number.core.start)
    return Place(m.pieces, number, core, unit.start, unit.end)


def _joins(m: Match, number: Numeral) -> bool:
    """Whether what stands between a number and its unit fits: a hyphen, "of" after a size or a part."""
    if number.limit is not None and number.span.start < number.core.start:
        return False  # the hedge is taken with the whole amount
    if m.has("article"):
        return number.fraction
    if m.has("of"):
        return number.magnitude or number.fraction or (number.vague and number.scale > 1)
    return True


@GRAMMAR.production("number × unit of measure", "amount", "quantity -? unit",
                    "quantity of? article? unit", "one unit", "quantity - article? unit",
                    "quantity ~- unit")  # fmt: skip
def measured(m: Match) -> Amount | None:
    number: Numeral = m[0]
    form: Form = m.get("unit")
    if not _joins(m, number) or (number.vague and number.scale == 1):
        return None
    if m.has("one") and number.limit is not None:
        return None
    if m.chart.of(m.parts[-1].start, "suffix") or _has_symbol(m) or _calibre(m, form):
        return None  # "35m users", "$5 m"
    unit = unit_of(form, _place(m, number), m.chart)
    return None if unit is None else _amount(m, number, unit)


def _calibre(m: Match, form: Form) -> bool:
    """ "a 9mm pistol", "7.62mm rounds", "with a 9mm": the size that a gun is named by."""
    guns = load("labels")["guns"]
    alone = m.stops() and is_link(m.before(), "article")
    return form.unit.shown == data()["named"]["calibre"] and (m.after() in guns or alone)


def _has_symbol(m: Match) -> bool:
    """Whether a sign of money stands right before the number, and is not that of a number before it."""
    if not m.start or m.pieces[m.start - 1].text not in load("currencies")["symbols"]:
        return False
    return m.start < 2 or not m.pieces[m.start - 2].is_number


@GRAMMAR.production("unit in brackets", "amount", "quantity ( unit )")
def in_brackets(m: Match) -> Amount | None:
    """ "20 (kg)"."""
    return _amount(m, m[0], m[2].unit) if not m[2].cued and m[0].limit is None else None


@GRAMMAR.production("number × per cent", "amount", "quantity -? percent",
                    "quantity of? article? percent", "one percent")  # fmt: skip
def percent(m: Match) -> Amount | None:
    number: Numeral = m[0]
    unit: Unit = m.get("percent")
    if not _joins(m, number) or (number.bare_article and (unit.dimension == PERCENT or number.limit)):
        return None  # "a per cent" says no number
    return None if number.vague and number.scale == 1 else _amount(m, number, unit)


@GRAMMAR.production("points of a rate", "amount", "quantity -? point_word",
                    "quantity of? article? point_word")  # fmt: skip
def points_of_rate(m: Match) -> Amount | None:
    """ "a quarter point", "half a point" of an interest rate."""
    number: Numeral = m[0]
    told = near(m.pieces, m.start, m.end - 1, load("numbers")["point_cues"])
    unit = Unit(POINT, POINT, Fraction(1), Fraction(1), kind=Kind.PERCENTAGE)
    return _amount(m, number, unit) if number.fraction and told and _joins(m, number) else None


@GRAMMAR.production("per cent of a number", "amount", "percent of quantity")
def percent_of(m: Match) -> Amount | None:
    """ "per cent of 210", where nothing but the number is said of the per cent."""
    before = m.start and (m.pieces[m.start - 1].is_word or m.pieces[m.start - 1].is_number)
    return _amount(m, m[2], m[0]) if m[0].shown == PERCENT and m.stops() and not before else None


@GRAMMAR.production("scale of earthquakes", "amount", "magnitude of? quantity",
                    "magnitude - quantity", "quantity -? magnitude", "quantity on_richter",
                    "mach quantity", "quantity below_zero")  # fmt: skip
def named_scale(m: Match) -> Amount | None:
    """ "magnitude 6.5", "7.1 on the Richter scale", "Mach 2", "thirty below zero"."""
    number: Numeral = m.get("quantity")
    if number.magnitude or number.vague:
        return None
    if m.has("below_zero"):
        point = number.bounds.is_point and number.value >= 0
        return _amount(m, _below(number), unsaid_scale(), summed=True) if point else None
    named = data()["named"]["mach" if m.has("mach") else "magnitude"]
    return _amount(m, number, units()[named]) if m.has("mach") or number.value <= 10 else None


@GRAMMAR.production("below zero", "amount", "amount below_zero")
def below_zero(m: Match) -> Amount | None:
    amount: Amount = m[0]
    if not amount.unit.dimension.startswith("temperature") or not amount.number.bounds.is_point:
        return None
    return replace(amount, number=_below(amount.number), span=m.span, summed=True)


def _below(number: Numeral) -> Numeral:
    return number.of(-abs(number.value))


# --- money -----------------------------------------------------------------------------------------


@GRAMMAR.production("symbol of money before", "amount", "symbol quantity", "code quantity",
                    "letters quantity")  # fmt: skip
def money_after(m: Match) -> Amount | None:
    """ "$5", "US$ 3.5bn", "RM2.70", "EUR 125 million"."""
    number: Numeral = m[1]
    unit = m[0][0] if m.has("letters") else m[0]
    if not number.digits or number.core.start != number.span.start or not _stands(m):
        return None
    return _amount(
        m,
        number.times(unit.low) if unit.low > 1 else number,
        replace(unit, low=Fraction(1), high=Fraction(1)),
    )


def _stands(m: Match) -> bool:
    """Whether a symbol is one there: "a $5m deal" is no A$, and "P 5" no pesos."""
    end = m.parts[0].end
    if m.has("letters"):
        symbol, table = m[0][1], load("currencies")
        tight = symbol in table["glued"] or (
            symbol.isupper() and len(symbol) < 3 and symbol not in table["apart"]
        )
        return glued(m.pieces, end) or not tight
    letters = m.pieces[m.start].text
    if m.has("symbol") and end - m.start == 2 and len(letters) == 1 and letters.isalpha():
        return glued(m.pieces, m.start + 1) or letters not in load("currencies")["words too"]
    return True


@GRAMMAR.production("minus before a symbol", "amount", "sign amount", "minus amount")
def negative(m: Match) -> Amount | None:
    amount: Amount = m[1]
    at = m.parts[1].start
    symbol = m.pieces[at].text
    if m.chart.of(at, "plain") or not amount.number.bounds.is_point or not m.chart.of(at, "symbol"):
        return None
    return replace(amount, number=_below(amount.number), span=m.span) if symbol and m[0] != "+" else None


@GRAMMAR.production("name of money after", "amount", "quantity -? money_name",
                    "quantity of? article? money_name", "one money_name",
                    "quantity - article? money_name")  # fmt: skip
def money_before(m: Match) -> Amount | None:
    """ "5 dollars", "60 cents", "a million-dollar", "half a billion dollars", "millions of euros"."""
    number: Numeral = m[0]
    if not _joins(m, number) or (number.vague and number.scale == 1) or _has_symbol(m):
        return None
    place, unit = _place(m, number), m.get("money_name")
    if number.bare_article:
        return _amount(m, number, unit) if _one(m, place) else None
    return _amount(m, number, unit) if _is_money(m, place, unit) else None


def _one(m: Match, place: Place) -> bool:
    """ "a penny", "a dollar" and "a euro" are one, unless they are per: "50 cents a dollar"."""
    table = load("currencies")
    if m.end != m.start + 2 or m.pieces[m.end - 1].lower not in table["one of"] or m[0].limit is not None:
        return False
    before = m.start - 1
    named = (edge.end == m.start for edge in lexicon().at(m.pieces, before) if edge.symbol == "money_name")
    if before >= 0 and (m.pieces[before].is_number or any(named) or m.pieces[before].text in HYPHENS):
        return False
    after = m.after()
    return not (after == "-" or (after[:1].isalpha() and after not in table["after one"]))


def _is_money(m: Match, place: Place, unit: Unit) -> bool:
    """Whether a name of a currency is one there: "20 pounds", "50p", "two crowns", "11c"."""
    table, piece, number = load("currencies"), m.pieces[m.end - 1], place.number
    one_word = m.parts[-1].end - m.parts[-1].start == 1
    if piece.lower in table["letters of parts"]:
        small = place.tight and number.digits and piece.text.islower()
        cued = near(m.pieces, place.start, m.end, (*table["money cues"], *table["cues of parts"]))
        return small and (
            cued if unit.shown == table["parts"][piece.lower] == "dollar" else number.value not in _VIDEO
        )
    noun = piece.lower.removesuffix("s")
    if noun == "pound" and one_word:
        return pounds_are_money(place)
    if one_word and noun in table["common words"]:
        return noun in table["after thousands"] and (number.scale >= 1000 or number.value >= 1000)
    return piece.text not in table["never money"] and not (
        glued(m.pieces, m.end) and m.after() == "'" and place.tight
    )


@GRAMMAR.production("symbol of money after", "amount", "quantity symbol", "quantity code")
def symbol_after(m: Match) -> Amount | None:
    """ "10 €", "75 USD million", "120 MEUR"; not the symbol of the next number: "1 $10 bill"."""
    number: Numeral = m[0]
    unit: Unit = m[1]
    if not _joins(m, number) or number.bare_article or _next_has(m):
        return None
    times = unit.low
    return _amount(
        m, number.times(times) if times > 1 else number, replace(unit, low=Fraction(1), high=Fraction(1))
    )


def _next_has(m: Match) -> bool:
    at, end = m.parts[1].start, m.end
    if end >= len(m.pieces) or not m.pieces[end].is_number:
        return False
    if glued(m.pieces, end) != glued(m.pieces, at):
        return glued(m.pieces, end)
    return (
        not m.pieces[at].is_word and not m.chart.of(end + 1, "money_name") and m.after(1) != m.pieces[at].text
    )


@GRAMMAR.production("scale after a code", "amount", "amount scale")
def late_scale(m: Match) -> Amount | None:
    """ "75 USD million"."""
    amount: Amount = m[0]
    code = m.pieces[m.start + 1].text if m.end - m.start == 3 else ""
    if amount.unit.kind is not Kind.MONEY or amount.number.scale != 1 or not code.isupper() or m[1].plural:
        return None
    return replace(amount, number=amount.number.times(m[1].size), span=m.span, unit_end=m.end)


@GRAMMAR.production("symbol and name of money", "amount", "amount money_name", "amount code", "amount us")
def told_twice(m: Match) -> Amount | None:
    """ "$10 dollars", "$5 Canadian dollars", "$5 US"."""
    amount: Amount = m[0]
    unit: Unit = m[1] if not m.has("us") else replace(amount.unit, shown="USD", dimension="USD")
    symbol, family = amount.unit.shown, load("currencies")["readings"]
    if amount.unit.kind is not Kind.MONEY or amount.rates or amount.unit.low != 1 or unit.low != 1:
        return None
    if m.pieces[m.start].lower == m.pieces[m.end - 1].lower or not m.chart.of(amount.start - 1, "symbol"):
        return None
    word = m.pieces[m.end - 1].lower.removesuffix("s")
    if word in load("currencies")["common words"] or (m.has("code") and glued(m.pieces, m.end)):
        return None
    if symbol in family:
        told = unit
    elif unit.shown == symbol or unit.shown in family:
        told = amount.unit
    else:
        return None
    return replace(amount, unit=told, span=m.span, unit_end=m.end)


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


@GRAMMAR.production("smaller unit unsaid", "amount", "amount number", "amount and number",
                    "amount - number", "amount - number - unit")  # fmt: skip
def part_unsaid(m: Match) -> Amount | None:
    """ "a 6-foot-4 forward", "6 foot 4", "15 dollars 50", "three pounds fifty"."""
    first: Amount = m[0]
    number: Numeral = m.get("number")
    if not _addable(first) or number.value.denominator != 1 or number.article or number.scale != 1:
        return None
    after, stops = m.after(), m.end >= len(m.pieces) or m.pieces[m.end].text in ".,;)?!"
    if first.unit.kind is Kind.MONEY and first.unit.low == 1 and not m.has("-"):
        words = not first.number.digits and not number.digits
        two = (
            m.pieces[m.end - 1].text.isdecimal()
            and len(m.pieces[m.end - 1].text) == 2
            and not glued(m.pieces, m.end - 1)
        )
        said = stops or after in load("numbers")["basis"]["inside"]["more"][:1]
        return (
            _sum(m, first, number.value * _CENT)
            if said and 10 <= number.value < 100 and (words or two or m.has("and"))
            else None
        )
    if (
        first.unit.shown != data()["named"]["foot"]
        or not 0 < number.value < 12
        or first.number.value >= 9
        or m.has("and")
    ):
        return None
    if m.has("unit") and m.get("unit").unit.shown != data()["named"]["inch"]:
        return None
    ends = m.has("-") or stops or after in data()["cues"]["after feet"]
    return _sum(m, first, number.value / 12) if ends else None


@GRAMMAR.production("feet and inches in marks", "amount",
                    "number ~foot_mark ~number ~inch_mark",
                    "number ~foot_mark ~number ~foot_mark ~foot_mark")  # fmt: skip
def marks(m: Match) -> Amount | None:
    feet: Numeral = m[0]
    inches: Numeral = m[2]
    if not (feet.digits and inches.digits) or inches.value > 11 or inches.value.denominator != 1:
        return None
    foot = Amount(replace(feet, span=m.span, core=m.span), units()[data()["named"]["foot"]], m.span)
    return _sum(m, foot, inches.value / 12)


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
    if amount.unit.kind is Kind.PERCENTAGE or len(amount.rates) > 1:
        return None
    if amount.unit.kind is Kind.MEASURE:
        if (
            rate.unit is None
            or amount.rates
            or (m.has("often") and (amount.number.limit or amount.number.range))
        ):
            return None
        number = (
            amount.number
            if rate.times == 1
            else replace(amount.number.times(rate.times), scale=amount.number.scale)
        )
        unit = quotient(amount.unit, rate.unit)
        often = rate.times != 1
        return replace(
            amount, number=number, unit=unit, rates=(rate,), span=m.span, unit_end=m.end, summed=often
        )
    return (
        None if m.has("often") else replace(amount, rates=(*amount.rates, rate), span=m.span, unit_end=m.end)
    )


# --- ranges and lists ------------------------------------------------------------------------------


@GRAMMAR.production("range of amounts", "amount", "between? amount to|dash amount",
                    "between amount and amount", "from amount to|dash|up_to amount")  # fmt: skip
def ranged(m: Match) -> Amount | None:
    """Two amounts of one unit: "$5 to $6"; after a word of change they are two: "rose from $5 to $6"."""
    first: Amount = m.get("amount")
    second: Amount = m.parts[-1].data
    if (
        not _one_unit(first, second)
        or first.rates
        or second.number.limit not in (None, "at_most")
        or first.summed
        or second.summed
    ):
        return None
    if (
        len(first.number.values) > 1
        or len(second.number.values) > 1
        or first.number.limit not in (None, "about")
    ):
        return None
    said, reach = m.has("from"), 6 if m.has("from") else 2
    if not said and is_link(m.before(), "from"):
        return None
    by = is_link(m.before(), "by") and first.unit.shown == PERCENT  # "grow by 3% to 7%"
    if m.has("to") and not (m.has("between") or by) and _changes(words_before(m.pieces, m.start, reach)):
        return None
    if said and _changes(words_before(m.pieces, m.start, reach)):
        return None
    low = shared(first.number, second.number)
    if not low < second.number.value:
        return None
    return replace(
        second,
        number=_spread(second.number, low, first.number),
        unit=first.unit if first.unit.kind is Kind.MONEY else second.unit,
        span=m.span,
        start=first.start,
    )


def _spread(second: Numeral, low: Fraction, first: Numeral) -> Numeral:
    bounds = Interval(low, second.value)
    hedge = first.hedge if first.limit else "="
    return replace(second, values=(low, second.value), bounds=bounds, range=True, hedge=hedge, limit=None)


def _one_unit(first: Amount, second: Amount) -> bool:
    """ "US$89 to $93": the second need not say again which dollars."""
    if first.unit == second.unit:
        return True
    return (
        first.unit.kind is second.unit.kind is Kind.MONEY
        and second.unit.shown == "dollar"
        and first.unit.shown[-1] == "D"
    )


def _changes(words: Sequence[str]) -> bool:
    return not set(load("currencies")["changing"]).isdisjoint(words)


@GRAMMAR.production("first of two without its unit", "amount", "quantity hang? to amount",
                    "between? quantity hang? dash|to amount")  # fmt: skip
def hanging_range(m: Match) -> Amount | None:
    """ "10- to 15-foot waves", "0-to-60-mph"."""
    number: Numeral = m.get("quantity")
    second: Amount = m.parts[-1].data
    if not m.has("hang") or len(number.values) > 1 or not second.number.bounds.is_point or second.summed:
        return None
    if number.limit or not number.value < second.number.value:
        return None
    return replace(second, number=_spread(second.number, shared(number, second.number), number), span=m.span)


@GRAMMAR.production("list with one unit", "amounts", "quantity hang? or amount",
                    "quantity hang? and amount", "quantity comma or amount",
                    "quantity hang? by|or amount", "quantity - by - amount",
                    "quantity by - amount", "quantity hang? comma amounts",
                    "quantity of whose? amount")  # fmt: skip
def listed(m: Match) -> tuple[Amount, ...] | None:
    """ "eight or nine euros", "5-, 10- and 15-km", "five or seven million", "280m of the 1.5bn shekels"."""
    number: Numeral = m[0]
    rest = m.parts[-1].data
    amounts: tuple[Amount, ...] = rest if isinstance(rest, tuple) else (rest,)
    last = amounts[-1]
    if number.vague or len(number.values) > 1 or number.fraction or last.summed or number.bare_article:
        return None
    if (
        m.has("or")
        and not m.has("hang")
        and near_numbers(number, last.number)
        and m.parts[1].end == last.start
    ):
        return None  # "eight or nine euros" are one amount
    if _has_symbol(m) or (m.has("comma") and any(amount.number.limit for amount in amounts)):
        return None  # "$5.27, or nearly 28 percent"
    if m.chart.of(m.parts[-1].start, "article") or (m.has("and") and last.number.value < number.room):
        return None  # "two and a quarter million", "3 hundred and 21 yuan"
    if m.has("and") and not m.has("hang") and (number.digits != last.number.digits or number.limit):
        return None
    if m.has("of") and (number.scale == 1 or last.unit.kind is not Kind.MONEY):
        return None
    if last.number.scale > 1 and number.scale == 1 and number.value < last.number.value / last.number.scale:
        number = replace(number.times(last.number.scale), hedge=number.hedge, limit=number.limit)
    first = Amount(
        replace(number, span=number.core),
        last.unit,
        m.chart.span(m.start, m.parts[0].end),
        m.parts[0].end,
        last.rates[:0],
        start=m.start,
    )
    return (first, *amounts)


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
    if not (after in table["compared"] or (m.has("carried") and (m.stops() or after in table["stops"]))):
        return None
    start = m.parts[-1].start
    second = Amount(
        replace(number, span=number.core), first.unit, m.chart.span(start, m.end), m.end, start=start
    )
    return (first, *m.all("bracketed"), second)


hedgeable("amount")
