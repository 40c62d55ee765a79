"""The words of dates, looked up from rules/vocabulary/calendar.yaml and time.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from checker.data import load


@dataclass(frozen=True, slots=True)
class CalendarWords:
    months: dict[str, int]
    doubtful_months: frozenset[str]
    small_months: frozenset[str]
    weekdays: dict[str, int]
    doubtful_weekdays: frozenset[str]
    names_after: tuple[tuple[str, ...], ...]
    names_before: tuple[tuple[str, ...], ...]
    parts: dict[str, tuple[Fraction, Fraction]]
    part_words: dict[str, str]
    seasons: dict[str, tuple[tuple[int, int], tuple[int, int]]]
    holidays: dict[str, tuple[tuple[tuple[str, ...], dict[str, Any]], ...]]  # by first word, longest first
    ordinals: dict[str, int]
    relative_days: dict[str, int]
    dayparts: dict[str, tuple[int, int]]
    deictics: dict[str, int]
    sets: dict[str, frozenset[str]]  # the plain lists of time.yaml

    def ordinal(self, first: str, second: str) -> tuple[int, int]:
        """The number said by an ordinal word or two ("twenty first"), and how many words that took."""
        tens = {"twenty": 20, "thirty": 30}.get(first)
        if tens and 0 < self.ordinals.get(second, 99) < 10:
            return tens + self.ordinals[second], 2
        if first == "thirtieth":
            return 30, 1
        return self.ordinals.get(first, 0), 1


@lru_cache(maxsize=1)
def calendar_words() -> CalendarWords:
    calendar, time = load("calendar"), load("time")
    holidays: dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]] = {}
    for name, rule in calendar["holidays"].items():
        words = tuple(name.replace("'", " ' ").split())
        holidays.setdefault(words[0], []).append((words, rule))
    return CalendarWords(
        months={name: number for number, names in calendar["months"].items() for name in names},
        doubtful_months=frozenset(calendar["doubtful_months"]),
        small_months=frozenset(calendar["small_months"]),
        weekdays={name: number for number, names in calendar["weekdays"].items() for name in names},
        doubtful_weekdays=frozenset(calendar["doubtful_weekdays"]),
        names_after=tuple(tuple(name.split()) for name in calendar["names"]["after"]),
        names_before=tuple(tuple(name.split()) for name in calendar["names"]["before"]),
        parts={name: (Fraction(a), Fraction(b)) for name, (a, b) in calendar["parts"].items()},
        part_words=dict(calendar["part_words"]),
        seasons={name: (tuple(a), tuple(b)) for name, (a, b) in calendar["seasons"].items()},
        holidays={first: tuple(sorted(found, key=lambda f: -len(f[0]))) for first, found in holidays.items()},
        ordinals={name: number for number, name in enumerate(calendar["ordinals"], 1)},
        relative_days=dict(time["relative_days"]),
        dayparts={name: (a, b) for name, (a, b) in time["dayparts"].items()},
        deictics=dict(time["deictics"]),
        sets={name: frozenset(words) for name, words in time.items() if isinstance(words, list)},
    )


def is_calendar_name(word: str) -> bool:
    """Whether a word in lower case is the name of a month or a weekday, in full or shortened."""
    return word in calendar_words().months or word in calendar_words().weekdays
