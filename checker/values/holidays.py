"""Days with a name of their own: "Good Friday 2024", "on Christmas Day", "New Year's Eve"."""

from __future__ import annotations

from dataclasses import replace

from checker.values import periods
from checker.values.anchor import Anchor
from checker.values.calendar_words import calendar_words
from checker.values.date_reading import Reading, fixed, preposition, yearless
from checker.values.periods import Period
from checker.values.words import APOSTROPHES, Words
from checker.values.years import deictic_year, year_number

_BESIDE = ("on", "by", "before", "after", "until", "since")


def holiday(words: Words, i: int, anchor: Anchor) -> Reading | None:
    for name, rule in calendar_words().holidays[words.at(i)]:
        length = _matches(words, i, name)
        told = words.capital(i) or len(name) > 1 or words.at(i - 1) in _BESIDE
        if length and told and not ("alone" in rule and not _alone(words, i, i + length)):
            return _holiday(words, i, i + length, rule, anchor)
    return None


def _alone(words: Words, i: int, j: int) -> bool:
    """Whether "on", "before" or the like stands before the name and no noun of its own after it."""
    after, before = words.at(j), words.at(i - 1)
    if words.at(i - 2) in calendar_words().weekdays and before in ("after", "before"):
        return False  # "the Friday after Christmas"
    return before in _BESIDE and (not after[:1].isalnum() or after in calendar_words().dayparts)


def _matches(words: Words, i: int, name: tuple[str, ...]) -> int:
    """How many words of the text the name takes at `i`, whichever its apostrophe; 0 where it differs."""
    j = i
    for part in name:
        if words.at(j) == "." and part != ".":
            j += 1
        if not (words.at(j) == part or (part == "'" and words.at(j) in APOSTROPHES)):
            return 0
        j += 1
    return j - i


def _holiday(
    words: Words, i: int, j: int, rule: dict[str, list[int] | int], anchor: Anchor
) -> Reading | None:
    def days(year: int) -> Period | None:
        if "easter" in rule:
            found = periods.easter(year) + int(rule["easter"])  # type: ignore[arg-type]
            return Period(found, found)
        if "fixed" in rule:
            month, number = rule["fixed"]  # type: ignore[misc]
            return periods.day(year, month, number)
        nth, weekday, month = rule["nth"]  # type: ignore[misc]
        within = periods.month(year, month)
        return periods.nth_weekday(within, weekday, nth) if within else None

    k = j + 1 if words.at(j) in (",", "in", "of") else j
    year, end = year_number(words, k, least=1500)
    if not year:
        year, end = deictic_year(words, j, anchor)
    if year:
        return fixed(end, days(year), "holiday")
    if words.at(i - 1) in calendar_words().sets["indefinite"]:
        return None
    step = calendar_words().deictics.get(words.at(i - 1))
    future = anchor.future(words.starts[j - 1], preposition(words, i)) if not step else step > 0
    found = yearless(j, anchor, future, days)
    return found and replace(found, notes=(*found.notes, "holiday"))
