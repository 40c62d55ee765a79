"""Durations: how long something lasts, in seconds; a calendar month denotes 28 to 31 days.

How often something is done ("every two weeks", "daily", "four times a week") is a value of the
dimension "recurrence", and so much time in each so much ("40 hours a week") one of "per week": neither
compares with a plain length.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Article, Interval, Kind, Said, Span, Value
from checker.values.anchor import Anchor
from checker.values.length_forms import find_lengths
from checker.values.lengths import Length, Part, seconds, sets, units
from checker.values.numerals import decimal_text, find_numerals
from checker.values.words import Words, split_words

if TYPE_CHECKING:
    from checker.language import Doc

_PER = ("a", "an", "per", "each", "every", "/")
_NOUNS = ("NOUN", "NUM", "SYM", "PROPN")
_DIRECTIONS = ("ago", "later", "earlier", "before", "after", "from")
_SEQUENCE = ("last", "past", "first", "next", "final", "previous", "coming", "recent", "within", "in")


def find(doc: Doc, article: Article) -> list[Value]:
    """Every duration and recurrence of the article in the order of the text."""
    words, anchor = split_words(article.text), Anchor(doc, article)
    found = [
        _duration(words, length)
        for length in find_lengths(article.text)
        if not _is_age(words, length.end) and _is_length(words, length, anchor)
    ]
    found += _overnights(words, anchor)
    found += _recurrences(words)
    return sorted(found, key=lambda value: value.span)


def _is_age(words: Words, end: int) -> int:
    """The index after "old" or "of age" behind a length; 0 where there is none."""
    j = end + 1 if words.is_dash(end) else end
    if words.at(j) in ("old", "olds"):
        return j + 1
    return j + 2 if words.at(j) == "of" and words.at(j + 1) == "age" else 0


def _is_length(words: Words, length: Length, anchor: Anchor) -> bool:
    """Whether a number and a unit of time tell how long: not "14 dollars a month", "a day of mourning"."""
    before, after = words.at(length.start - 1), words.at(length.end)
    unit_at = words.index(anchor.token(words.ends[length.end - 1] - 1).idx)
    if before in sets()["not_after"] or (
        words.is_dash(length.end) and words.at(length.end + 1) in _NO_LENGTH
    ):
        return False
    if length.article and words.is_dash(length.start - 1) and words.joined(length.start):
        return False  # "$12-an-hour"
    if (
        words.is_dash(length.start - 1)
        and words.joined(length.start)
        and words.at(length.start - 2).isalpha()
    ):
        return before == "-" and words.at(length.start - 2) in ("mid", "then", "now", "all")
    if length.unit == "hour" and len(words.at(length.start)) == 4 and words.at(length.start).isdigit():
        return before not in ("at", "by", "until", "from") and words.at(length.start)[0] != "0"
    single = length.parts[0].values == (Fraction(1),) and len(length.parts) == 1
    if not single or length.hyphen or words.at(length.start) in sets()["one"]:
        return True
    if length.article and before not in ("for", "in", "within") and _is_rate(words, length, unit_at, anchor):
        return False
    if not (length.article or words.at(length.start) == "one") or length.hedge != "=":
        return True
    if words.at(length.start - 1) in _OBJECTS:
        before = words.at(length.start - 2)  # "it took him a day"
    if after == "of" and length.unit in ("century", "millennium"):
        return True
    return (
        length.unit not in sets()["needs_cue"]
        or before in sets()["cues_before"]
        or after in sets()["cues_after"]
    )


_OBJECTS = ("him", "her", "them", "us", "me", "you", "it")
_NO_LENGTH = ("on", "over", "round", "end", "to", "ends", "by", "in")


def _is_rate(words: Words, length: Length, unit_at: int, anchor: Anchor) -> bool:
    """Whether "a week" stands for "per week": after a number, a sign or the noun that it counts."""
    before = words.at(length.start - 1)
    if words.at(length.end) in ("ago", "later", "earlier") or length.start == 0:
        return False
    if before[:1].isdigit() or before in sets()["rate_after"]:
        return True
    if words.at(length.end) in _DIRECTIONS:
        return False
    unit = anchor.token(words.starts[min(unit_at, len(words) - 1)])
    left = anchor.token(words.starts[length.start - 1])
    heads = {left.i, left.head.head.i} if left.head.lower_ == "of" else {left.i}  # "tonnes of steel a year"
    return left.pos_ in _NOUNS and unit.head.i in heads and unit.dep_ in ("npadvmod", "nmod", "prep", "appos")


def _duration(words: Words, length: Length) -> Value:
    values = [value for part in length.parts for value in part.values]
    bounds, dimension, end, notes = length.bounds, "", length.end, []
    before, after = words.at(length.start - 1), words.at(length.end)
    if after in _PER and words.at(length.end + 1) in units()[0]:
        dimension, end = f"per {units()[0][words.at(length.end + 1)].name}", length.end + 2
    if before == "every":
        dimension = "recurrence"
    notes += [word for word in (before,) if word in _SEQUENCE]
    notes += [word for word in (after,) if word in _DIRECTIONS]
    notes += ["business"] if length.business else []
    rounded = None if dimension else length.rounded
    stated = tuple(decimal_text(value) for value in values)
    span = Span(length.span.start, words.ends[end - 1] if end > length.end else length.span.end)
    return Value(
        Kind.DURATION,
        span,
        words.text[span.start : span.end],
        stated=stated,
        bounds=bounds,
        low=None if bounds.low is None else decimal_text(bounds.low),
        high=None if bounds.high is None else decimal_text(bounds.high),
        unit=length.unit,
        dimension=dimension,
        hedge=length.hedge,
        grain=length.parts[-1].unit.name,
        rounded=rounded,
        notes=tuple(notes),
        said=Said(stated, f"{length.unit} {dimension}") if dimension.startswith("per ") else None,
        parts=tuple(_part(words, part) for part in length.parts) if len(length.parts) > 1 else (),
    )


def _part(words: Words, part: Part) -> Value:
    """One number and unit of a length told in several: what is shown, never what is compared."""
    bounds = seconds(part)
    span = part.span or Span(0, 0)
    return Value(
        Kind.DURATION,
        span,
        words.text[span.start : span.end],
        stated=tuple(decimal_text(value) for value in part.values),
        bounds=bounds,
        low=None if bounds.low is None else decimal_text(bounds.low),
        high=None if bounds.high is None else decimal_text(bounds.high),
        unit=part.unit.name,
        grain=part.unit.name,
    )


def _overnights(words: Words, anchor: Anchor) -> list[Value]:
    """ "an overnight curfew": some hours; of what does not last ("an overnight attack") it is a date."""
    found = []
    low, high = (Fraction(hours * 3600) for hours in load("durations")["overnight"])
    for i, word in enumerate(words.lower):
        if word != "overnight" or words.at(i + 1) not in sets()["overnight_lasting"]:
            continue
        token = anchor.token(words.starts[i])
        if token.dep_ == "amod" and token.pos_ == "ADJ":
            found.append(_bare(words, i, i + 1, Interval(low, high), "hour", ""))
    return found


def _recurrences(words: Words) -> list[Value]:
    """ "daily", "every week", "four times a month": the time from one to the next."""
    data, full = load("durations"), units()[0]
    numerals = {numeral.core.end: numeral for numeral in find_numerals(words.text)}
    found = []
    for i, word in enumerate(words.lower):
        if word in data["recurrence"] and not words.capital(i):
            found.append(_bare(words, i, i + 1, _one(data["recurrence"][word]), data["recurrence"][word]))
        elif word in ("every", "each") and words.at(i + 1) in full and not words.at(i + 1).endswith("s"):
            if words.at(i + 1) not in ("second", "minute"):
                unit = full[words.at(i + 1)].name
                found.append(_bare(words, i, i + 2, _one(unit), unit))
        elif word in ("times", *data["times"]) and words.at(i + 1) in _PER and words.at(i + 2) in full:
            numeral = numerals.get(words.ends[i - 1]) if i else None
            count = Fraction(data["times"][word]) if word != "times" else numeral and numeral.value
            if not count or count < 0:
                continue
            unit = full[words.at(i + 2)].name
            start = i if word != "times" or numeral is None else words.index(numeral.core.start)
            every = _one(unit).scaled(1 / count)
            found.append(replace(_bare(words, start, i + 3, every, unit), stated=(decimal_text(count),)))
    return found


def _one(unit: str) -> Interval:
    return seconds(Part((), Interval.point(1), units()[0][unit]))


def _bare(
    words: Words, i: int, end: int, bounds: Interval, unit: str, dimension: str = "recurrence"
) -> Value:
    span = Span(words.starts[i], words.ends[end - 1])
    low, high = (None if side is None else decimal_text(side) for side in (bounds.low, bounds.high))
    kind = Kind.TERM if dimension else Kind.DURATION
    text = words.text[span.start : span.end]
    return Value(
        kind, span, text, bounds=bounds, low=low, high=high, unit=unit, dimension=dimension, grain=unit
    )
