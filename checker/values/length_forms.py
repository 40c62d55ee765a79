"""The forms of lengths of time: "two and a half hours", "90-minute", "month-long", "all week"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from checker.model import Interval, Span
from checker.values import hedges
from checker.values.length_words import and_half, unnumbered
from checker.values.lengths import Length, Part, Unit, sets, units
from checker.values.numerals import Numeral, find_numerals, hedged_after
from checker.values.words import Words, split_words

_HALF = Fraction(1, 2)
_ONE_OR_TWO = (Fraction(1), Fraction(2))


@lru_cache(maxsize=8)
def find_lengths(text: str) -> tuple[Length, ...]:
    """Every length of time of `text` in order, none overlapping another."""
    words = split_words(text)
    numerals = {numeral.core.start: numeral for numeral in find_numerals(text)}
    found: list[Length] = []
    i = 0
    while i < len(words):
        numeral = numerals.get(words.starts[i])
        length = _counted(words, i, numeral, numerals) if numeral else unnumbered(words, i)
        if length is None:
            i += 1
            continue
        found.append(length)
        i = max(length.end, i + 1)
    return tuple(found)


def _counted(words: Words, i: int, numeral: Numeral, numerals: dict[int, Numeral]) -> Length | None:
    numeral = _during(words, _hanging(words, numeral, numerals))
    first = _one_part(words, i, _unhedged(numeral))
    if first is None:
        return None
    parts, end = list(first.parts), first.end
    while (after := _joint(words, end)) is not None:
        following = numerals.get(words.starts[after]) if after < len(words) else None
        if following is None or (following.bare_article and words.at(end) != "and"):
            break
        more = _one_part(words, after, following) or _minutes(words, after, following, parts)
        if more is None or any(part.unit == more.parts[0].unit for part in parts) or not _fits(parts, more):
            break
        parts, end = [*parts, *more.parts], more.end
    if (last := parts[-1]).bounds.is_point and len(last.values) == 1 and numeral.limit:
        bounds = numeral.bounds
        if len(parts) > 1:
            bounds = hedges.limited(numeral.limit, last.values[0], Fraction(1))
        elif last.values != numeral.values:  # "more than two and a half hours"
            bounds = hedges.limited(numeral.limit, last.values[0], None)
        parts[-1] = replace(last, bounds=bounds)
    if numeral.bare_article and len(parts) == 1 and _or_two(words, end):
        parts = [replace(parts[0], values=_ONE_OR_TWO, bounds=Interval(*_ONE_OR_TWO))]
        end += 2
    span = Span(first.span.start, words.ends[end - 1])
    whole = replace(first, end=end, parts=tuple(parts), span=span)
    return _hedged(words, whole, numeral)


def _or_two(words: Words, i: int) -> bool:
    """ "a day or two" is one or two of them; "a day or two nights" is not."""
    if words.at(i) != "or" or words.at(i + 1) not in ("two", "2"):
        return False
    after = words.at(i + 2)
    return after not in units()[0] and after not in ("nights", "-") and not words.is_dash(i + 2)


def _minutes(words: Words, i: int, numeral: Numeral, parts: list[Part]) -> Length | None:
    """The minutes of "2h 30m"."""
    j = words.index(numeral.core.end)
    if parts[-1].unit.name != "hour" or words.at(j) != "m" or not words.joined(j) or numeral.value >= 60:
        return None
    span = Span(numeral.span.start, words.ends[j])
    return Length(i, j + 1, span, (Part(numeral.values, numeral.bounds, units()[0]["minute"], span),))


def _unhedged(numeral: Numeral) -> Numeral:
    """The plain number, for what follows it to be added: the hedge limits the whole length."""
    if numeral.limit is None or len(numeral.values) != 1 or numeral.vague or numeral.magnitude:
        return numeral
    return replace(numeral, bounds=Interval.point(numeral.value))


def _hanging(words: Words, first: Numeral, numerals: dict[int, Numeral]) -> Numeral:
    """ "18- to 24-year-old", "two or three days": both numbers, as a range."""
    j = words.index(first.core.end)
    if words.is_dash(j) and words.joined(j) and words.at(j + 1) in ("to", "or", "and"):
        j += 2
    elif words.at(j) == "or":
        j += 1
    else:
        return first
    second = numerals.get(words.starts[j]) if j < len(words) else None
    if second is None or not first.bounds.is_point or not first.value < second.value:
        return first
    return replace(
        first,
        span=Span(first.span.start, second.span.end),
        core=Span(first.core.start, second.core.end),
        values=(first.value, second.value),
        bounds=Interval(first.value, second.value),
        range=True,
    )


def _during(words: Words, numeral: Numeral) -> Numeral:
    """Without a hedge that is none: "cut by 3 billion over ten years", "3 % more than a year before"."""
    start = words.index(numeral.span.start)
    plain = replace(numeral, hedge="=", limit=None, bounds=Interval.point(numeral.value), span=numeral.core)
    if numeral.bare_article and words.at(start + 1) == "than" and words.at(start - 1) in sets()["compared"]:
        return plain
    if numeral.hedge != ">" or words.at(start) != "over" or words.at(start - 1) in sets()["over_is_more"]:
        return numeral
    return plain


def _fits(parts: list[Part], more: Length) -> bool:
    """Whether a further part belongs to the same length: both plain numbers, in whatever order."""
    return parts[-1].bounds.is_point and more.parts[0].bounds.is_point and not more.hyphen


def _joint(words: Words, i: int) -> int | None:
    """The index after "," and "and" between the parts of one length."""
    if words.at(i) == "," and words.at(i + 1) == "and":
        return i + 2
    return i + 1 if words.at(i) in (",", "and") else i


def _one_part(words: Words, i: int, numeral: Numeral) -> Length | None:
    """A numeral and its unit, with "and a half" after it."""
    if words.joined(i) and words.at(i - 1) == ":" and words.at(i - 2).isdigit():
        return None  # "took 16:25 hours"
    if numeral.signed or (numeral.magnitude and not numeral.digits and numeral.scale > 1):
        return None
    at = words.index(max(numeral.core.end, numeral.span.end))  # past "or more", "-plus"
    j, hyphen, business = at, False, False
    if words.is_dash(j) and (words.joined(j) or words.joined(j + 1) or words.is_dash(j + 2)):
        j, hyphen = j + 1, True
    if numeral.fraction or numeral.magnitude:
        while words.at(j) in ("of", "a", "an"):
            j += 1
    while (
        not hyphen and (words.at(j) in sets()["between"] or words.at(j) in sets()["business"]) and j < at + 3
    ):
        business = business or words.at(j) in sets()["business"]
        j += 1
    unit = _unit(words, j, numeral)
    if hyphen and numeral.value == 0:
        return None  # "a zero-day flaw"
    if unit is None or _is_other(words, i, j) or _is_title(words, i, j):
        return None
    if numeral.bare_article and words.at(j).endswith("s"):
        return None  # "a decades-long conflict"
    values, bounds, end = numeral.values, numeral.bounds, j + 1
    more = and_half(words, end)
    if more and bounds.is_point:
        values, end = (numeral.value + _HALF,), more
        bounds = Interval.point(values[0])
    span = Span(numeral.span.start, words.ends[end - 1])
    part = Part(values, bounds, unit, span)
    vague = numeral.vague or numeral.magnitude
    return Length(i, end, span, (part,), numeral.hedge, numeral.bare_article, vague, business, hyphen)


def _unit(words: Words, j: int, numeral: Numeral) -> Unit | None:
    full, short = units()
    word = words.at(j)
    if word in full:
        return full[word]
    if word in short and (numeral.digits or len(word) > 2):
        if words.joined(j + 1) and words.integer(j + 1) is not None and not words.joined(j):
            return None  # "the asteroid 2024 YR4"
        if word == "s" and (words.joined(j) or numeral.value % 10 == 0):
            return None  # "80s", "the 1990 s"
        return short[word]
    return None


def _is_other(words: Words, i: int, j: int) -> bool:
    """A number and a unit that are no length: "a second term", "20 second-half points", "a man-hour"."""
    if words.at(j) in ("second", "minute") and words.at(i) in ("a", "one") and j < i + 3:
        if words.is_dash(j + 1):  # "a second-floor office"
            return words.at(j + 2) != "long"
        return words.at(j + 1)[:1].isalpha() and words.at(j + 1) not in sets()["cues_after"]
    if words.at(j) == "second" and j == i + 1 and words.at(i) in ("twenty", "thirty", "forty", "fifty"):
        return True  # an ordinal: "the twenty second of June"
    if (
        words.at(j) == "second"
        and words.at(j + 1) in ("half", "-")
        and words.at(j + 2) in ("half", "-", "place")
    ):
        return True
    return words.is_dash(j + 1) and words.at(j + 2) in sets()["not_before"]


def _is_title(words: Words, i: int, j: int) -> bool:
    """A name that holds a length: "the Six-Day War", "60 Minutes"."""
    if not words.capital(j):
        return False
    after = words.possessive(j + 1)
    known = sets()["titles"]
    return words.at(after) in known or f"{words.at(i)} {words.at(j)}" in known


def _hedged(words: Words, length: Length, numeral: Numeral) -> Length:
    """With the hedge that follows the unit: "30 days or more"."""
    part = length.parts[-1]
    if len(length.parts) > 1 or part.values != numeral.values:
        return _long(words, length)
    limited, end = hedged_after(words.text, numeral, length.span.end)
    if end == length.span.end:
        return _long(words, length)
    part = replace(part, bounds=limited.bounds)
    return replace(
        length, end=words.index(end), span=Span(length.span.start, end), parts=(part,), hedge=limited.hedge
    )


def _long(words: Words, length: Length) -> Length:
    """With "-long" after it: "a three-month-long truce"."""
    if words.is_dash(length.end) and words.at(length.end + 1) == "long":
        end = length.end + 2
        return replace(length, end=end, span=Span(length.span.start, words.ends[end - 1]), hyphen=True)
    return length
