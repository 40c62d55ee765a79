"""Units of measure: the forms they are written in, their exact factors and what they make together.

All of it is data (rules/vocabulary/units.yaml, which names its sources); factors are Fractions, and
a unit whose name means more than one thing ("ton", "gallon") has the two ends as its factor.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from checker.data import load
from checker.model import Interval, Kind
from checker.values.periods import month_days

DAY = 86400  # seconds
_TIME = "time"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: how it is shown, what it measures and what one of it is in the dimension's base unit."""

    shown: str
    dimension: str
    low: Fraction
    high: Fraction
    offset: Fraction = Fraction(0)
    kind: Kind = Kind.MEASURE
    coin: str = ""  # what a part of a unit of money is called: "cent"
    months: int = 0  # of a time whose length the calendar decides
    steps: tuple[int, ...] = (1,)  # to what multiples of it a writer rounds

    def to_base(self, stated: Interval) -> Interval:
        """What an interval in this unit is in the base unit; wider where the unit is ambiguous."""
        low, high = stated.low, stated.high
        if self.months:  # of two months one is short and one is long
            low, high = (None if end is None else end * self.months for end in (low, high))
            least = None if low is None else month_days(low)[0] * DAY
            most = None if high is None else month_days(high)[1] * DAY
            return Interval(least, most, stated.low_open, stated.high_open)
        return Interval(
            None if low is None else low * (self.low if low >= 0 else self.high) + self.offset,
            None if high is None else high * (self.high if high >= 0 else self.low) + self.offset,
            stated.low_open,
            stated.high_open,
        )


@dataclass(frozen=True, slots=True)
class Form:
    """A unit as it is written; a `cued` one is a word or letter that needs more to be a unit."""

    unit: Unit
    text: str
    cued: bool = False
    word: bool = False


@lru_cache(maxsize=1)
def data() -> Any:
    return load("units")


@lru_cache(maxsize=1)
def units() -> dict[str, Unit]:
    """Every unit by how it is shown, those with an SI prefix among them."""
    found: dict[str, Unit] = {}
    for name, dimension in data()["dimensions"].items():
        for shown, entry in dimension["units"].items():
            found.setdefault(shown, _unit(shown, name, entry))
            for prefix in entry.get("prefixes", ()):
                title, factor = data()["prefixes"][prefix]
                unit = found[shown]
                longer = title + entry["words"][0]
                found.setdefault(
                    longer, Unit(longer, name, unit.low * Fraction(factor), unit.high * Fraction(factor))
                )
    return found


@lru_cache(maxsize=1)
def times() -> dict[str, Unit]:
    """The units of time by name; a month is as short and as long as the calendar has them."""
    return {name: _time(name, entry) for name, entry in load("durations")["units"].items()}


def _time(name: str, entry: dict[str, Any]) -> Unit:
    months, fixed = entry.get("months", 0), Fraction(entry.get("seconds", 0))
    low, high = (days * DAY for days in month_days(Fraction(months))) if months else (fixed, fixed)
    return Unit(name, _TIME, low, high, months=months, steps=tuple(entry["step"]))


def times_written(*kinds: str) -> Iterator[tuple[str, Unit]]:
    """The words for units of time, of the kinds that durations.yaml has: "words", "short", "rate"."""
    for name, entry in load("durations")["units"].items():
        yield from ((word, times()[name]) for kind in kinds for word in entry.get(kind, ()))


def _unit(shown: str, dimension: str, entry: dict[str, Any]) -> Unit:
    factor = entry["factor"]
    low, high = factor if isinstance(factor, list) else (factor, factor)
    return Unit(shown, dimension, Fraction(low), Fraction(high), Fraction(entry.get("offset", 0)))


def forms() -> Iterator[Form]:
    """Every way that a unit is written: words in any case, symbols as they stand."""
    for dimension in data()["dimensions"].values():
        for shown, entry in dimension["units"].items():
            yield from _written(entry, units()[shown])
            for prefix in entry.get("prefixes", ()):
                title = data()["prefixes"][prefix][0]
                unit = units()[title + entry["words"][0]]
                yield from _written(entry, unit, title, prefix)


def _written(entry: dict[str, Any], unit: Unit, title: str = "", prefix: str = "") -> Iterator[Form]:
    singular = entry.get("words", ())
    for word in (*singular, *(entry.get("plurals") or [word + "s" for word in singular])):
        yield Form(unit, (title + word).lower(), word=True)
    for text in (*entry.get("symbols", ()), *(entry.get("stem", ()) if prefix else ())):
        yield Form(unit, prefix + text)
    for text in () if prefix else entry.get("cued", ()):
        yield Form(unit, text, cued=True)


def quotient(over: Unit, under: Unit) -> Unit:
    """The unit of `over` per `under`: "mi/h" of dimension speed, "barrel per day" of "flow"."""
    named = {(a, b): name for a, b, name in data()["quotients"]}
    dimension = named.get((over.dimension, under.dimension), f"{over.dimension}/{under.dimension}")
    names = data()["full names"]
    plain = f"{over.shown} per {under.shown}"
    full = f"{names.get(over.shown, over.shown)} per {names.get(under.shown, under.shown)}"
    low, high = over.low / under.high, over.high / under.low
    return Unit(data()["shown"].get(plain, full), dimension, low, high, kind=over.kind)
