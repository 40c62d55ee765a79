"""A day of the month with no month beside it: "on the 18th", "shut on 5th", "the 20th next month"."""

from __future__ import annotations

from datetime import date

from checker.values import periods
from checker.values.absolute_dates import day_number
from checker.values.anchor import Anchor
from checker.values.calendar_words import calendar_words
from checker.values.date_reading import Reading, fixed
from checker.values.periods import Period
from checker.values.words import Words


def lone_day(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "on the 18th", "for the 27." at the end of a clause: a day of this month or the one that fits."""
    number, end = day_number(words, i)
    known = calendar_words()
    also = words.at(i - 2) in ("or", "and") and words.at(i - 3) in known.weekdays  # "on Monday or the 18th"
    said = also or words.at(i - 2) in known.sets["day_prepositions"] or _adverbial(words, i, anchor)
    said = said or (words.at(i - 2) == "of" and words.at(i - 3) in known.dayparts)  # "the night of the 24th"
    digits = words.integer(i) is not None
    if digits and end == i + 2 and words.at(i - 1) == "on" and _ends_clause(words, end, anchor):
        future = anchor.future(words.starts[i], "on")  # "shut on 5th"
        return fixed(end, _in_month(number, anchor.day, future), "month inferred") if anchor.day else None
    if not number or words.at(i - 1) != "the" or not said or (not digits and end == i + 1):
        return None
    step = known.deictics.get(words.at(end))
    if step is not None and words.at(end + 1) == "month" and anchor.day:  # "on the 20th next month"
        found = periods.neighbour(anchor.day, "month", step)
        at = date.fromordinal(found.first) if found else None
        return fixed(end + 2, periods.day(at.year, at.month, number)) if at else None
    if words.at(end)[:1].isalnum() and not (end > i + 1 and _ends_clause(words, end, anchor)):
        return None
    if words.is_dash(end) or words.at(end) in ("%", "/", "'", "’"):
        return None
    if anchor.day is None or (words.at(end) == "of" and words.at(end + 2) != "month"):
        return None  # "on the 31st of April", "on the 5th of a month to come"
    if words.at(end) == "of" and words.at(end + 1) != "the":
        return None
    future = anchor.future(words.starts[i], words.at(i - 2))
    return fixed(end, _in_month(number, anchor.day, future), "month inferred")


def _adverbial(words: Words, i: int, anchor: Anchor) -> bool:
    """ "he will be back the 21st": it says when, with no preposition."""
    token = anchor.token(words.starts[i])
    return token.dep_ == "npadvmod" and token.head.pos_ in ("VERB", "AUX") and token.head.i < token.i


def _ends_clause(words: Words, i: int, anchor: Anchor) -> bool:
    """Whether no noun follows, which the ordinal would belong to: "on the 18th floor"."""
    if not words.at(i)[:1].isalnum():
        return not (words.is_dash(i) or words.at(i) in ("%", "/", "'", "’"))
    return anchor.token(words.starts[i]).pos_ in ("ADP", "CCONJ", "SCONJ", "PRON", "AUX", "ADV")


def _in_month(number: int, today: int, future: bool | None) -> Period | None:
    at = date.fromordinal(today)
    index = at.year * 12 + at.month - 1
    days = [periods.day(n // 12, n % 12 + 1, number) for n in range(index - 2, index + 3)]
    known = [day for day in days if day]
    if future is False:
        known = [day for day in known if day.last <= today][-1:]
    elif future:
        known = [day for day in known if day.first >= today][:1]
    return periods.nearest(known, today)
