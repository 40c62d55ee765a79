"""Figures that moved: what each account gave, against the time it was published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from checker.model import Evidence, Fact, Interval, Kind
from checker.reports.shown import amount, duration, published

WIDTH, HEIGHT = 640, 190
_FIRST, _RIGHT, _TOP, _BOTTOM = 104, 36, 30, 34  # the frame of the template is drawn from 88 to 616


@dataclass(frozen=True, slots=True)
class Point:
    number: int
    x: float
    low: float
    high: float
    open: str  # the side to which the figure has no end: "up", "down" or neither
    evidence: Evidence

    @property
    def y(self) -> float:
        return round((self.low + self.high) / 2, 1)


@dataclass(frozen=True, slots=True)
class Timeline:
    label: str
    points: tuple[Point, ...]
    ticks: tuple[tuple[float, str], ...]  # height, number
    ends: tuple[str, str]  # the first and the last time


def timelines(facts: Sequence[Fact]) -> tuple[Timeline, ...]:
    return tuple(line for fact in facts if (line := _timeline(fact)) is not None)


def _timeline(fact: Fact) -> Timeline | None:
    """The fact over time, if its figure moved."""
    if not fact.moved:
        return None
    given = sorted(_given(fact), key=lambda g: (_utc(g[0]), g[2].article.id, g[2].span))
    numbers = [end for _, bounds, _ in given for end in _ends(bounds)]
    least, most = min(numbers), max(numbers)
    if least == most:
        return None
    first, last = _utc(given[0][0]), _utc(given[-1][0])
    points = []
    for number, (time, bounds, e) in enumerate(given, 1):
        low, high = (_height(end, least, most) for end in _ends(bounds))
        x = _FIRST + (WIDTH - _FIRST - _RIGHT) * ((_utc(time) - first) / (last - first))
        points.append(Point(number, round(x, 1), low, high, _open(bounds), e))
    ticks = tuple((_height(n, least, most), _tick(n, fact.kind)) for n in dict.fromkeys((least, most)))
    return Timeline(fact.label, tuple(points), ticks, (published(given[0][0]), published(given[-1][0])))


def _given(fact: Fact) -> Iterator[tuple[datetime, Interval, Evidence]]:
    """Each account's figures, each once."""
    for _, cell in fact.cells:
        seen = set()
        for e in cell:
            bounds, time = amount(e), e.article.published
            if bounds is not None and time is not None and bounds not in seen:
                seen.add(bounds)
                yield time, bounds, e


def _utc(time: datetime) -> datetime:
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)


def _ends(bounds: Interval) -> tuple[float, float]:
    """Both ends; an open side ends at the other."""
    low = bounds.low if bounds.low is not None else bounds.high
    high = bounds.high if bounds.high is not None else bounds.low
    return float(low or 0), float(high or 0)


def _open(bounds: Interval) -> str:
    return "up" if bounds.high is None else "down" if bounds.low is None else ""


def _height(number: float, least: float, most: float) -> float:
    return round(HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * (number - least) / (most - least), 1)


def _tick(number: float, kind: Kind) -> str:
    if kind is Kind.DURATION:
        return duration(round(number))
    return f"{number:,.0f}" if number == round(number) else f"{number:,.4g}"
