"""Times of day: "9:30 a.m. EST", "1400 GMT", "noon", "half past nine", "0230 local time".

`bounds` are seconds of the day. With a known zone they are seconds of the UTC day and the dimension
is "utc", so that 14:30 GMT and 9:30 a.m. EST are the same; without one they are local, and a local
time compares only with a local one.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checker.model import EITHER_HALF, Article, Interval, Kind, Span, Value
from checker.values.clock import read_clock, shared_half, until
from checker.values.dayparts import Clock, clock_words
from checker.values.words import Words, split_words

if TYPE_CHECKING:
    from checker.language import Doc

_DAY = 86400
_BEFORE_CLOCK = ("about", "around", "approximately", "roughly", "shortly", "just", "nearly", "almost")


def find(doc: Doc, article: Article) -> list[Value]:
    """Every time of day of the article in the order of the text."""
    words = split_words(article.text)
    found: list[Value] = []
    i = 0
    while i < len(words):
        clock, last = read_clock(words, i), None
        if clock is not None:
            last = until(words, i, clock)
        else:
            clock, last = shared_half(words, i)
        if clock is None:
            i += 1
            continue
        found.append(_value(words, i, clock, last))
        i = (last or clock).end
    return found


def _value(words: Words, i: int, clock: Clock, last: Clock | None) -> Value:
    offset = clock.offset if clock.offset is not None else last.offset if last else None
    shift = 0 if offset is None else -int(offset * 3600)
    low = (clock.second + shift) % _DAY
    high = low if last is None else (last.second + shift) % _DAY
    if high < low:  # over midnight
        high += _DAY
    bounds = Interval(Fraction(low), Fraction(high))
    end = (last or clock).end
    opened = last is not None and words.at(i - 1) in ("between", "from")
    opened = opened or words.at(i - 1) in _BEFORE_CLOCK
    span = Span(words.starts[i - opened], words.ends[end - 1])
    hedge = "~" if words.at(i - 1) in _BEFORE_CLOCK or _hardly(words, i) else "="
    near = 1800 if clock.grain == "hour" or hedge == "~" else 300 if clock.second % 300 == 0 else 0
    notes = () if clock.half else (EITHER_HALF,)
    rounded = (
        Interval(bounds.low - near, bounds.high + near)
        if bounds.low is not None and bounds.high is not None
        else None
    )
    if not clock.half:
        rounded = Interval(Fraction(low), Fraction(high) + _DAY // 2)
    dimension = "" if offset is None else "utc"
    zone = clock.zone or (last.zone if last else None)
    if offset is None and zone not in (None, "local"):
        dimension = f"zone {zone}"
    unit = zone.upper() if zone and zone != "local" else zone
    return Value(
        Kind.TIME,
        span,
        words.text[span.start : span.end],
        bounds=bounds,
        low=_iso(low, dimension),
        high=_iso(high, dimension),
        unit=unit,
        dimension=dimension,
        hedge=hedge,
        grain=clock.grain,
        rounded=rounded,
        notes=notes,
    )


def _hardly(words: Words, i: int) -> bool:
    """ "shortly after nine", "just before six": about then."""
    return words.at(i - 1) in ("before", "after") and words.at(i - 2) in clock_words("hardly")


def _iso(second: int, dimension: str) -> str:
    second %= _DAY
    return f"{second // 3600:02d}:{second % 3600 // 60:02d}{'Z' if dimension == 'utc' else ''}"
