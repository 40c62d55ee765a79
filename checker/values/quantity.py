"""The type of a number as written, how it is shown in plain decimals, and the sets that hedges make of it.

The words of hedges are data (rules/vocabulary/hedges.yaml); the bounds each one gives are in docs/values.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from checker.model import Interval, Kind, Span, Value

_SIGNIFICANT = 15
_NOWHERE = Span(0, 0)
Stated = Iterable[Fraction | str]


_TENTH = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written. `core` spans the number words and sign, `span` the hedge too.

    `values` are the number or numbers said ("20 to 30" has two, "dozens" the round numbers it
    stands between); `bounds` what they denote together with the hedge, in plain numbers.
    """

    span: Span
    core: Span
    values: tuple[Fraction, ...]
    bounds: Interval
    hedge: str = "="  # = ~ > <
    limit: str | None = None  # name of the hedge in rules/vocabulary/hedges.yaml
    step: Fraction | None = Fraction(1)  # place value of the last digit said; None: exact by nature
    scale: Fraction = Fraction(1)  # product of scale words: 10**6 in "1.2 million"
    digits: bool = False  # written with digits (perhaps with a scale word)
    article: bool = False  # "a" stands for one: "a", "a hundred", "a third"
    bare_article: bool = False  # nothing but "a" or "an"
    fraction: bool = False  # a part of one: "half", "two thirds", "3/4"
    decimal: bool = False
    range: bool = False  # two ends were said
    magnitude: bool = False  # "dozens", "tens of thousands": a size, not a number
    vague: bool = False  # "several", "a few", "a couple"
    signed: str = ""  # "-" or "+" where a sign was written
    room: Fraction = Fraction(1)  # what is still to be added must be smaller: 100 after "two hundred"
    top: Fraction = Fraction(1)  # the largest scale in it, of sums too
    summed: bool = False
    spoken: str = ""  # digits said in words after "point"

    @classmethod
    def plain(cls, value: Fraction, step: Fraction | None, **how: Any) -> Numeral:
        """A number whose place in the text is still to be told."""
        return cls(_NOWHERE, _NOWHERE, (value,), Interval.point(value), step=step, **how)

    def of(self, value: Fraction, **how: Any) -> Numeral:
        """The same with another value."""
        return replace(self, values=(value,), bounds=Interval.point(value), **how)

    def times(self, factor: Fraction) -> Numeral:
        """This many of a scale."""
        step = None if self.step is None else self.step * factor
        values = tuple(value * factor for value in self.values)
        return replace(
            self, values=values, bounds=self.bounds.scaled(factor), step=step, scale=self.scale * factor
        )

    @property
    def whole_words(self) -> bool:
        """Whether it is one whole number in words."""
        other = self.digits or self.range or self.magnitude or self.vague or self.bare_article
        return not other and self.values[-1].denominator == 1

    @property
    def stated(self) -> tuple[str, ...]:
        return tuple(decimal_text(value) for value in self.values)

    @property
    def value(self) -> Fraction:
        """The number said, the last where there are several."""
        return self.values[-1]


def made(text: str, kind: Kind, span: Span, bounds: Interval, stated: Stated = (), **more: Any) -> Value:
    """A value of the words at `span`, its ends told in plain decimals; `shown`: those of another interval."""
    ends = more.pop("shown", bounds)
    low, high = (None if end is None else decimal_text(end) for end in (ends.low, ends.high))
    said = tuple(one if isinstance(one, str) else decimal_text(one) for one in stated)
    return Value(kind, span, text[span.start : span.end], said, bounds, **{"low": low, "high": high, **more})


def decimal_text(value: Fraction) -> str:
    """A plain decimal: exact where it ends, else to 15 significant digits ("0.333333333333333")."""
    below = value.denominator
    twos = fives = 0
    while below % 2 == 0:
        below, twos = below // 2, twos + 1
    while below % 5 == 0:
        below, fives = below // 5, fives + 1
    if below == 1:
        places = max(twos, fives)
        number = value.numerator * (10**places // value.denominator)
    else:
        whole = len(str(abs(value.numerator) // value.denominator))
        leading = len(str(value.denominator)) - len(str(abs(value.numerator)))
        small = abs(value) < 1
        places = _SIGNIFICANT + (leading - (abs(value) * 10**leading >= 1) if small else -whole)
        number = round(value * 10 ** max(places, 0))
        places = max(places, 0)
    text = str(abs(number)).rjust(places + 1, "0")
    if places:
        text = f"{text[:-places]}.{text[-places:]}"
    return ("-" if number < 0 else "") + text


# What a hedge leaves open below and above, as parts of the number; whether the ends are open.
_BOUNDS: dict[str, tuple[Fraction | int | None, Fraction | int | None, bool, bool]] = {
    "over": (0, None, True, False),
    "at_least": (0, None, False, False),
    "under": (None, 0, False, True),
    "at_most": (None, 0, False, False),
    "just_over": (0, _TENTH, True, False),
    "just_under": (-_TENTH, 0, False, True),
    "nearly": (-_TENTH, 0, False, True),
}


def limited(name: str | None, value: Fraction, step: Fraction | None) -> Interval:
    """What `value` denotes under the hedge `name`; `step` is the place of its last stated digit."""
    low, high, opened, closed = _BOUNDS.get(name or "", (0, 0, False, False))
    if name == "about":
        half = max(abs(value) * _spread(value, step), (step or Fraction(0)) / 4)
        return Interval(value - half, value + half)
    if name == "odd":
        return Interval(value, value + (step or value * _TENTH), high_open=True)
    if not value and None not in (low, high):
        return Interval.point(value)  # a tenth of nothing is no room: "nearly 0"
    first, last = (None if part is None else value + abs(value) * part for part in (low, high))
    return Interval(first, last, opened, closed)


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


def rounded_to(value: Fraction, step: Fraction | None, *, exact: bool) -> Interval:
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
