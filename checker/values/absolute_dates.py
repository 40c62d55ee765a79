"""Dates that name a month or a year: "18 March 2025", "March 18-20", "June last year", "in 2016"."""

from __future__ import annotations

from checker.values import periods
from checker.values.anchor import Anchor
from checker.values.calendar_words import calendar_words
from checker.values.date_reading import Reading, fixed, preposition, yearless
from checker.values.periods import Period
from checker.values.words import Words
from checker.values.years import deictic_year, short_year, spelled, year_number

_SUFFIXES = ("st", "nd", "rd", "th")


def day_number(words: Words, i: int) -> tuple[int, int]:
    """A day of the month at `i` ("18", "18th", "twenty first") and the index after it; (0, i) if none."""
    number = words.integer(i)
    if number is None:
        dash = words.is_dash(i + 1)  # "twenty-second"
        ordinal, used = calendar_words().ordinal(words.at(i), words.at(i + 1 + dash))
        return (ordinal, i + used + (dash and used == 2)) if ordinal else (0, i)
    if not 1 <= number <= 31 or len(words.at(i)) > 2:
        return 0, i
    if words.joined(i + 1) and words.at(i + 1) in _SUFFIXES:
        return number, i + 2
    if words.joined(i + 1) and words.at(i + 1) in ("%", ":"):
        return 0, i
    return number, i + 1


def month_number(words: Words, i: int) -> tuple[int, int]:
    """The month named at `i` and the index after it with its full stop; (0, i) if none."""
    number = calendar_words().months.get(words.at(i), 0)
    if not number:
        return 0, i
    short = len(words.at(i)) <= 4 and words.at(i) not in ("may", "june", "july")
    dot = words.at(i + 1) == "." and (words.joined(i + 1) or words.integer(i + 2) is not None)
    if dot and (short or words.integer(i + 2) is not None):
        return number, i + 2
    return number, i + 1


def month_first(words: Words, i: int, anchor: Anchor) -> Reading | None:
    month, j = month_number(words, i)
    k = j + 1 if words.at(j) == "the" or ((words.is_dash(j) or words.at(j) == "/") and words.joined(j)) else j
    start, after = day_number(words, k)
    if not start and (said := spelled(words, k)) and 20 < said[0] <= 31:
        start, after = said  # "January twenty one"
    if start and after and not _month_alone(words, i, k, after, anchor):
        last, after = _last_day(words, after)
        return _complete(words, i, _dash_year(words, after), anchor, month, start, last)
    doubtful = words.at(i) in calendar_words().small_months
    told = words.at(i - 1) in ("in", "since", "until") or year_number(words, j)[0]
    if words.capital(i) or not doubtful or told:
        return _whole_month(words, i, j, month, anchor)
    return None


def _month_alone(words: Words, i: int, at: int, after: int, anchor: Anchor) -> bool:
    """Whether the number after a month counts something: "in March 20 people …"."""
    told = words.at(at - 1) == "the" or after > at + 1  # "on may the eleventh", "may 5th"
    if words.at(i) == "may" and not words.capital(i) and not told:
        return not _may_is_told(words, i, after)
    if year_number(words, after)[0] or after > at + 1:
        return False
    token = anchor.token(words.starts[at])
    counts = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS"
    return bool(counts and words.at(i - 1) == "in")


def _may_is_told(words: Words, i: int, after: int) -> bool:
    """Whether "may" in small letters before a number is the month: "between may 3 and may 7"."""
    told = words.at(i - 1) in (
        "",
        "on",
        "by",
        "until",
        "from",
        "since",
        "between",
        "and",
        "to",
        "before",
        "after",
    )
    return (
        bool(year_number(words, after)[0])
        or (told and not words.at(after)[:1].isalpha())
        or (told and words.at(after) in ("and", "to", "at", "in"))
    )


def _last_day(words: Words, i: int, *, before_month: bool = False) -> tuple[int, int]:
    """The last day of "18-20", "18 to 20" after its first; 0 where there is none."""
    if not (words.is_dash(i) or words.at(i) in ("to", "and", "through", "until", "&", "or")):
        return 0, i
    last, after = day_number(words, i + 1)
    if not last or before_month != bool(_month_after(words, after)):
        return 0, i
    if before_month:
        return last, after
    if words.at(i) in ("and", "or") and words.at(after)[:1].isalpha() and not year_number(words, after)[0]:
        return 0, i  # "on March 3 and 20 others": a count
    return last, after


