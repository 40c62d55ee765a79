"""Lengths of time in words: a number and a unit, or several in a row, and the seconds they may be.

A calendar month stays a month: two of them are 59 to 62 days, never 60. Durations, ages and dates
("two weeks ago") all start from the productions of `length_forms`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from checker.model import Interval, Span
from checker.values.quantity import Numeral
from checker.values.units import DAY, Unit


@dataclass(frozen=True, slots=True)
class Part:
    """One number and its unit; `bounds` in the unit."""

    values: tuple[Fraction, ...]
    bounds: Interval
    unit: Unit
    span: Span | None = None  # in the text, with its hedge
    limit: str | None = None  # the name of the hedge

    @property
    def seconds(self) -> Interval:
        return self.unit.to_base(self.bounds)


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
        return self.parts[0].unit.shown

    @property
    def days(self) -> bool:
        """Whether it is told in days or longer units."""
        return all(part.unit.low >= DAY for part in self.parts)

    @property
    def bounds(self) -> Interval:
        """The seconds that it may be."""
        total = self.parts[0].seconds
        for part in self.parts[1:]:
            more = part.seconds
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
        edge, bounds = last.unit.to_base(Interval.point(off)).high, self.bounds
        if not edge or bounds.low is None or bounds.high is None:
            return None
        return Interval(bounds.low - edge, bounds.high + edge, high_open=True)
