"""Readings that compete: what the results of a chart may be values of, and which of them stand.

A reading turns a result of the chart into a value, with the parse and the article at hand:

    @reading("amount", rank=4)
    def amount(context: Context, edge: Edge) -> Value | None: ...

Of readings that overlap the one over more characters stands, then the one of the lower rank; one that gives
None makes room for the next. So what is no year, age, name or label is still a count of the same digits.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from checker.model import Article, Span, Value
from checker.values.chart import Chart, Edge
from checker.values.lexer import Lex, lex

if TYPE_CHECKING:
    from checker.language import Doc, Token


class Tokens:
    """The tokens of a parsed text by offset."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._starts: list[int] = doc.to_array("IDX").tolist()

    @cached_property
    def pieces(self) -> Sequence[Lex]:
        """The text as numbers are read from it."""
        return lex(self.doc.text)

    def at(self, offset: int) -> Token:
        """The token that covers `offset`, or the one before it where white space does."""
        return self.doc[max(0, bisect_right(self._starts, offset) - 1)]

    def last(self, span: Span) -> Token:
        """The last token that begins inside `span` or covers its start."""
        return self.at(span.end - 1)

    def after(self, span: Span) -> int:
        """The index of the first token that begins at or after the end of `span`."""
        return bisect_right(self._starts, span.end - 1)


@lru_cache(maxsize=4)
def tokens_of(doc: Doc) -> Tokens:
    return Tokens(doc)


@dataclass(frozen=True, slots=True)
class Context:
    """What a reading may look at."""

    doc: Doc
    article: Article
    chart: Chart
    tokens: Tokens


Made = Value | tuple[Value, ...] | None
Make = Callable[[Context, Edge], Made]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible value: its words, its rank among readings of the same words, and how to make it."""

    span: Span
    rank: int
    name: str
    make: Callable[[], Made]
    edge: Edge | None = None
    chart: Chart | None = None  # of the edge, where it is another than that of the text


@dataclass(frozen=True, slots=True)
class Settled:
    """A value that stands, how it was read, and the readings that lost to it."""

    value: Value
    candidate: Candidate
    lost: tuple[Candidate, ...]


_READINGS: dict[str, list[tuple[int, Make]]] = {}


def reading(symbol: str, rank: int) -> Callable[[Make], Make]:
    """Marks a function as a reading of the results of a type."""

    def add(make: Make) -> Make:
        _READINGS.setdefault(symbol, []).append((rank, make))
        return make

    return add


def candidates(context: Context) -> Iterator[Candidate]:
    """Every reading of every result of the chart."""
    chart = context.chart
    for start in chart.starts:
        for symbol, edges in chart.at(start).items():
            for edge in edges if symbol in _READINGS else ():
                for rank, make in _READINGS[symbol]:
                    yield Candidate(
                        chart.span(edge.start, edge.end),
                        rank,
                        make.__name__,
                        lambda make=make, edge=edge: make(context, edge),  # type: ignore[misc]
                        edge,
                    )


def settle(found: Iterable[Candidate]) -> list[Settled]:
    """The readings that stand, in the order of the text."""
    order = sorted(found, key=lambda one: (one.span.start - one.span.end, one.rank, one.span.start))
    starts: list[int] = []
    kept: list[Settled] = []
    for one in order:
        at = bisect_left(starts, one.span.end)  # the last that starts before this one ends
        if at and kept[at - 1].value.span.overlaps(one.span):
            winner = kept[at - 1]
            if winner.candidate.name != one.name:
                kept[at - 1] = Settled(winner.value, winner.candidate, (*winner.lost, one))
            continue
        made = one.make()
        for value in made if isinstance(made, tuple) else (made,):
            if value is None:
                continue
            at = bisect_left(starts, value.span.start)
            starts.insert(at, value.span.start)
            kept.insert(at, Settled(value, one, ()))
    return kept