def _month_after(words: Words, i: int) -> int:
    return month_number(words, i + 1 if words.at(i) == "of" else i)[0]


def _complete(
    words: Words, i: int, after: int, anchor: Anchor, month: int, start: int, last: int
) -> Reading | None:
    """A day or days of a month, with the year that follows or the one that fits."""

    def days(year: int) -> Period | None:
        first = periods.day(year, month, start)
        final = periods.day(year, month, last) if last > start else first
        return first.joined(final) if first and final else None

    year, end = year_number(words, after + (words.at(after) == "of"))
    if not year and (month, start) == (9, 11) and words.at(after) in calendar_words().sets["after_sept_11"]:
        return fixed(after, days(2001), "event")
    if not year:
        year, end = deictic_year(words, after, anchor)
    if not year:
        year, end = short_year(words, after)
    if year:
        return fixed(end, days(year))
    future = anchor.future(words.starts[i], preposition(words, i))
    return yearless(after, anchor, future, days)


def _whole_month(words: Words, i: int, j: int, month: int, anchor: Anchor) -> Reading | None:
    after = j + 1 if words.at(j) == "of" else j
    year, end = year_number(words, after)
    if not year:
        year, end = deictic_year(words, j, anchor)
    if not year:
        year, end = short_year(words, j)
    if year:
        return fixed(end, periods.month(year, month))
    if not _is_month(words, i, anchor):
        return None
    future = anchor.future(words.starts[i], preposition(words, i))
    return yearless(i + 1, anchor, future, lambda number: periods.month(number, month))


def _is_month(words: Words, i: int, anchor: Anchor) -> bool:
    """Whether a month's name alone is a month and not a verb, a name or an abbreviation of something else."""
    if not words.capital(i):
        before = words.at(i - 1 - words.is_dash(i - 1))
        return before in ("in", "since", "until", "of", "late", "early", "mid", "last", "next")
    token = anchor.token(words.starts[i])
    if words.at(i - 1 - (words.at(i - 1) == ".")) in calendar_words().sets["titles"]:
        return False
    if words.at(i) not in calendar_words().doubtful_months:
        return token.ent_type_ != "PERSON"
    if len(words.at(i)) == 3 and words.at(i) != "may":
        return False
    if token.pos_ in ("VERB", "AUX") or token.ent_type_ in ("PERSON", "ORG"):
        return False
    before = words.at(i - 1)
    return token.ent_type_ == "DATE" or before in ("in", "since", "until", "during", "late", "early", "mid")


def day_first(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "18 March 2025", "18-20 March", "the 18th of March", "second of August"."""
    start, j = day_number(words, i)
    if (
        not start
        or words.at(i - 1) in ("$", "£", "€", "#")
        or (words.joined(i) and words.at(i - 1) in (".", "/"))
    ):
        return None
    last, after = _last_day(words, j, before_month=True)
    k = after
    if words.at(k) in ("of", ".") or (words.is_dash(k) and words.joined(k)):
        k += 1
    month, end = month_number(words, k)
    doubtful = words.at(k) in ("may", "march", "mar", "sun") and words.at(k - 1) != "of"
    dated = words.at(i - 1) in calendar_words().weekdays or year_number(words, end)[0]
    if not month or (doubtful and not words.capital(k) and not dated):
        return None
    return _complete(words, i, _dash_year(words, end), anchor, month, start, last)


def year_first(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "2025 March 18"."""
    year, j = year_number(words, i)
    month, k = month_number(words, j) if year else (0, j)
    start, end = day_number(words, k) if month and words.capital(j) else (0, k)
    return fixed(end, periods.day(year, month, start)) if start else None


def _dash_year(words: Words, i: int) -> int:
    """Over the dash of "18-Mar-2025", the stroke of "Mar/18/2025"."""
    joint = words.is_dash(i) or words.at(i) == "/"
    return i + 1 if joint and words.joined(i) and year_number(words, i + 1)[0] else i
