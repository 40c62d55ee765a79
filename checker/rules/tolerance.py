"""How far two values may lie apart and still count as the same: `within: 5 %`, `1 day`, `10 km`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from checker.errors import allowed_hint
from checker.model import Interval, Kind, Value

_FORM = re.compile(r"(\d{1,9}(?:\.\d{1,6})?)\s*(%|[a-z]+)")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_DIMENSIONS = {
    "length": {
        "m": Fraction(1),
        "km": Fraction(1000),
        "mile": Fraction("1609.344"),
        "ft": Fraction("0.3048"),
    },
    "mass": {"kg": Fraction(1), "tonne": Fraction(1000)},
    "area": {"hectare": Fraction(10000), "acre": Fraction("4046.8564224")},
    "temperature": {"degree": Fraction(1)},
}
UNITS = ("%", *_SECONDS, *(unit for units in _DIMENSIONS.values() for unit in units))


@dataclass(frozen=True, slots=True)
class Tolerance:
    """An amount and its unit; `text` is as written."""

    text: str
    amount: Fraction
    unit: str

    def covers(self, a: Value, b: Value) -> bool:
        """Whether the nearest possibilities of two comparable values lie within the tolerance."""
        gap = _gap(a.bounds, b.bounds)
        if gap is None:
            return False
        if self.unit == "%":
            ends = [e for i in (a.bounds, b.bounds) for e in (i.low, i.high) if e is not None]
            return gap * 100 <= self.amount * max(abs(e) for e in ends) if ends else gap == 0
        if self.unit in _SECONDS:
            seconds = self.amount * _SECONDS[self.unit]
            if a.kind is Kind.DATE:
                return gap * 86400 <= seconds
            return a.kind in (Kind.DURATION, Kind.TIME, Kind.AGE) and gap <= seconds
        units = _DIMENSIONS.get(a.dimension, {})
        return self.unit in units and gap <= self.amount * units[self.unit]


def parse_tolerance(text: str) -> Tolerance:
    """Read '5 %', '1 day', '2 hours', '10 km'; ValueError with the units there are."""
    match = _FORM.fullmatch(text.strip())
    if not match:
        raise ValueError(f"{text!r} is not an amount and a unit\nwrite for example 5 %, 1 day or 10 km")
    unit = match[2] if match[2] in UNITS else match[2].removesuffix("s")
    if unit not in UNITS:
        raise ValueError(f"{match[2]!r} is not a unit for 'within'\n{allowed_hint(match[2], UNITS)}")
    return Tolerance(text.strip(), Fraction(match[1]), unit)


def _tolerance(given: Any) -> Tolerance:
    if isinstance(given, (str, int, float)):
        return parse_tolerance(str(given))
    raise ValueError("an amount and a unit are wanted\nwrite for example 5 %, 1 day or 10 km")


Within = Annotated[
    Tolerance,
    PlainValidator(_tolerance),
    WithJsonSchema({"type": "string", "examples": ["5 %", "1 day", "10 km"]}),
]


def _gap(a: Interval, b: Interval) -> Fraction | None:
    """How far apart two intervals are; 0 where they touch, None where an end is not known."""
    if a.low is not None and b.high is not None and a.low > b.high:
        return a.low - b.high
    if b.low is not None and a.high is not None and b.low > a.high:
        return b.low - a.high
    return Fraction(0)
