"""Measures: numbers with a unit of length, mass, speed, temperature and so on.

Whether a doubtful word or letter ("in", "m", "C", "feet") is a unit is told by checker.values.doubtful.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Article, Interval, Kind, Span, Value
from checker.values.doubtful import below_zero, is_difference, reading_of, unsaid_scale
from checker.values.frequencies import frequency_at
from checker.values.hedges import rounded
from checker.values.lexer import Lex, glued, index_at, lex, lower
from checker.values.measure_parts import Reading, and_a_half, feet_and_inches, with_part
from checker.values.numerals import Numeral, decimal_text, find_numerals, hedged_after
from checker.values.phrases import range_start, rate_at, shares_unit, spread
from checker.values.places import Place
from checker.values.units import Form, quotient, unit_at, units

if TYPE_CHECKING:
    from checker.language import Doc


def find(doc: Doc, article: Article) -> Iterator[Value]:
    """Every measure of the article, in the order of the text."""
    text = article.text
    pieces = lex(text)
    readings: list[Reading] = []
    waiting: list[Numeral] = []  # numbers without a unit, right before this one
    for numeral in find_numerals(text):
        if readings and numeral.core.start < pieces[readings[-1].end - 1].end:
            continue  # the inches of "5 feet 2 inches", the "a" of "20 km a day"
        if (found := _read(pieces, numeral, article)) is not None:
            readings.extend(_sharing(pieces, waiting, found))
            waiting = []
        elif not numeral.bare_article:
            waiting.append(numeral)
    for reading in _joined(pieces, readings):
        yield _value(reading, pieces, article)


def _sharing(pieces: Sequence[Lex], waiting: list[Numeral], last: Reading) -> list[Reading]:
    """The last reading with those before it that share its unit: "10- to 15-foot", "three or four miles"."""
    found = [last]
    for numeral in reversed(waiting):
        start, end = index_at(pieces, numeral.span.start), index_at(pieces, numeral.span.end)
        link = shares_unit(pieces, end, found[0].start)
        if link is None or len(numeral.values) > 1 or found[0].value is not None:
            break
        low, high = numeral.value, found[0].numeral.value
        if link == "to" and low < high and found[0].numeral.bounds.is_point:
            found[0] = replace(found[0], numeral=spread(numeral, low, high), start=start)
        else:
            found.insert(0, Reading(numeral, last.unit, start, end))
    return found


def _read(pieces: Sequence[Lex], numeral: Numeral, article: Article) -> Reading | None:
    if numeral.vague:
        return None
    start, at = index_at(pieces, numeral.span.start), index_at(pieces, numeral.span.end)
    core = index_at(pieces, numeral.core.start)
    found = (
        feet_and_inches(pieces, numeral, start, at)
        or _named_before(pieces, numeral, core, at)
        or _with_unit(pieces, numeral, start, at, article)
    )
    if found is None:
        return None
    found = with_part(pieces, found)
    if (rate := rate_at(pieces, found.end)) is not None and rate.unit is not None:
        per = quotient(found.unit, rate.unit)
        return replace(found, unit=per, end=rate.end, notes=(*found.notes, f"per:{rate.name}"))
    return _dosed(pieces, found)


def _dosed(pieces: Sequence[Lex], found: Reading) -> Reading:
    """ "6 mg once a day", "500 mg twice daily": how much of it in each day."""
    often = frequency_at(pieces, found.end)
    if often is None or found.numeral.limit is not None or len(found.numeral.values) > 1:
        return found
    stated = found.numeral.value if found.value is None else found.value
    return replace(
        found,
        unit=quotient(found.unit, often.unit),
        end=often.end,
        value=found.value if often.times == 1 else stated * often.times,
        notes=(*found.notes, f"per:{often.unit.shown}"),
    )


def _with_unit(
    pieces: Sequence[Lex], numeral: Numeral, start: int, at: int, article: Article
) -> Reading | None:
    """A number with the unit after it: "10 km", "90-yard", "200lbs", "20 (kg)", "half a mile"."""
    unit_start = _skip(pieces, numeral, at)
    found = unit_at(pieces, unit_start)
    if found is None:
        return None
    form, end = found
    if not _whole_word(pieces, form, end):
        return None
    place = Place(pieces, numeral, index_at(pieces, numeral.core.start), unit_start, end, article)
    unit = reading_of(form, place)
    if unit is None:
        return None
    if unit_start > at and pieces[unit_start - 1].text == "(":
        if end >= len(pieces) or pieces[end].text != ")":
            return None
        end += 1
    notes = ()
    if unit.dimension.startswith("temperature") and is_difference(place):
        apart = unit.dimension.replace("temperature", "temperature difference", 1)
        unit = replace(unit, dimension=apart, offset=Fraction(0))
    elif below_zero(pieces, end) and numeral.bounds.is_point and "temperature" in unit.dimension:
        return Reading(numeral, unit, start, end + 2, -numeral.value)
    return and_a_half(pieces, Reading(numeral, unit, start, end, notes=notes))


def _skip(pieces: Sequence[Lex], numeral: Numeral, at: int) -> int:
    """Where the unit may start: past a hyphen, a bracket, or the "of a" after a fraction."""
    mark = lower(pieces, at)
    if mark in ("-", "‐", "‑") and (glued(pieces, at) or glued(pieces, at + 1)):
        return at + 1
    if mark == "(" and unit_at(pieces, at + 1) is not None:
        return at + 1
    if numeral.magnitude and mark == "of":
        return at + 1
    if numeral.fraction:
        past = at + 1 if mark in ("of", "-") else at
        return past + 1 if lower(pieces, past) in ("a", "an") else past
    return at


def _whole_word(pieces: Sequence[Lex], form: Form, end: int) -> bool:
    """Whether nothing is glued to the unit that makes it part of a code: "24703m212", "24703 L-202"."""
    if not glued(pieces, end):
        return True
    after = pieces[end]
    if after.text == "-" and lower(pieces, end + 1) == "sized":
        return False
    if after.is_number and form.text in load("numbers")["compound_units"]:
        return glued(pieces, end + 1) and pieces[end + 1].is_word  # "7lb3oz"
    if after.is_number or after.is_word:
        return False
    return form.word or not (after.text == "-" and glued(pieces, end + 1) and pieces[end + 1].is_number)


def _named_before(pieces: Sequence[Lex], numeral: Numeral, core: int, at: int) -> Reading | None:
    """ "magnitude 6.5", "6.5-magnitude", "7.1 on the Richter scale", "Mach 2", "thirty below zero"."""
    if below_zero(pieces, at) and numeral.bounds.is_point and numeral.value >= 0:
        return Reading(numeral, unsaid_scale(), core, at + 2, -numeral.value)
    before = core - 2 if lower(pieces, core - 1) in ("-", "of") else core - 1
    if lower(pieces, before) == "mach" and pieces[before].text[0] == "M" and before == core - 1:
        return Reading(numeral, units()["Mach"], before, at)
    if numeral.value > 10 or numeral.magnitude or numeral.bare_article:
        return None
    if lower(pieces, before) in ("magnitude", "magnitudes"):
        return Reading(numeral, units()["magnitude"], min(before, core), at)
    after = at + 1 if lower(pieces, at) == "-" else at
    if lower(pieces, after) == "magnitude":
        return Reading(numeral, units()["magnitude"], core, after + 1)
    if lower(pieces, at) == "on" and lower(pieces, at + 2) == "richter":
        return Reading(numeral, units()["magnitude"], core, at + 4)
    return None


def _joined(pieces: Sequence[Lex], readings: list[Reading]) -> Iterator[Reading]:
    """Two readings of one unit that make a range become one."""
    at = 0
    while at < len(readings):
        first = readings[at]
        second = readings[at + 1] if at + 1 < len(readings) else None
        start = None if second is None else range_start(pieces, first.start, first.end, second.start)
        if second is None or start is None or not _makes_range(first, second):
            yield first
            at += 1
            continue
        low, high = first.numeral.value, second.numeral.value
        numeral = spread(second.numeral, low, high)
        yield replace(second, numeral=numeral, start=start)
        at += 2


def _makes_range(first: Reading, second: Reading) -> bool:
    return (
        first.numeral.bounds.is_point
        and len(second.numeral.values) == 1
        and second.numeral.limit in (None, "at_most")
        and first.unit == second.unit
        and first.value is None
        and second.value is None
        and first.numeral.value < second.numeral.value
    )


def _value(reading: Reading, pieces: Sequence[Lex], article: Article) -> Value:
    numeral, unit = reading.numeral, reading.unit
    bounds, end = numeral.bounds, pieces[reading.end - 1].end
    if reading.value is not None:
        bounds = bounds.scaled(Fraction(1), reading.value - numeral.value)
        numeral = replace(numeral, values=(reading.value,))
    else:
        numeral, end = hedged_after(article.text, numeral, end)
        bounds = numeral.bounds
    span = Span(pieces[reading.start].start, end)
    return Value(
        Kind.MEASURE,
        span,
        article.words(span),
        tuple(decimal_text(value, 16) for value in numeral.values),
        unit.to_base(bounds),
        low=None if bounds.low is None else decimal_text(bounds.low, 16),
        high=None if bounds.high is None else decimal_text(bounds.high, 16),
        unit=unit.shown,
        dimension=unit.dimension,
        hedge=numeral.hedge,
        rounded=_rounded(reading, numeral),
        notes=reading.notes,
    )


def _rounded(reading: Reading, numeral: Numeral) -> Interval | None:
    """What may have been rounded to an unhedged measure, in the base unit."""
    if (
        numeral.limit is not None
        or len(numeral.values) != 1
        or numeral.step is None
        or reading.value is not None
    ):
        return None
    return reading.unit.to_base(rounded(numeral.value, numeral.step, exact=False))
