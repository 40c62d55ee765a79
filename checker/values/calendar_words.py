"""The names of months and weekdays with their numbers (rules/vocabulary/calendar.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from checker.data import load


@dataclass(frozen=True, slots=True)
class CalendarWords:
    months: dict[str, int]
    weekdays: dict[str, int]


@lru_cache(maxsize=1)
def calendar_words() -> CalendarWords:
    calendar = load("calendar")
    return CalendarWords(
        months={name: number for number, names in calendar["months"].items() for name in names},
        weekdays={name: number for number, names in calendar["weekdays"].items() for name in names},
    )


def is_calendar_name(word: str) -> bool:
    """Whether a word in lower case is the name of a month or a weekday, in full or shortened."""
    return word in calendar_words().months or word in calendar_words().weekdays
