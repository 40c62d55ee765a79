"""Amounts: a number with its unit of measure or per cent, and which unit a word is beside a number.

Each production is stated once for every unit; those of money stand in `money`, what is made of several
amounts in `joined_amounts`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from checker.data import load
from checker.model import Kind, Span
from checker.values.chart import GRAMMAR, Chart, Match
from checker.values.company import is_unit, pounds_are_money
from checker.values.conditions import Place, near, words_after, words_before
from checker.values.items import Lexicon, lexicon_part, unit_at
from checker.values.lexer import glued, is_link, lower
from checker.values.quantity import Numeral
from checker.values.rates import Rate
from checker.values.units import Form, Unit, data, units

PERCENT, POINT, BASIS_POINT = "percent", "percentage_point", "basis_point"


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


# --- a number with its unit ------------------------------------------------------------------------


def amount_of(m: Match, number: Numeral, unit: Unit, **more: object) -> Amount:
    start = next(part.start for part in m.parts if part.data is number or part.symbol in ("quantity", "one"))
    return Amount(replace(number, span=number.core), unit, m.span, m.end, start=start, **more)  # type: ignore[arg-type]


def place_of(m: Match, number: Numeral) -> Place:
    unit = m.parts[-1]
    core = next(i for i in range(m.start, m.end) if m.pieces[i].start >= number.core.start)
    return Place(m.pieces, number, core, unit.start, unit.end, data()["cues"])


Decide = Callable[[Match, Place], Unit | None]


def counted_in(name: str, symbol: str) -> Callable[[Decide], Decide]:
    """A production of a number with its unit; the function tells which unit a word is there, if it is one."""

    def add(decide: Decide) -> Decide:
        @GRAMMAR.production(name, "amount", f"quantity of? article? {symbol}", f"one {symbol}",
                            f"quantity - article? {symbol}")  # fmt: skip
        def counted(m: Match) -> Amount | None:
            number: Numeral = m[0]
            unit = None if number.vague and number.scale == 1 else decide(m, place_of(m, number))
            return None if unit is None else amount_of(m, number, unit)

        return decide

    return add


@counted_in("number × unit of measure", "unit")
def measure(m: Match, place: Place) -> Unit | None:
    form: Form = m.part("unit")
    if m.has("one") and place.number.limit is not None:
        return None
    if m.chart.of(m.parts[-1].start, "suffix") or has_symbol(m) or _calibre(m, form):
        return None  # "35m users", "$5 m"
    return unit_of(form, place, m.chart)


def _calibre(m: Match, form: Form) -> bool:
    """ "a 9mm pistol", "7.62mm rounds", "with a 9mm": the size that a gun is named by."""
    guns = load("labels")["guns"]
    alone = m.closed and is_link(m.before(), "article")
    return form.unit.shown == data()["named"]["calibre"] and (m.after() in guns or alone)


def has_symbol(m: Match) -> bool:
    """Whether a sign of money stands right before the number, and is not that of a number before it."""
    if not m.start or m.pieces[m.start - 1].text not in load("currencies")["symbols"]:
        return False
    return m.start < 2 or not m.pieces[m.start - 2].is_number


@GRAMMAR.production("unit in brackets", "amount", "quantity ( unit )")
def in_brackets(m: Match) -> Amount | None:
    """ "20 (kg)"."""
    return amount_of(m, m[0], m[2].unit) if not m[2].cued and m[0].limit is None else None


@counted_in("number × per cent", "percent")
def percent(m: Match, place: Place) -> Unit | None:
    unit: Unit = m.part("percent")
    bare = place.number.bare_article and (unit.dimension == PERCENT or place.number.limit)
    return None if bare else unit  # "a per cent" says no number


@counted_in("points of a rate", "point_word")
def points_of_rate(m: Match, place: Place) -> Unit | None:
    """ "a quarter point", "half a point" of an interest rate."""
    told = near(m.pieces, m.start, m.end - 1, load("numbers")["point_cues"])
    unit = Unit(POINT, POINT, Fraction(1), Fraction(1), kind=Kind.PERCENTAGE)
    return unit if place.number.fraction and told else None


@GRAMMAR.production("per cent of a number", "amount", "percent of quantity")
def percent_of(m: Match) -> Amount | None:
    """ "per cent of 210", where nothing but the number is said of the per cent."""
    before = m.start and (m.pieces[m.start - 1].is_word or m.pieces[m.start - 1].is_number)
    return amount_of(m, m[2], m[0]) if m[0].shown == PERCENT and m.closed and not before else None


@GRAMMAR.production("scale of earthquakes", "amount", "magnitude of? quantity",
                    "magnitude - quantity", "quantity -? magnitude", "quantity on_richter",
                    "mach quantity", "quantity below_zero")  # fmt: skip
def named_scale(m: Match) -> Amount | None:
    """ "magnitude 6.5", "7.1 on the Richter scale", "Mach 2", "thirty below zero"."""
    number: Numeral = m.part("quantity")
    if m.has("below_zero"):
        return amount_of(m, below(number), unsaid_scale(), summed=True)
    named = data()["named"]["mach" if m.has("mach") else "magnitude"]
    return amount_of(m, number, units()[named]) if m.has("mach") or number.value <= 10 else None


@GRAMMAR.production("below zero", "amount", "amount below_zero")
def below_zero(m: Match) -> Amount | None:
    amount: Amount = m[0]
    return replace(amount, number=below(amount.number), span=m.span, summed=True)


def below(number: Numeral) -> Numeral:
    return number.of(-abs(number.value))


def unit_of(form: Form, place: Place, chart: Chart) -> Unit | None:
    """The unit that `form` is there, or None where it is something else."""
    unit, named = form.unit, data()["named"]
    if not _whole_word(form, place):
        return None
    if place.number.bare_article and not (form.word and _is_one(place, chart)):
        return None
    if unit.shown == named["pound"] and form.word and not place.number.bare_article:
        return None if pounds_are_money(place) else unit
    if unit.shown == named["degree"]:
        unit = _degrees(form, place, chart) or replace(unit, shown="")
    elif not is_unit(form, place):
        return None
    elif unit.shown == named["ounce"] and not set(data()["cues"]["precious"]).isdisjoint(
        words_after(place.pieces, place.end, 3)
    ):
        unit = units()[named["precious ounce"]]
    if unit.dimension.startswith("temperature") and _is_difference(place):
        apart = unit.dimension.replace("temperature", "temperature difference", 1)
        return replace(unit, dimension=apart, offset=Fraction(0))
    return unit if unit.shown else None


def _whole_word(form: Form, place: Place) -> bool:
    """Whether nothing is glued to the unit that makes it part of a code: "24703m212", "24703 L-202"."""
    pieces, end = place.pieces, place.end
    if not glued(pieces, end):
        return True
    after = pieces[end]
    hyphen = lower(pieces, end) in "-‐‑" and glued(pieces, end + 1)
    if hyphen and lower(pieces, end + 1) in data()["never before"]:
        return False
    if after.is_number and form.text in load("numbers")["compound_units"]:
        return glued(pieces, end + 1) and pieces[end + 1].is_word  # "7lb3oz"
    if after.is_number or after.is_word:
        return False
    return form.word or not (hyphen and pieces[end + 1].is_number)


def _is_one(place: Place, chart: Chart) -> bool:
    """Whether the article counts; with "and a half" it does for any unit: "a foot and a half"."""
    parted = is_link(lower(place.pieces, place.end), "and") and chart.of(place.end + 2, "part")
    return bool(parted) or _one_of(place)


def _one_of(place: Place) -> bool:
    """ "a mile" is one; "25 miles a gallon", "$3 a gallon" and "tax per a gallon" are rates."""
    unit = unit_at(place.pieces, place.unit)
    if unit is None or unit.data.unit.shown not in data()["with_article"]:
        return False
    if place.start == 0:
        return True
    before = place.pieces[place.start - 1]
    rates = (*data()["cues"]["before a rate"], *load("currencies")["per"], *load("numbers")["scales"])
    return not (
        before.is_number or before.lower in rates or unit_at(place.pieces, place.start - 1) is not None
    )


def _degrees(form: Form, place: Place, chart: Chart) -> Unit | None:
    """Degrees of temperature, of an angle or of a university."""
    number = place.number
    around = {*words_before(place.pieces, place.start), *words_after(place.pieces, place.end)}
    if number.values[0] < 0 or chart.of(place.end, "below_zero") or _is_warmer(place):
        return unsaid_scale()
    if around & (set(data()["cues"]["temperature"]) - {form.text}):
        return unsaid_scale()
    many = number.value > 4 if number.digits else number.value >= 10
    return form.unit if (number.digits and place.hyphened) or many or not number.value else None


def unsaid_scale() -> Unit:
    """The degree of a temperature of which nobody says whether it is Celsius or Fahrenheit."""
    degree = units()[data()["named"]["degree"]]
    return replace(degree, dimension="temperature of unsaid scale", offset=Fraction(0))


def _is_difference(place: Place) -> bool:
    """Whether a temperature is how much warmer it got or is, not how warm it is."""
    by = load("grammar")["links"]["by"][0]
    return by in words_before(place.pieces, place.start, 2) or _is_warmer(place)


def _is_warmer(place: Place) -> bool:
    """ "2 degrees warmer", "5 degrees above normal"."""
    cues, after = data()["cues"], words_after(place.pieces, place.end, 5)
    apart = after[:1] and after[0] in cues["apart"] and not set(after).isdisjoint(cues["usual"])
    warming = not set(after[:3]).isdisjoint(cues["warming"])
    return bool(apart or warming or (after and after[0] in cues["difference"]))
