"""Measures said in two parts: "6'2\"", "5 feet 2 inches", "a 6-foot-4 forward", "a mile and a half".

In: a number with its unit, as read so far. Out: the same with what follows it added up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from checker.values.lexer import Lex, glued, lower
from checker.values.numerals import Numeral, find_numerals
from checker.values.units import Unit, data, unit_at, units

_FEET = ("'", "′", "’")
_INCHES = ('"', "″", "”")


@dataclass(frozen=True, slots=True)
class Reading:
    """A number with its unit at pieces [start, end); `value` is set where two units add up."""

    numeral: Numeral
    unit: Unit
    start: int
    end: int
    value: Fraction | None = None
    notes: tuple[str, ...] = ()


def feet_and_inches(pieces: Sequence[Lex], numeral: Numeral, start: int, at: int) -> Reading | None:
    """ "6'2\"" and "5′ 11″"."""
    if lower(pieces, at) not in _FEET or not glued(pieces, at) or at + 2 >= len(pieces):
        return None
    inches = pieces[at + 1]
    if not inches.text.isdecimal() or len(inches.text) > 2 or int(inches.text) > 11 or not numeral.digits:
        return None
    closing = pieces[at + 2].text
    if closing in _INCHES or (closing in _FEET and lower(pieces, at + 3) in _FEET):
        end = at + 3 if closing in _INCHES else at + 4
        return Reading(numeral, units()["ft"], start, end, numeral.value + Fraction(int(inches.text), 12))
    return None


def with_part(pieces: Sequence[Lex], first: Reading) -> Reading:
    """ "5 feet 2 inches", "5ft 11in", "10 stone 4 pounds": the sum, in the first unit."""
    smaller = data()["parts"].get(first.unit.shown)
    if smaller is None or first.value is not None or first.numeral.range:
        return first
    at = first.end + 1 if lower(pieces, first.end) in ("and", ",", "-") else first.end
    number = _small_number(pieces, at)
    if number is None:
        return first
    unit_start = at + 2 if lower(pieces, at + 1) == "-" else at + 1
    found = unit_at(pieces, unit_start)
    if found is None or found[0].unit.shown not in smaller:
        return _inches_unsaid(pieces, first, number)
    part, end = found[0].unit, found[1]
    if number * part.low >= first.unit.low:
        return first
    return replace(first, value=first.numeral.value + number * part.low / first.unit.low, end=end)


def _inches_unsaid(pieces: Sequence[Lex], first: Reading, inches: Fraction) -> Reading:
    """ "a 6-foot-4 forward", "a 6-foot-4-inch wall", "he is 6 foot 4"."""
    at = first.end
    said = at < len(pieces) and (pieces[at].text == str(inches) or pieces[at].is_word)
    bare = said and _stands(pieces, at + 1)
    if first.unit.shown == "ft" and bare and 0 < inches < 12 and first.numeral.value < 9:
        return replace(first, value=first.numeral.value + inches / 12, end=at + 1)
    glue = lower(pieces, at) == "-" and glued(pieces, at) and glued(pieces, at + 1)
    if first.unit.shown != "ft" or not glue or not 0 < inches < 12:
        return first
    end = at + 4 if lower(pieces, at + 2) == "-" and lower(pieces, at + 3) == "inch" else at + 2
    return replace(first, value=first.numeral.value + inches / 12, end=end)


def _stands(pieces: Sequence[Lex], at: int) -> bool:
    """Whether nothing is counted from piece `at` on: "6 foot 4." but "6 foot 4 times"."""
    return at >= len(pieces) or lower(pieces, at) in ("tall", "and", "in") or pieces[at].text in ".,;)!?"


def _small_number(pieces: Sequence[Lex], at: int) -> Fraction | None:
    if at >= len(pieces):
        return None
    for numeral in find_numerals(" ".join(piece.text for piece in pieces[at : at + 1])):
        return None if numeral.bare_article else numeral.value
    return None


def and_a_half(pieces: Sequence[Lex], reading: Reading) -> Reading:
    """ "a mile and a half", "two miles and a quarter"."""
    words = [lower(pieces, reading.end + i) for i in range(3)]
    if words[0] != "and" or words[1] != "a" or words[2] not in ("half", "quarter"):
        return reading
    part = Fraction(1, 2 if words[2] == "half" else 4)
    return replace(reading, value=reading.numeral.value + part, end=reading.end + 3)
