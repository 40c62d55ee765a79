"""Hours that the part of the day beside them tells: "seven in the evening", "eight on Friday night"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Any

from checker.data import load
from checker.values.calendar_words import calendar_words
from checker.values.words import Words


@dataclass(frozen=True, slots=True)
class Clock:
    """A time read up to word `end`: seconds of the local day, and the zone's hours from UTC if said."""

    end: int
    second: int
    grain: str
    half: bool = False  # a.m. or p.m. was said, or 24 hours counted
    zone: str | None = None
    offset: Fraction | None = None


@lru_cache(maxsize=1)
def time_data() -> dict[str, Any]:
    found = dict(load("time"))
    for name in ("clock_cues", "hour_cues", "hardly"):
        found[name] = frozenset(found[name])
    return found


def clock_words(key: str) -> frozenset[str]:
    """A list of rules/vocabulary/time.yaml."""
    found: frozenset[str] = time_data()[key]
    return found


_PARTS = ("morning", "afternoon", "evening", "night")


def with_daypart(words: Words, clock: Clock) -> Clock:
    """With "in the morning", "in the afternoon", "at night" after it."""
    part = words.at(clock.end + (2 if words.at(clock.end) == "in" else 1))
    if words.at(clock.end) not in ("in", "at", "this") or part not in _PARTS:
        return clock
    end = clock.end + (3 if words.at(clock.end) == "in" else 2)
    return replace(clock, end=end, second=_in_part(clock.second, part), half=True)


def _in_part(second: int, part: str) -> int:
    """The second of the day that an hour of a part of it is."""
    noon = 12 * 3600
    late = part != "morning" and second < noon and not (part == "night" and second < noon // 2)
    return second + noon if late else second


def by_daypart(words: Words, i: int, hour: int) -> Clock | None:
    """ "seven in the evening", "shortly before seven on Friday evening", "just after six": a bare hour."""
    cue, nearly = words.at(i - 1), words.at(i - 2) in time_data()["hardly"]
    if not 1 <= hour <= 12 or not (cue in time_data()["hour_cues"] or nearly):
        return None
    bare = Clock(i + 1, hour * 3600, "hour")
    clock = with_daypart(words, bare)
    if clock.half:
        return clock
    part = words.at(i + 3) if words.at(i + 1) == "on" and words.at(i + 2) in calendar_words().weekdays else ""
    if part in _PARTS:
        return replace(bare, second=_in_part(bare.second, part), half=True)
    ends = words.at(i + 1) in ("", ".", ",", ";") or "\n" in words.text[words.ends[i] : words.starts[i + 1]]
    return bare if nearly and cue in ("before", "after") and ends and not words.joined(i) else None
