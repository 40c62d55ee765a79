"""Values as people read them: "90 min", "10,000,000 INR", "18 March 2025"; times of publication likewise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from checker.data import load
from checker.model import Article, Evidence, Fact, Interval, Kind, Role, Value
from checker.reports.report import Report

_SHOWN_WHOLE = 10**20  # so large a number has no places worth rounding
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_LEFT_OUT = str.maketrans({"-": " "} | dict.fromkeys(",\"'“”‘’", ""))
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_AMOUNTS = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE, Kind.DURATION, Kind.AGE})


_IN_WORDS = {
    "actors": "people or bodies",
    "money": "money",
    "measure": "measurements",
    "duration": "lengths of time",
    "time": "times of day",
    "ordinal": "ranks",
}
_ONE = {"actors": "person or body"}
SIGNS = ("≠", "↻", "=")


def sign(fact: Fact) -> str:
    """One of SIGNS: whether sources disagree, told of what moved, or agree."""
    return SIGNS[0] if fact.disagrees else SIGNS[1] if fact.moved else SIGNS[2]


def in_rows(facts: Sequence[Fact]) -> list[Fact]:
    """Those on which sources disagree first, then what moved, then what agrees."""
    return sorted(facts, key=lambda fact: SIGNS.index(sign(fact)))


class Column(NamedTuple):
    """What one article says of the facts or, where its speakers are told apart, one of them or itself."""

    article: Article
    name: str
    speaker: str | None = None
    apart: bool = False

    @property
    def head(self) -> str:
        """Its name, and whether it is a draft."""
        return self.name + (" (draft)" if self.article.role is Role.DRAFT else "")

    def cell(self, fact: Fact) -> tuple[Evidence, ...]:
        said = dict(fact.cells).get(self.article.id, ())
        return tuple(e for e in said if e.other == self.speaker) if self.apart else said


def columns_of(report: Report, facts: Sequence[Fact]) -> list[Column]:
    """A column for each article that says something of these facts, in the order of the set.

    The only article of a set, and one whose speakers contradict each other, has one for each speaker.
    """
    pairs = (pair for finding in report.findings for pair in combinations(finding.evidence, 2))
    apart_in = {a.article.id for a, b in pairs if a.article is b.article and _tells_otherwise(a, b)}
    articles = report.articles.articles
    columns = []
    for article in articles:
        said = [e for fact in facts for e in dict(fact.cells).get(article.id, ())]
        apart = len(articles) == 1 or (article.role is not Role.DRAFT and article.id in apart_in)
        if said and not apart:
            columns.append(Column(article, article.name))
        for e in {e.other: e for e in sorted(said, key=lambda e: e.span)}.values() if apart else ():
            name = e.said_by if len(articles) > 1 else e.other or article.name
            columns.append(Column(article, name, e.other, apart=True))
    return columns


def _tells_otherwise(a: Evidence, b: Evidence) -> bool:
    return a.side != b.side and a.other != b.other


def drafts_first(columns: Sequence[Column]) -> list[Column]:
    """As a wide matrix is cut off."""
    return sorted(columns, key=lambda column: column.article.role is not Role.DRAFT)


def quiet(report: Report) -> str:
    """What a report without findings says."""
    if {article.role for article in report.articles.articles} == {Role.DRAFT}:
        return "Nothing found in the draft by itself; it has no sources that it could be held against"
    if report.one_voice:
        return "One article in which nobody but itself speaks: nothing was compared"
    return "No disagreement found" if report.compared else "Nothing was compared"


def read_and_compared(report: Report) -> str:
    """ "Read 2 articles, 14 values; compared 3 pairs."."""
    read = ", ".join(_number_of(n, what) for what, n in report.read.items() if what != "claims")
    return f"Read {read}; compared {_number_of(report.compared, 'pairs')}."


def _number_of(number: int, what: str) -> str:
    one, more = _ONE.get(what, what.removesuffix("s")), _IN_WORDS.get(what, what)
    return f"{number} {one if number == 1 else more}"


def nothing_to_compare(report: Report) -> str:
    """The kinds of value that were read and of which nothing was compared; nothing where there is none."""
    kinds = ", ".join(_IN_WORDS.get(kind, f"{kind}s") for kind in report.not_run)
    return f"Nothing to compare for: {kinds}." if kinds else ""


def listed(names: Sequence[str], most: int = 12) -> str:
    """Names in a row; of very many the first."""
    more = [f"{len(names) - most} more"] if len(names) > most else []
    return ", ".join([*(names[:most] if more else names), *more])


def reading(evidence: Evidence) -> str:
    """What the words were read as, where that says more than the words do; else nothing."""
    value = evidence.read
    text = words(value) if value else evidence.value
    shown, said = _plain(text), _plain(evidence.text)
    numbers = _NUMBER.findall(shown)
    told = bool(numbers) and set(numbers) <= set(_NUMBER.findall(said))
    if value is not None and value.low != value.high and said[:1].isdigit():
        told = False  # the words alone do not say "more than"
    return "" if told or shown.removesuffix("s") in said else text


def _plain(text: str) -> str:
    """For finding one in the other: lower case, no commas, quotation marks, hyphens and line breaks."""
    return " ".join(text.lower().translate(_LEFT_OUT).split())


def words(value: Value) -> str:
    """The normalised value: a number with separators and unit, a length of time, a date, a term."""
    if value.kind is Kind.TERM:
        return ", ".join(term.replace("-", " ") for term in value.stated)
    if value.low is None and value.high is None:
        return " ".join([", ".join(value.stated), value.unit or ""]).strip()
    if value.kind is Kind.DURATION:
        return _span(value, *(None if end is None else duration(int(Decimal(end))) for end in _ends(value)))
    if value.kind is Kind.DATE:
        return _span(value, *(None if end is None else _date(end) for end in _ends(value)))
    return _span(value, *(None if end is None else _number(end) for end in _ends(value))) + _unit(value)


def _ends(value: Value) -> tuple[str | None, str | None]:
    return value.low, value.high


def _span(value: Value, low: str | None, high: str | None) -> str:
    if low == high:
        return low or ""
    if high is None:
        return f"{'more than' if value.bounds.low_open else 'at least'} {low}"
    if low is None:
        return f"{'less than' if value.bounds.high_open else 'at most'} {high}"
    number, _, unit = low.partition(" ")
    return f"{number if unit and high.endswith(f' {unit}') else low} to {high}"


def _unit(value: Value) -> str:
    if value.kind is Kind.PERCENTAGE:
        return "%" if value.unit == "percent" else f" {value.unit or ''}".rstrip()
    return f" {value.unit}" if value.unit and value.kind in (Kind.MONEY, Kind.MEASURE) else ""


def _number(text: str) -> str:
    """With separators, and at most four places after the point where it is not whole."""
    try:
        number = Decimal(text)
    except ArithmeticError:
        return text
    if number != number.to_integral_value() and abs(number) < _SHOWN_WHOLE:
        number = round(number, 4).normalize()
    return f"{number:,f}" if abs(number) >= 1000 else f"{number:f}"


def duration(seconds: int) -> str:
    """A length of time in its natural units: 5,400 is "90 min", 9,000 "2 h 30 min", 2,592,000 "30 days"."""
    if seconds >= 2 * _DAY and seconds % _DAY == 0:
        return f"{seconds // _DAY:,} days"
    if seconds >= 2 * _HOUR and seconds % _MINUTE == 0:
        minutes = seconds % _HOUR // _MINUTE
        return f"{seconds // _HOUR:,} h" + (f" {minutes} min" if minutes else "")
    if seconds >= 2 * _MINUTE and seconds % _MINUTE == 0:
        return f"{seconds // _MINUTE} min"
    return f"{seconds:,} s"


def _date(text: str) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text  # a month, a year, a day of no year
    return f"{day.day} {_month(day)} {day.year}"


def _month(day: date) -> str:
    name: str = load("calendar")["months"][day.month][0]
    return name.title()


def published(time: datetime | None) -> str:
    """A time of publication in its own zone: "18 March 2025, 21:10 UTC+02:00"."""
    if time is None:
        return ""
    zone = f" {time.tzname()}".replace("-", "−") if time.tzinfo else ""  # no line breaks at a minus
    return f"{time.day} {_month(time)} {time.year}, {time.hour:02}:{time.minute:02}{zone}"


def amount(evidence: Evidence) -> Interval | None:
    """The set of numbers that the words stand for, where they are an amount that has an end."""
    value = evidence.read
    if value is None or value.kind not in _AMOUNTS:
        return None
    return value.bounds if value.bounds.low is not None or value.bounds.high is not None else None
