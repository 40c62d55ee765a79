"""Which unit of measure a word is beside a number: degrees of what, ounces of what, a mile or a rate."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from checker.data import load
from checker.values.chart import Chart
from checker.values.company import Place, is_unit, pounds_are_money, words_after, words_before
from checker.values.items import unit_at
from checker.values.lexer import glued, lower
from checker.values.units import Form, Unit, data, units


def unit_of(form: Form, place: Place, chart: Chart) -> Unit | None:
    """The unit that `form` is there, or None where it is something else."""
    unit, named = form.unit, data()["named"]
    if not _whole_word(form, place) or (place.number.bare_article and not (form.word and _one_of(place))):
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
