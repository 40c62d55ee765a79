"""How often something is taken or done: "once a day", "twice daily", "three times per week"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from checker.data import load
from checker.values.lexer import Lex, lower
from checker.values.numerals import read_cardinal
from checker.values.units import Unit, times

_PER = ("a", "an", "per", "each", "every")


@dataclass(frozen=True, slots=True)
class Frequency:
    """So many times in each of a unit of time, up to piece `end`."""

    times: Fraction
    unit: Unit
    end: int


def frequency_at(pieces: Sequence[Lex], at: int) -> Frequency | None:
    """The frequency written from piece `at`."""
    count, after = _times(pieces, at)
    if lower(pieces, after) in _PER and after > at:
        unit = times().get(lower(pieces, after + 1))
        return Frequency(count, unit, after + 2) if unit is not None else None
    regular = load("durations")["recurrence"].get(lower(pieces, after))
    unit = times().get(regular) if regular else None
    return Frequency(count, unit, after + 1) if unit is not None else None


def _times(pieces: Sequence[Lex], at: int) -> tuple[Fraction, int]:
    """How many times, and the index after it: "twice", "three times"; once where nothing is said."""
    known = load("durations")["times"].get(lower(pieces, at))
    if known is not None:
        return Fraction(known), at + 1
    number = read_cardinal(pieces, at)
    if number is not None and lower(pieces, number[1]) == "times":
        return number[0].value, number[1] + 1
    return Fraction(1), at
