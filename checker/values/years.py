"""Years: in digits, spelled out, counted from this one, and alone ("in 2016", "the 2019-20 season")."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import date

from checker.values import periods
from checker.values.anchor import Anchor
from checker.values.calendar_words import calendar_words
from checker.values.date_reading import Reading, fixed
from checker.values.numerals import find_numerals
from checker.values.words import APOSTROPHES, Words


def year_number(words: Words, i: int, *, least: int = 1000) -> tuple[int, int]:
    """A year in four digits at `i`, after a comma or not, and the index after it; (0, i) if none."""
    glued = words.at(i) == "," and words.joined(i + 1)  # "12 Aug,2015"
    j = i + 1 if words.at(i) in (",", ".") and (glued or not words.joined(i + 1)) else i
    number = words.integer(j)
    if number is None:
        return _spelled_year(words, i, j)
    if glued and not 1900 <= number <= 2100:
        return 0, i
    if len(words.at(j)) == 4 and least <= number <= 2999:
        followed = words.joined(j + 1) and (words.at(j + 1)[:1].isalpha() or words.at(j + 1) in ("%", ":"))
        return (0, i) if followed else (number, j + 1)
    return 0, i


def _spelled_year(words: Words, i: int, j: int) -> tuple[int, int]:
    """ "two thousand and eighteen", "nineteen eighty-four"; (0, i) if none."""
    first = spelled(words, j)
    if first is None or not first[0] or not words.at(j).isalpha():
        return 0, i
    if 1900 <= first[0] <= 2100:
        return first
    nought = words.at(first[1]) in ("zero", "oh", "nought")
    second = spelled(words, first[1] + nought)
    if first[0] in (18, 19, 20) and second and (second[0] < 10) == nought and second[0] <= 99:
        return 100 * first[0] + second[0], second[1]
    return 0, i


def spelled_alone(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "in nineteen eighty-four": a year of two numbers in words, where nothing is counted after it."""
    year, end = _spelled_year(words, i, i)
    if not year or words.is_dash(end) or words.at(i) == words.at(end - 1) == "twenty":
        return None
    last = anchor.token(words.starts[end - 1])
    counts = last.dep_ == "nummod" and last.head.i > last.i
    told = words.at(i - 1) in calendar_words().sets["year_strong"] or not words.at(end)[:1].isalpha()
    return fixed(end, periods.year(year)) if told and not counts else None


def spelled(words: Words, i: int) -> tuple[int, int] | None:
    """The whole number that starts at word `i`, and the index after it."""
    if i >= len(words) or not words.at(i).isalpha():
        return None
    numerals = find_numerals(words.text)
    at = bisect_left(numerals, words.starts[i], key=lambda numeral: numeral.core.start)
    if at == len(numerals) or numerals[at].core.start != words.starts[i] or numerals[at].range:
        return None
    numeral = numerals[at]
    if numeral.value.denominator != 1 or numeral.bare_article or numeral.vague:
        return None
    return int(numeral.value), words.index(numeral.core.end)


def deictic_year(words: Words, i: int, anchor: Anchor) -> tuple[int, int]:
    """ "last year", "of this year" after a month, as a number; (0, i) if none or not known."""
    j = i + 1 if words.at(i) in (",", "of", "in") else i
    if words.at(j + 1) != "year" or words.at(j) not in ("last", "this", "next"):
        return 0, i
    if anchor.day is None:
        return 0, i
    return date.fromordinal(anchor.day).year + {"last": -1, "this": 0, "next": 1}[words.at(j)], j + 2


def short_year(words: Words, i: int) -> tuple[int, int]:
    """ "'24" as 2024."""
    j = i + 1 if words.at(i) == "," else i
    if words.at(j) in APOSTROPHES and len(words.at(j + 1)) == 2 and words.integer(j + 1) is not None:
        number = int(words.at(j + 1))
        return (2000 if number < 50 else 1900) + number, j + 2
    return 0, i


def bare_year(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "in 2016", "the 2019-20 season", "1945–1950"."""
    year, j = year_number(words, i)
    if not year or words.at(i) != str(year) or not _is_year(words, i, j, anchor):
        return None
    found = fixed(j, periods.year(year))
    if not (words.is_dash(j) or words.at(j) == "/") or not words.joined(j) or found is None:
        return found
    last = words.integer(j + 1)
    if last is not None and len(words.at(j + 1)) == 2:
        last += year - year % 100
    later = periods.year(last) if last and year < last < year + 100 else None
    if later is None or found.period is None:
        return found
    return replace(found, end=j + 2, period=found.period.joined(later))


def _is_year(words: Words, i: int, after: int, anchor: Anchor) -> bool:
    known = calendar_words().sets
    before, following = words.at(i - 1), words.at(after)
    if following in known["year_never_before"] or before in ("$", "£", "€", "#", "no", "number"):
        return False
    if words.joined(i) and (before[:1].isalnum() or before in ("/", ".", ":", "+", "_", "@")):
        return False
    if words.is_dash(i - 1) and words.joined(i) and words.at(i - 2) not in known["year_strong"]:
        return False
    if words.is_dash(after) and words.joined(after + 1) and words.at(after + 1)[:1].isalpha():
        return False
    year = int(words.at(i))
    if _next_year(words, after, year):
        return True
    strong = before in known["year_strong"]
    token = anchor.token(words.starts[i])
    if not (1000 if strong else 1500) <= year <= 2100 or _in_name(words, i, anchor):
        return False
    counts = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS"
    if before == "by" and 1900 <= year <= 2100 and not counts and not _moved_by(words, i, anchor):
        return True
    if token.ent_type_ == "DATE":
        return not counts or words.at(i - 1) == "the"
    return strong and not counts


def _moved_by(words: Words, i: int, anchor: Anchor) -> bool:
    """Whether the number at `i` is how far something moved: "grew by 2050"."""
    verb = anchor.token(words.starts[i - 2]) if i > 1 else None
    return verb is None or verb.pos_ in ("VERB", "AUX")


def _next_year(words: Words, i: int, year: int) -> bool:
    """Whether the next year follows: "the 2024/25 season"."""
    linked = words.at(i) == "/" or words.is_dash(i)
    if not linked or not words.joined(i) or not words.joined(i + 1) or not 1500 <= year <= 2100:
        return False
    return words.at(i + 1) == f"{(year + 1) % 100:02d}" and not words.at(i + 2)[:1].isdigit()


def _in_name(words: Words, i: int, anchor: Anchor) -> bool:
    """Whether the number belongs to a name before it: "Boeing 2020", "Euro 2024"."""
    known = calendar_words()
    before = words.at(i - 1)
    if (
        not words.capital(i - 1)
        or before in known.months
        or before in known.seasons
        or before in known.sets["year_strong"]
    ):
        return False
    return i > 0 and anchor.token(words.starts[i - 1]).pos_ == "PROPN"
