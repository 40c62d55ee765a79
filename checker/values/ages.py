"""Ages: "12-year-old", "aged 12", "in her 40s", "six months old", "Maddon, 66,".

`bounds` are years: someone of 12 is in [12, 13). `stated`, `low` and `high` are in the unit said.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.model import Article, Interval, Kind, Span, Value
from checker.values.anchor import Anchor
from checker.values.bare_ages import OLDEST, age_words, is_bare_age, next_listed
from checker.values.legal_ages import legal_age, moves_to
from checker.values.length_forms import find_lengths
from checker.values.numerals import Numeral, decimal_text, find_numerals, hedged_after
from checker.values.transitions import FROM_TO
from checker.values.words import Words, split_words

if TYPE_CHECKING:
    from checker.language import Doc

_YOUTH = (8, 23)  # the ages of teams of youths
_ONWARDS = ("older", "over", "above", "up", "upwards", "younger", "under", "below")
_LIMITS = ("older", "over", "younger", "under")
_YEAR_DAYS = Fraction(3652425, 10000)


def find(doc: Doc, article: Article) -> list[Value]:
    """Every age of the article in the order of the text, each word in one at most."""
    words, anchor = split_words(article.text), Anchor(doc, article)
    found = _by_length(words) + _decades(words)
    listed = 0  # where the last of the ages after "aged" ends
    for numeral in find_numerals(article.text):
        start, end = words.index(numeral.core.start), words.index(numeral.core.end)
        if numeral.bare_article or numeral.fraction or numeral.vague or numeral.magnitude:
            continue
        value = (
            _legal(words, numeral, start, end)
            or _aged(words, numeral, start, end)
            or _bare(words, numeral, start, end, anchor)
        )
        if value is None and listed and next_listed(words, listed, numeral, start, end):
            value = _numbered(words, numeral, start, end)
        listed = (
            end if value is not None and (listed or words.at(words.index(value.span.start)) == "aged") else 0
        )
        if value is not None:
            found.append(value)
    found.sort(key=lambda value: (value.span.start, -value.span.end))
    return [
        v for n, v in enumerate(found) if not any(v.span.overlaps(w.span) for w in found[max(0, n - 2) : n])
    ]


def _legal(words: Words, numeral: Numeral, start: int, end: int) -> Value | None:
    """An age that a law sets, with a note of what it is the age of."""
    name = legal_age(words, numeral, start, end)
    if name is None:
        return None
    moved = moves_to(words, numeral, start, end)
    if moved is None:
        return replace(_numbered(words, numeral, start, end), notes=(name,))
    first, after, stop = moved
    span = Span(words.starts[start - (words.at(start) != "from")], words.ends[stop - 1])
    ended = _value(words, span, (first, after), Interval.point(after), "year", "=")
    return replace(ended, notes=(name, FROM_TO))


def _by_length(words: Words) -> list[Value]:
    """A length of time and "old": "12-year-olds", "six months old", "eighteen months of age"."""
    found = []
    for length in find_lengths(words.text):
        j = length.end + 1 if words.is_dash(length.end) else length.end
        phrase = (words.at(j), words.at(j + 1))
        if words.at(j) in age_words()["old"]:
            end = j + 1
        elif phrase == ("of", "age") or (phrase[0] in ("and", "or") and phrase[1] in _LIMITS):
            end = j + 2
        else:
            continue
        part = length.parts[0]
        hedge, bounds = length.hedge, part.bounds
        if words.at(end - 1) in _LIMITS:
            hedge, bounds = _open(bounds, words.at(end - 1))
        span = Span(length.span.start, words.ends[end - 1])
        found.append(_value(words, span, part.values, bounds, part.unit.name, hedge))
    return found


def _open(bounds: Interval, word: str) -> tuple[str, Interval]:
    if word in ("older", "over", "above", "up", "upwards"):
        return ">", Interval(bounds.low, None)
    return "<", Interval(None, bounds.high)


def _aged(words: Words, numeral: Numeral, start: int, end: int) -> Value | None:
    """With a word that says age: "aged 12", "at the age of 30", "87 yo", "under-16s", "children under 16"."""
    if not 0 < numeral.value <= OLDEST and words.at(start - 1) not in age_words()["before"]:
        return None
    if words.at(end) in ("yo", "yos") or (words.at(end) == "y" and words.at(end + 2) == "o"):
        return _numbered(words, numeral, start, end + (1 if words.at(end) != "y" else 3))
    before = start - 1
    if numeral.core.start > numeral.span.start:
        before = words.index(numeral.span.start) - 1
    if words.at(before) in ("between", "from"):
        before -= 1
    before -= words.at(before) in ("of", ":")
    if words.at(before) in ("is", "was") and words.at(before - 1) == "age":  # "the average age is 42"
        before -= 1
    if words.at(before) in age_words()["before"] and words.at(before) != words.text and numeral.value <= 1000:
        if words.at(end) in ("%", "percent", "-") and not numeral.range:
            return None
        numeral, end = _joined_ages(words, numeral, end, before)
        if words.at(end) in ("or", "and") and words.at(end + 1) in _ONWARDS:
            return _onwards(words, numeral, before, end)
        limited, stop = hedged_after(words.text, numeral, words.ends[end - 1])
        return _numbered(words, limited, before, max(end, words.index(stop)))
    return _limited(words, numeral, start, end)


def _onwards(words: Words, numeral: Numeral, start: int, end: int) -> Value:
    """ "18 or older", "aged 65 and over"; `end` is the "or"."""
    hedge, bounds = _open(numeral.bounds, words.at(end + 1))
    span = Span(words.starts[start], words.ends[end + 1])
    return _value(words, span, numeral.values, bounds, "year", hedge)


def _joined_ages(words: Words, first: Numeral, end: int, before: int) -> tuple[Numeral, int]:
    """ "between the ages of 17 and 20" as a range."""
    number = words.integer(end + 1)
    between = words.at(before - 1) == "between" or words.at(before - 2) == "between"
    if (
        not between
        or first.range
        or words.at(end) not in ("and", "to")
        or number is None
        or number <= first.value
    ):
        return first, end
    second = Fraction(number)
    joined = replace(first, values=(first.value, second), bounds=Interval(first.value, second), range=True)
    return joined, end + 2


def _limited(words: Words, numeral: Numeral, start: int, end: int) -> Value | None:
    """ "under-16s", "people over 65", "18 or older"."""
    limit = words.at(start - 2) if words.is_dash(start - 1) else words.at(start - 1)
    youth = limit == "under" and words.is_dash(start - 1) and words.joined(start) and not words.joined(end)
    if youth and _YOUTH[0] <= numeral.value <= _YOUTH[1]:  # "the under-19 side"
        bounds = Interval(None, numeral.value, high_open=True)
        span = Span(words.starts[start - 2], words.ends[end - 1])
        return _value(words, span, numeral.values, bounds, "year", "<")
    plural = words.at(end) == "s" and words.joined(end) and limit in ("under", "over")
    of_people = (
        words.at(start - 1) in age_words()["people"] and numeral.range and numeral.core == numeral.span
    )
    told = not words.at(end)[:1].isalnum() or words.at(end) in age_words()["after"] | age_words()["verbs"]
    if of_people and numeral.values[0] >= 10 and numeral.value <= 99 and told:
        return _numbered(words, numeral, start, end)  # "women 25-54"
    if plural and 10 <= numeral.value <= 100:
        hedge, bounds = _open(Interval.point(numeral.value), limit)
        if limit == "under":
            bounds = Interval(None, numeral.value, high_open=True)
        first = start - 2 if words.is_dash(start - 1) else start - 1
        return _value(
            words, Span(words.starts[first], words.ends[end]), numeral.values, bounds, "year", hedge
        )
    if words.at(end) in ("or", "and") and words.at(end + 1) in ("older", "younger"):
        return _onwards(words, numeral, start, end)
    opened = words.index(numeral.span.start)
    if opened < start and words.at(opened - 1) in age_words()["people"] and numeral.hedge in ("<", ">"):
        follows = words.at(end)
        unit_follows = follows[:1].isalpha() and follows not in age_words()["after"] | age_words()["verbs"]
        return None if unit_follows or words.at(end) in ("%", "-") else _numbered(words, numeral, opened, end)
    return None


def _bare(words: Words, numeral: Numeral, start: int, end: int, anchor: Anchor) -> Value | None:
    """A number that nothing but its place tells to be an age."""
    return _numbered(words, numeral, start, end) if is_bare_age(words, numeral, start, end, anchor) else None


def _decades(words: Words) -> list[Value]:
    """ "in her 40s", "in his mid-thirties", "in their teens"."""
    data, found = age_words(), []
    for i, word in enumerate(words.lower):
        if word not in data["possessives"] or words.at(i - 1) != "in" or word == "the":
            continue
        j = i + 1
        part = data["decade_parts"].get(words.at(j))
        if part:
            j += 2 if words.is_dash(j + 1) else 1
        number = data["decades"].get(words.at(j)) or words.integer(j) or 0
        end = j + 1
        if words.at(j) == "teens":
            number, low, high = 10, 13, 20
        elif number % 10 or not 10 <= number <= 110:
            continue
        else:
            if words.integer(j) is not None:
                end += 1 if words.at(j + 1) == "s" else 2 if words.at(j + 2) == "s" else 10**6
            if end > len(words):
                continue
            low, high = (number + share for share in (part or (0, 10)))
        bounds = Interval(Fraction(low), Fraction(high), high_open=True)
        span = Span(words.starts[i + 1], words.ends[end - 1])
        found.append(_value(words, span, (Fraction(number),), bounds, "year", "~"))
    return found


def _numbered(words: Words, numeral: Numeral, start: int, end: int) -> Value:
    first = min(words.starts[start], numeral.span.start)
    span = Span(first, words.ends[end - 1])
    return _value(words, span, numeral.values, numeral.bounds, "year", numeral.hedge)


def _value(
    words: Words, span: Span, values: tuple[Fraction, ...], said: Interval, unit: str, hedge: str
) -> Value:
    """`said` is in whole units: 12 is anything from 12 up to 13, "40 to 50" up to 51."""
    bounds = said
    if hedge == "=" and said.high is not None and not said.high_open:
        bounds = Interval(said.low, said.high + 1, high_open=True)
    return Value(
        Kind.AGE,
        span,
        words.text[span.start : span.end],
        stated=tuple(decimal_text(value) for value in values),
        bounds=_in_years(bounds, unit),
        low=None if bounds.low is None else decimal_text(bounds.low),
        high=None if bounds.high is None else decimal_text(bounds.high),
        unit=unit,
        hedge=hedge,
        grain=unit,
    )


def _in_years(bounds: Interval, unit: str) -> Interval:
    days = {"day": 1, "week": 7, "fortnight": 14}
    shares = {"year": Fraction(1), "month": Fraction(1, 12), "decade": Fraction(10), "century": Fraction(100)}
    share = shares.get(unit)
    return bounds.scaled(share if share is not None else Fraction(days.get(unit, 0), 1) / _YEAR_DAYS)
