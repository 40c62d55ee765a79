"""Lengths of time in words: a number and a unit, or several in a row, and the seconds they may be.

A calendar month stays a month: two of them are 59 to 62 days, never 60. Durations, ages and dates
("two weeks ago") all start from the productions of `length_forms`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from checker.data import load
from checker.model import Interval, Span
from checker.values.quantity import Numeral

DAY = 86400
_YEAR = 12  # months
_CYCLE = 48  # months of four years, 1,461 days, between which leap years do not change a count
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Unit:
    name: str
    seconds: Fraction = Fraction(0)  # of one, where it is fixed
    months: int = 0  # of one, where the calendar decides
    steps: tuple[int, ...] = (1,)

    @property
    def size(self) -> Fraction:
        """About how long one is, to put units in order."""
        return self.seconds or Fraction(self.months * 30 * DAY)


@dataclass(frozen=True, slots=True)
class Part:
    """One number and its unit; `bounds` in the unit."""

    values: tuple[Fraction, ...]
    bounds: Interval
    unit: Unit
    span: Span | None = None  # in the text, with its hedge
    limit: str | None = None  # the name of the hedge


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as said; `span` holds the hedge too."""

    span: Span
    parts: tuple[Part, ...]
    hedge: str = "="
    article: bool = False  # "a month"
    vague: bool = False
    business: bool = False  # business days
    hyphen: bool = False  # "90-minute"
    numeral: Numeral | None = None  # of a single number and unit

    @property
    def unit(self) -> str:
        return self.parts[0].unit.name

    @property
    def days(self) -> bool:
        """Whether it is told in days or longer units."""
        return all(part.unit.size >= DAY for part in self.parts)

    @property
    def bounds(self) -> Interval:
        """The seconds that it may be."""
        total = seconds(self.parts[0])
        for part in self.parts[1:]:
            more = seconds(part)
            low = None if more.low is None or total.low is None else total.low + more.low
            high = None if more.high is None or total.high is None else total.high + more.high
            total = Interval(low, high, more.low_open, more.high_open)
        return total

    @property
    def rounded(self) -> Interval | None:
        """What a writer may have rounded to it; None where it is hedged, a range or exact."""
        last = self.parts[-1]
        if self.hedge != "=" or self.vague or not last.bounds.is_point or last.bounds.low is None:
            return None
        value = last.bounds.low
        step = next((Fraction(step) for step in last.unit.steps if value % step == 0), Fraction(1, 2))
        off = min(step / 2, value / 8)
        edge, bounds = seconds(Part((), Interval(off, off), last.unit)).high, self.bounds
        if not edge or bounds.low is None or bounds.high is None:
            return None
        return Interval(bounds.low - edge, bounds.high + edge, high_open=True)


@lru_cache(maxsize=1)
def units() -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Units by their words, and by the short forms that count only after digits."""
    full: dict[str, Unit] = {}
    short: dict[str, Unit] = {}
    for name, entry in load("durations")["units"].items():
        unit = Unit(name, Fraction(entry.get("seconds", 0)), entry.get("months", 0), tuple(entry["step"]))
        full.update(dict.fromkeys(entry["words"], unit))
        short.update(dict.fromkeys(entry.get("short", ()), unit))
    return full, short


def seconds(part: Part) -> Interval:
    """The seconds of one part: months and years are as short and as long as the calendar has them."""
    low, high, unit = part.bounds.low, part.bounds.high, part.unit
    if unit.seconds:
        return part.bounds.scaled(unit.seconds)
    least = None if low is None else month_days(low * unit.months)[0] * DAY
    most = None if high is None else month_days(high * unit.months)[1] * DAY
    return Interval(least, most, part.bounds.low_open, part.bounds.high_open)


def month_days(months: Fraction) -> tuple[Fraction, Fraction]:
    """The fewest and the most days of so many months in a row; a part of a month is 28 to 31 shares.

    A year counts from 365 days however many they are, as who turns years into days leaves leap days out.
    """
    whole = months.__floor__()
    rest = months - whole
    cycles, left = divmod(whole, _CYCLE)
    years, over = divmod(whole, _YEAR)
    least, most = 365 * years + _runs(over)[0], 1461 * cycles + _runs(left)[1]
    return least + 28 * rest, most + 31 * rest


@lru_cache(maxsize=_CYCLE)
def _runs(months: int) -> tuple[int, int]:
    days = [_LENGTHS[n % 12] + (n == 1) for n in range(_CYCLE)] * 2
    sums = [sum(days[start : start + months]) for start in range(_CYCLE)]
    return min(sums), max(sums)
