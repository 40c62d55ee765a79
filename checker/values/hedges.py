"""What a hedge makes of a number, and what a writer may have rounded to it: the sets they denote.

The words are data (rules/vocabulary/hedges.yaml); the bounds each one gives are in docs/values.md.
"""

from __future__ import annotations

from fractions import Fraction

from checker.model import Interval

_TENTH = Fraction(1, 10)


def limited(name: str | None, value: Fraction, step: Fraction | None) -> Interval:
    """What `value` denotes under the hedge `name`; `step` is the place of its last stated digit."""
    near = abs(value) * _TENTH
    match name:
        case "over":
            return Interval(value, None, low_open=True)
        case "at_least":
            return Interval(value, None)
        case "under":
            return Interval(None, value, high_open=True)
        case "at_most":
            return Interval(None, value)
        case "just_over" | "just_under" | "nearly" if not value:
            return Interval.point(value)  # a tenth of nothing is no room: "nearly 0"
        case "just_over":
            return Interval(value, value + near, low_open=True)
        case "just_under" | "nearly":
            return Interval(value - near, value, high_open=True)
        case "about":
            half = max(abs(value) * _spread(value, step), (step or Fraction(0)) / 4)
            return Interval(value - half, value + half)
        case "odd":
            return Interval(value, value + (step or value * _TENTH), high_open=True)
    return Interval.point(value)


def _spread(value: Fraction, step: Fraction | None) -> Fraction:
    """How far "about" reaches, by the number of significant digits: 10, 5 or 2 per cent."""
    digits = significant(value, step)
    return _TENTH if digits == 1 else Fraction(1, 20) if digits == 2 else Fraction(1, 50)


def significant(value: Fraction, step: Fraction | None) -> int:
    """How many digits of `value` are significant, trailing zeros of whole numbers being none."""
    if not step or not value:
        return 1
    count = abs(value) / step
    if count.denominator != 1:
        return 1
    text = str(count.numerator)
    return len(text if step < 1 else text.rstrip("0"))


def rounded(value: Fraction, step: Fraction | None, *, exact: bool) -> Interval:
    """What a writer may have rounded to `value`: half its last stated place either way, at most 5 %.

    With `exact` (things counted one by one) a number that ends in no zero is not rounded, and one
    that does is to the widest of 10, 50, 100, 500 … that its zeros and 2.5 % of it allow.
    """
    if not step or not value:
        return Interval.point(value)
    half = min(step / 2, abs(value) / 20)
    if exact and step == 1:
        half = _round_half(value)
    return Interval(value - half, value + half)


def _round_half(value: Fraction) -> Fraction:
    """Half the coarsest rounding that a whole number in full digits may carry."""
    best, step = Fraction(0), Fraction(10)
    while step / 2 <= abs(value) / 40:
        if value % step == 0:
            best = step / 2
        step = step * 2 if str(step.numerator)[0] == "5" else step * 5
    return best
