"""Figures of a draft that a reader can work out from those of a source.

"For six years" of "between 2016 and 2022", "in 23 years" of "since 2001", "won by 14 points" of "17-3",
"the 11th century" of "1016", "a six-figure sum" of "£150,000", "on Sunday" of "on Friday … two days
later", "two colleagues" where two are named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from checker.data import load
from checker.model import CAP, ActorKind, Interval, Kind, Relation, Value
from checker.readings import Reading, SetReading

_DAY = Fraction(86400)  # seconds, in which lengths of time are held; ages are in years
_YEAR = Fraction(1461, 4)
_LONG = {
    "month": 31,
    "year": 366,
    "decade": 366,
    "century": 3660,
}  # days by which a writer may be out who counts back in these
NEAR = 2  # a limit is told in place of a figure at most so many times as great
_FIGURES = re.compile(r"\s*-\s*figure", re.I)
_YEARS = re.compile(r"(?<![\d.,£$€])\d{3,4}(?![\d,]|\.\d)")
_WEEKDAY = "weekday:"
_FEW = 6  # names in a list that a writer counts rather than repeats


def worked_out(value: Value, draft: Reading, source: Reading, reading: SetReading) -> bool:
    """Whether a source's figures come to one of a draft's."""
    if value.kind in (Kind.DURATION, Kind.AGE):
        return any(_since(value, date, source) for date in source.values) or _between(value, source)
    if value.kind is Kind.DATE:
        return _in_century(value, source) or _days_after(value, source)
    if value.kind is not Kind.COUNT or len(value.stated) != 1:
        return False
    after = draft.article.text[value.span.end : value.span.end + 20]
    if _FIGURES.match(after):
        return any(_digits(stated) == value.stated[0] for other in source.values for stated in other.stated)
    leads = re.match(r"\s*-?([a-z]+)", after)
    if leads and leads.group(1) in _leads():
        return value.stated[0] in _differences(source)
    return value.stated[0] in _listed(source, reading)


def _near(bounds: Interval) -> Interval:
    """A limit as the figures that it may stand for."""
    if bounds.high is None and bounds.low is not None:
        return Interval(bounds.low, bounds.low * NEAR)
    if bounds.low is None and bounds.high is not None:
        return Interval(bounds.high / NEAR, bounds.high)
    return bounds


def _since(length: Value, date: Value, source: Reading) -> bool:
    """Whether a length of time is that from a source's date to its story: "in 23 years", "since 2001".

    So is an age that from a beginning: "three years old", "built in 2021". A story without a date was
    told after every year that it names: enough for a length that is only said to be more than something.
    """
    low, high = date.bounds.low, date.bounds.high
    if date.kind is not Kind.DATE or low is None or high is None:
        return False
    if length.grain not in _LONG or date.grain not in _LONG or CAP in length.notes:
        return False
    unit = _DAY if length.kind is Kind.DURATION else 1 / _YEAR
    told = source.article.published
    if told is None:
        last = max((v.bounds.high for v in source.values if v.grain == "year" and v.bounds.high), default=low)
        least = length.bounds.low if length.bounds.high is None else None
        return least is not None and least <= (last - low) * unit <= NEAR * least
    now, slack = Fraction(told.toordinal()), _LONG[length.grain]
    elapsed = Interval((now - high - slack) * unit, (now - low + slack) * unit)
    return low < now and elapsed.relation(_near(length.bounds)) is not Relation.DISJOINT


def _between(length: Value, source: Reading) -> bool:
    """Whether a length is that between the two years of a range: "from 2016 to 2022"."""
    if length.kind is not Kind.DURATION or length.grain not in _LONG:
        return False
    for date in source.values:
        low, high = date.bounds.low, date.bounds.high
        if date.kind is Kind.DATE and "range" in date.notes and low is not None and high is not None:
            slack = _LONG[length.grain]
            gone = Interval((high - low - 2 * slack) * _DAY, (high - low + slack) * _DAY)
            if gone.relation(_near(length.bounds)) is not Relation.DISJOINT:
                return True
    return False


def _in_century(value: Value, source: Reading) -> bool:
    """Whether a source names a year, of whatever it is, in the century or decade of a draft."""
    low, high = value.bounds.low, value.bounds.high
    if value.grain != "century" or low is None or high is None:
        return False
    years = (int(m.group()) for m in _YEARS.finditer(source.article.text))
    return any(low <= year * _YEAR <= high for year in years)


def _days_after(value: Value, source: Reading) -> bool:
    """Whether a weekday is so many days after, or before, one that a source names: "two days later"."""
    wanted = _weekday(value)
    if wanted is None:
        return False
    days = {found for other in source.values if (found := _weekday(other)) is not None}
    return any(
        (day + step) % 7 == wanted % 7
        for other in source.values
        if other.kind is Kind.DURATION and other.grain == "day" and other.bounds.is_point
        for step in _steps(other)
        for day in days
    )


def _steps(length: Value) -> Iterator[int]:
    days = int((length.bounds.low or 0) / _DAY)
    if "later" in length.notes:
        yield days
    elif "earlier" in length.notes:
        yield -days


def _weekday(value: Value) -> int | None:
    found = [note for note in value.notes if note.startswith(_WEEKDAY)]
    return int(found[0].removeprefix(_WEEKDAY)) if value.kind is Kind.DATE and found else None


def _digits(stated: str) -> str:
    return str(len(stated.partition(".")[0].lstrip("-")))


@lru_cache(maxsize=1)
def _leads() -> frozenset[str]:
    """What a lead in a score is told in: "by 14 points"."""
    return frozenset(load("drafts")["leads"])


def _differences(source: Reading) -> Iterator[str]:
    for value in source.values:
        if value.dimension == "score" and len(value.stated) == 2:
            ours, theirs = (Fraction(n) for n in value.stated)
            yield str(abs(ours - theirs))


def _listed(source: Reading, reading: SetReading) -> Iterator[str]:
    """How many people stand in each list of names: "Anna Lund, Per Holm and Ida Berg"."""
    spans = sorted(
        mention.span
        for actor in reading.actors
        if actor.kind is ActorKind.PERSON
        for mention in actor.mentions
        if mention.article == source.article.id and mention.text[:1].isupper()
    )
    text, run = source.article.text, 1
    for i, span in enumerate(spans, 1):
        joined = i < len(spans) and re.fullmatch(r",? and |, ", text[span.end : spans[i].start])
        run += bool(joined)
        if not joined:
            if 1 < run <= _FEW:
                yield str(run)
            run = 1
