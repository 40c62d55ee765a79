"""The type of a number as written, and how it is shown in plain decimals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from checker.model import Interval, Kind, Span, Value

_SIGNIFICANT = 15
_NOWHERE = Span(0, 0)
Stated = Iterable[Fraction | str]


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
