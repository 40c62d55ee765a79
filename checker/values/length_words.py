"""Lengths of time without a number: "month-long", "another month", "all week", "quarter of an hour"."""

from __future__ import annotations

from fractions import Fraction

from checker.data import load
from checker.model import Interval, Span
from checker.values.lengths import Length, Part, Unit, units
from checker.values.words import Words


def unnumbered(words: Words, i: int) -> Length | None:
    """One of a unit without a number: "month-long", "another month", "all-week", "half-hour", "weeklong"."""
    full, _ = units()
    word = words.at(i)
    if (
        word == "quarter"
        and words.at(i + 1) == "of"
        and words.at(i + 2) == "an"
        and words.at(i + 3) == "hour"
    ):
        return _single(words, i, i + 4, full["hour"], Fraction(1, 4))
    if word in (long := load("durations")["long_words"]):
        return _single(words, i, i + 1, full[long[word]]) if long[word] else None
    if word in full and words.is_dash(i + 1) and words.at(i + 2) == "long" and not word.endswith("s"):
        return _single(words, i, i + 3, full[word])
    if word == "hour" and words.at(i - 1) not in ("the", "per") and (end := and_half(words, i + 1)):
        return _single(words, i, end, full[word], Fraction(3, 2))
    if word in load("durations")["one"]:
        j = i + 2 if words.is_dash(i + 1) else i + 1
        if words.at(j) in full and not words.at(j).endswith("s") and words.at(j) not in ("second", "minute"):
            return _single(words, i, j + 1, full[words.at(j)])
    return None


def _single(words: Words, i: int, end: int, unit: Unit, value: Fraction = Fraction(1)) -> Length:
    span = Span(words.starts[i], words.ends[end - 1])
    return Length(i, end, span, (Part((value,), Interval.point(value), unit),), hyphen=words.is_dash(i + 1))


def and_half(words: Words, i: int) -> int | None:
    """The index after "and a half", "and half", "-and-a-half"."""
    j = i + 1 if words.is_dash(i) else i
    if words.at(j) != "and":
        return None
    j += 1
    while words.is_dash(j) or words.at(j) in ("a", "one"):
        j += 1
    return j + 1 if words.at(j) == "half" else None
