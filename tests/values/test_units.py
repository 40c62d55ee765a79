"""Factors of units against pint's registry, and what conversion must leave as it is."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language import parse
from checker.model import Article, Interval, Kind, Value
from checker.values import find_values
from checker.values.items import unit_at
from checker.values.lexer import lex
from checker.values.units import Unit, quotient, times, units


def find(doc: Any, article: Article) -> list[Value]:
    return [value for value in find_values(doc, article) if value.kind is Kind.MEASURE]


REGISTRY: Any = pint.UnitRegistry(non_int_type=Fraction)
EXACT = sorted(shown for shown, unit in units().items() if unit.low == unit.high)

# What pint calls our units, where it is not by the name shown.
PINT = {
    "knot": "knot",
    "pound-foot": "force_pound * foot",
    "foot-pound": "force_pound * foot",
    "pound-force": "force_pound",
    "tonne-force": "force_metric_ton",
    "short ton": "short_ton",
    "long ton": "long_ton",
    "t": "metric_ton",
    "l": "liter",
    "lb": "pound",
    "US gallon": "gallon",
    "imperial gallon": "imperial_gallon",
    "barrel": "oil_barrel",
    "acre-foot": "43560 * foot ** 3",
    "rpm": "hertz / 60",
    "mi/h": "mile / hour",
    "km/h": "kilometer / hour",
    "psi": "force_pound / inch ** 2",
    "carat": "carat",
    "in": "inch",
    "megatonne": "megametric_ton",
    "kilotonne": "kilometric_ton",
    "gigatonne": "gigametric_ton",
    "acre": "international_foot ** 2 * 43560",
    "millimetre of mercury": "millimeter_Hg",
    "degree": "degree",
    "cubic mile": "mile ** 3",
    "bushel": "bushel",
    "furlong": "660 * foot",
    "fathom": "6 * foot",
    "electronvolt": "electron_volt",
    "troy ounce": "troy_ounce",
    "astronomical unit": "astronomical_unit",
    "nautical mile": "nautical_mile",
}
BASE = {
    "length": "meter",
    "area": "meter ** 2",
    "volume": "meter ** 3",
    "mass": "kilogram",
    "speed": "meter / second",
    "energy": "joule",
    "power": "watt",
    "pressure": "pascal",
    "data": "byte",
    "force": "newton",
    "torque": "newton * meter",
    "frequency": "hertz",
    "electric potential": "volt",
    "electric current": "ampere",
    "electric charge": "coulomb",
    "electric resistance": "ohm",
    "radioactivity": "becquerel",
    "radiation dose": "sievert",
    "acceleration": "meter / second ** 2",
}


def _named(shown: str) -> str:
    if shown in PINT:
        return PINT[shown]
    for word in ("square", "cubic"):
        if shown.startswith(word + " "):
            return f"{shown.removeprefix(word + ' ')} ** {2 if word == 'square' else 3}"
    name = shown.replace("metre per second squared", "meter / second ** 2").replace(" per ", " / ")
    return name.replace("-hour", " * hour").replace(" hour", " * hour").replace(" * * ", " * ")


@pytest.mark.parametrize("shown", [name for name in EXACT if units()[name].dimension in BASE])
def test_factor_is_that_of_pint(shown: str) -> None:
    unit = units()[shown]
    name = _named(shown).replace("newton metre", "newton * meter").replace("light-year", "light_year")
    quantity = REGISTRY.Quantity(Fraction(1), "dimensionless") * REGISTRY.parse_expression(name)
    factor = Fraction(quantity.to(BASE[unit.dimension]).magnitude)
    assert abs(unit.low / factor - 1) < Fraction(1, 10**9), (shown, float(unit.low), float(factor))


@pytest.mark.parametrize("shown", sorted(units()))
def test_no_factor_is_turned_round(shown: str) -> None:
    assert 0 < units()[shown].low <= units()[shown].high


@pytest.mark.parametrize(
    ("first", "second"),
    [("32 degrees Fahrenheit", 273.15), ("212 °F", 373.15), ("-40 degrees Celsius", 233.15)],
)
def test_scales_of_temperature_meet(first: str, second: float) -> None:
    pieces = lex(first.removeprefix("-"))
    found = unit_at(pieces, 1)
    assert found is not None
    value = Fraction(pieces[0].text) * (-1 if first.startswith("-") else 1)
    assert found.data.unit.to_base(Interval.point(value)).low == Fraction(str(second))


ends = st.fractions(min_value=-1000, max_value=1000, max_denominator=100)
intervals = st.tuples(ends, ends, st.booleans(), st.booleans()).map(
    lambda i: Interval(min(i[0], i[1]), max(i[0], i[1]), i[2] and i[0] != i[1], i[3] and i[0] != i[1])
)


@given(st.sampled_from(EXACT), intervals, intervals)
def test_conversion_changes_no_relation(shown: str, first: Interval, second: Interval) -> None:
    unit = units()[shown]
    assert unit.to_base(first).relation(unit.to_base(second)) == first.relation(second)


@given(st.sampled_from(EXACT), ends)
def test_conversion_there_and_back(shown: str, value: Fraction) -> None:
    unit = units()[shown]
    low = unit.to_base(Interval.point(value)).low
    assert low is not None
    assert (low - unit.offset) / unit.low == value


@given(st.sampled_from(sorted(units())), st.sampled_from(sorted(times())))
def test_a_rate_is_no_wider_than_its_parts(over: str, under: str) -> None:
    rate = quotient(units()[over], times()[under])
    assert rate.low <= rate.high
    assert isinstance(rate, Unit)


NORMAL = ("0", "7", "12.5", "0.125", "1000", "1200000", "3.14159", "99.99")


@pytest.mark.parametrize("unit", ["km", "litre", "degrees Celsius", "mph", "kWh", "square metres"])
def test_what_is_shown_reads_the_same(unit: str) -> None:
    texts = [f"They noted {number} {unit} that day." for number in NORMAL]
    for number, text, doc in zip(NORMAL, texts, parse(texts), strict=True):
        (value,) = find(doc, Article("a", text))
        assert (value.stated, value.low, value.high) == ((number,), number, number)
