"""Dates in digits alone: ISO 8601, "3/18/2025", "18.03.2025", "2019-sep-1".

Where day and month could be either way round, the other dates in digits of the text decide; failing
that the month is first, and the reading says that it may be the other.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from checker.values import periods
from checker.values.absolute_dates import month_number
from checker.values.anchor import Anchor
from checker.values.date_reading import Reading, fixed, yearless
from checker.values.words import Words

_SEPARATORS = ("/", "-", ".", "‑", "–")
_VERSIONS = ("version", "v", "release", "build", "update")
_CUES = ("on", "by", "dated", "until", "since", "before", "after", "from")


def numeric_date(words: Words, i: int, anchor: Anchor) -> Reading | None:
    if words.joined(i) and (
        words.at(i - 1) in ("/", "-", ".", "$", "#", "_", "@", ":") or words.at(i - 1).isalpha()
    ):
        return None
    fields, end = _fields(words, i)
    if len(fields) == 3:
        return _three(words, fields, end)
    if len(fields) == 2:
        return _two(words, i, fields, end, anchor)
    return None


def _fields(words: Words, i: int) -> tuple[list[str], int]:
    """The numbers (or one name of a month) that one mark joins, and the index after them."""
    dots = words.at(i).count(".")
    if dots == 2 or (dots == 1 and words.at(i - 1) == "on"):
        glued = words.joined(i + 1) and words.at(i + 1)[:1].isalnum()
        return ([], i) if glued or words.at(i - 1) in _VERSIONS else (words.at(i).split("."), i + 1)
    fields, j, mark = [words.at(i)], i + 1, words.at(i + 1)
    if mark not in _SEPARATORS:
        return [], i
    while len(fields) < 3 and words.at(j) == mark and words.joined(j) and words.joined(j + 1):
        month = month_number(words, j + 1)[0]
        if words.integer(j + 1) is None and not (month and len(fields) == 1):
            return [], i
        fields.append(str(month) if month else words.at(j + 1))
        j += 2
    if len(fields) == 2 and mark == "/" and words.at(j) == "," and words.integer(j + 1) is not None:
        fields, j = [*fields, words.at(j + 1)], j + 2
    joined_on = words.joined(j) and (words.at(j) in (*_SEPARATORS[:2], "%", "_") or words.at(j).isalnum())
    if joined_on and words.at(j) != "t":  # the T of an ISO time
        return [], i
    return fields, j


def _three(words: Words, fields: list[str], end: int) -> Reading | None:
    if not all(field.isdigit() for field in fields):
        return None
    sizes, numbers = [len(field) for field in fields], [int(field) for field in fields]
    if sizes[0] == 4 and max(sizes[1:]) <= 2:
        return fixed(end, periods.day(numbers[0], numbers[1], numbers[2]))
    if max(sizes[:2]) > 2 or sizes[2] not in (2, 4):
        return None
    year = numbers[2] if sizes[2] == 4 else (2000 if numbers[2] < 50 else 1900) + numbers[2]
    month_first = periods.day(year, numbers[0], numbers[1])
    day_first = periods.day(year, numbers[1], numbers[0])
    if month_first and day_first and numbers[0] != numbers[1]:
        order = day_order(words.text)
        if order is None:
            found = fixed(end, month_first, "day and month may be the other way round")
            return found and replace(found, wide=month_first.joined(day_first))
        return fixed(end, month_first if order == "month" else day_first)
    return fixed(end, month_first or day_first)


def _two(words: Words, i: int, fields: list[str], end: int, anchor: Anchor) -> Reading | None:
    """ "on 22/04": a day of no year, only with a sign that it is one."""
    if not all(field.isdigit() and len(field) <= 2 for field in fields):
        return None
    first, second = int(fields[0]), int(fields[1])
    ends_here = not words.at(end)[:1].isalnum() and words.at(end) not in ("%", "/", "(")
    apart = (
        words.at(i + 1) == "/" and max(first, second) > 12 and words.at(i - 1) not in ("at", "in", "a", "the")
    )
    if not ends_here or not (words.at(i - 1) in _CUES or apart) or (first, second) in ((24, 7), (9, 11)):
        return None
    month, number = (first, second) if first <= 12 else (second, first)
    if first <= 12 and second <= 12 and day_order(words.text) == "day":
        month, number = second, first
    future = anchor.future(words.starts[i], words.at(i - 1))
    return yearless(end, anchor, future, lambda year: periods.day(year, month, number))


@lru_cache(maxsize=64)
def day_order(text: str) -> str | None:
    """Which comes first in the text's dates in digits, "day" or "month", where one of them shows it."""
    from checker.values.words import split_words

    words, seen = split_words(text), set()
    for i in range(2, len(words) - 2):
        if words.at(i) in ("/", ".", "-") and words.at(i + 2) == words.at(i):
            first, second, year = words.integer(i - 1), words.integer(i + 1), words.integer(i + 3)
            if first and second and year and len(words.at(i + 3)) == 4:
                if 12 < first <= 31 and second <= 12:
                    seen.add("day")
                elif first <= 12 < second <= 31:
                    seen.add("month")
    return seen.pop() if len(seen) == 1 else None
