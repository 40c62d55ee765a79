"""The words of dates, looked up from rules/vocabulary/calendar.yaml and time.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from checker.data import load


@dataclass(frozen=True, slots=True)
class CalendarWords:
    months: dict[str, int]
    weekdays: dict[str, int]
    parts: dict[str, tuple[Fraction, Fraction]]
    sets: dict[str, frozenset[str]]  # the plain lists


@lru_cache(maxsize=1)
def calendar_words() -> CalendarWords:
    calendar, time = load("calendar"), load("time")
    plain = {**calendar, **time}
    return CalendarWords(
        months={name: number for number, names in calendar["months"].items() for name in names},
        weekdays={name: number for number, names in calendar["weekdays"].items() for name in names},
        parts={name: (Fraction(a), Fraction(b)) for name, (a, b) in calendar["parts"].items()},
        sets={name: frozenset(words) for name, words in plain.items() if isinstance(words, list)},
    )


def word_set(name: str) -> frozenset[str]:
    """A plain list of calendar.yaml or time.yaml."""
    return calendar_words().sets[name]


def is_calendar_name(word: str) -> bool:
    """Whether a word in lower case is the name of a month or a weekday, in full or shortened."""
    return word in calendar_words().months or word in calendar_words().weekdays
