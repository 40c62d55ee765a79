"""A chart over typed items: what a text says of amounts and times, made by named productions.

A **piece** is a word, a number in digits or a mark (lexer). An **item** is a piece or several with a type:
a number, a scale, a unit, a hedge, a link such as "to" or "of" (items: nearly all of them from the tables
in rules/vocabulary). A **production** has a name, a pattern of types and a function that makes the result:

    @GRAMMAR.production("a number times its scale", "number", "number -? scale")
    def scaled(m: Match) -> Numeral | None: ...

Here `number` is what it makes, and "number -? scale" the pattern: an item or result of the type `number`,
perhaps a hyphen, an item of the type `scale`. In a pattern `x?` may be missing, `x|y` is either, `~x` has
no white space before it and `_x` has some. The function sees its parts (`m[0]`, `m.part("scale")`), the
pieces around them (`m.before()`, `m.after()`) and gives the result, or None where it is none. A chart reads
the starts of a text from the last to the first: all that begins further on is known by then, so each start
is saturated once, bottom up. A result spans at most `LONGEST` pieces and a start holds at most `MOST`
results: hostile input stays linear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from checker.model import Span
from checker.values.lexer import Lex, Piece, glued, lower

LONGEST = 48  # pieces of one result
MOST = 160  # results that begin at one piece
_SAME = 6  # results of one type over the same pieces


class Edge(NamedTuple):
    """An item or a result: pieces [start, end) read as `symbol`, with its content and what made it."""

    start: int
    end: int
    symbol: str
    data: Any
    rule: str = ""  # the name of the production; empty for an item
    parts: tuple[Edge, ...] = ()

    def steps(self) -> Iterator[Edge]:
        """It and all that it was made of."""
        yield self
        for part in self.parts:
            yield from part.steps()


@dataclass(slots=True)
class Match:
    """The parts that a pattern has found, with the text around them."""

    chart: Chart
    parts: tuple[Edge, ...]

    def __getitem__(self, index: int) -> Any:
        return self.parts[index].data

    def part(self, symbol: str) -> Any:
        """The content of the first part of a type; None where there is none."""
        return next((part.data for part in self.parts if part.symbol == symbol), None)

    def all(self, *symbols: str) -> list[Any]:
        return [part.data for part in self.parts if part.symbol in symbols]

    def has(self, symbol: str) -> bool:
        return any(part.symbol == symbol for part in self.parts)

    @property
    def start(self) -> int:
        return self.parts[0].start

    @property
    def end(self) -> int:
        return self.parts[-1].end

    @property
    def pieces(self) -> Sequence[Lex]:
        return self.chart.pieces

    @property
    def span(self) -> Span:
        return self.chart.span(self.start, self.end)

    def before(self, back: int = 1) -> str:
        """The word before the match, in lower case; '' where there is none."""
        return lower(self.pieces, self.start - back)

    def after(self, on: int = 0) -> str:
        return lower(self.pieces, self.end + on)

    def comes(self, symbol: str, at: int | None = None) -> Any:
        """The content of what of this type begins right after the match (or at a piece); None for nothing."""
        found = self.chart.of(self.end if at is None else at, symbol)
        return found[0].data if found else None

    @property
    def closed(self) -> bool:
        """Whether no word or number follows."""
        return not self.chart.alpha(self.end)


Make = Callable[[Match], Any]


class Step(NamedTuple):
    """One element of a pattern: the types that fit, and whether white space must or must not precede it."""

    symbols: tuple[str, ...]
    glued: bool | None


@dataclass(frozen=True, slots=True)
class Production:
    name: str
    makes: str
    rest: tuple[Step, ...]  # after the first element
    make: Make


@dataclass(slots=True)
class Grammar:
    """Productions by the types that their pattern begins with: of one element, and by the first two."""

    single: dict[str, list[Production]] = field(default_factory=dict)
    pairs: dict[str, dict[str, list[Production]]] = field(default_factory=dict)

    def production(self, name: str, makes: str, *patterns: str) -> Callable[[Make], Make]:
        def add(make: Make) -> Make:
            for pattern in patterns:
                for steps in _expand(pattern.split()):
                    for first in steps[0].symbols:
                        self._add(first, Production(name, makes, tuple(steps[1:]), make))
            return make

        return add

    def _add(self, first: str, rule: Production) -> None:
        if not rule.rest:
            self.single.setdefault(first, []).append(rule)
            return
        for second in rule.rest[0].symbols:
            one = replace(rule, rest=(Step((second,), rule.rest[0].glued), *rule.rest[1:]))
            self.pairs.setdefault(first, {}).setdefault(second, []).append(one)


def _expand(elements: list[str]) -> Iterator[list[Step]]:
    """A pattern without its `?`: once for each choice of what is there."""
    if not elements:
        yield []
        return
    first, optional = elements[0].removesuffix("?"), elements[0].endswith("?")
    glued = {"~": True, "_": False}.get(first[0])
    step = Step(tuple((first if glued is None else first[1:]).split("|")), glued)
    for rest in _expand(elements[1:]):
        yield [step, *rest]
        if optional:
            yield rest


GRAMMAR = Grammar()  # the one grammar, filled by the modules of productions


class Chart:
    """All items and results of a text, by the piece that they begin with."""

    match: type[Match] = Match

    def __init__(
        self, grammar: Grammar, pieces: Sequence[Lex], items: Callable[[Sequence[Lex], int], Iterable[Edge]]
    ) -> None:
        self.grammar = grammar
        self.pieces = pieces
        self._starts: list[dict[str, list[Edge]] | None] = [None] * (len(pieces) + 1)
        for start in range(len(pieces) - 1, -1, -1):
            if found := list(items(pieces, start)):
                self._saturate(start, found)
        self.starts = [start for start, here in enumerate(self._starts) if here]

    def starting(self, *symbols: str) -> list[int]:
        """The pieces where something of these types begins, in order."""
        wanted = set(symbols)
        return [start for start in self.starts if not wanted.isdisjoint(self._starts[start] or ())]

    def at(self, start: int) -> dict[str, list[Edge]]:
        """All that begins at a piece, by type."""
        return self._starts[start] or {}

    def of(self, start: int, symbol: str) -> list[Edge]:
        """What of a type begins at a piece."""
        here = self._starts[start] if 0 <= start < len(self._starts) else None
        return here.get(symbol, []) if here else []

    def longest(self, start: int, *symbols: str) -> Edge | None:
        """The longest of some types that begins at a piece; of two the one that is a single number."""
        found = (edge for symbol in symbols for edge in self.of(start, symbol))
        return max(found, key=lambda edge: (edge.end, not getattr(edge.data, "range", False)), default=None)

    def from_left(self, *symbols: str) -> Iterator[Edge]:
        """The longest results of these types from left to right, none overlapping another."""
        end = 0
        for start in self.starting(*symbols):
            found = self.longest(start, *symbols) if start >= end else None
            if found is not None:
                yield found
                end = found.end

    def covers(self, start: int, end: int, symbol: str) -> bool:
        """Whether something of a type that begins at most three pieces before covers these pieces."""
        starts = range(max(0, start - 3), start + 1)
        return any(edge.end >= end for at in starts for edge in self.of(at, symbol))

    def word(self, at: int) -> str:
        return lower(self.pieces, at)

    def alpha(self, at: int) -> bool:
        """Whether a word or a number stands there."""
        return 0 <= at < len(self.pieces) and self.pieces[at].piece is not Piece.MARK

    def number(self, at: int) -> bool:
        return 0 <= at < len(self.pieces) and self.pieces[at].is_number

    def capital(self, at: int) -> bool:
        return 0 <= at < len(self.pieces) and self.pieces[at].text[:1].isupper()

    def joined(self, at: int) -> bool:
        return glued(self.pieces, at)

    def span(self, start: int, end: int) -> Span:
        return Span(self.pieces[start].start, self.pieces[end - 1].end)

    def _saturate(self, start: int, agenda: list[Edge]) -> None:
        """All results that begin at `start`: what is found may begin further ones."""
        here: dict[str, list[Edge]] = {}
        self._starts[start] = here
        held = at = 0
        while at < len(agenda) and held < MOST:
            edge = agenda[at]
            at += 1
            same = here.setdefault(edge.symbol, [])
            if _known(same, edge):
                continue
            same.append(edge)
            held += 1
            for rule, parts in self._matches(edge, start):
                data = rule.make(self.match(self, parts))
                if data is not None:
                    agenda.append(Edge(start, parts[-1].end, rule.makes, data, rule.name, parts))

    def _matches(self, edge: Edge, start: int) -> Iterator[tuple[Production, tuple[Edge, ...]]]:
        """Every production whose pattern an edge begins, with the parts that complete it."""
        for rule in self.grammar.single.get(edge.symbol, ()):
            yield rule, (edge,)
        follows, table = self._starts[edge.end], self.grammar.pairs.get(edge.symbol)
        if not follows or not table:
            return
        for symbol in [symbol for symbol in follows if symbol in table]:
            for rule in table[symbol]:
                for parts in self._complete(rule.rest, 0, (edge,), start):
                    yield rule, parts

    def _complete(
        self, rest: tuple[Step, ...], at: int, parts: tuple[Edge, ...], start: int
    ) -> Iterator[tuple[Edge, ...]]:
        if at == len(rest):
            yield parts
            return
        position = parts[-1].end
        here = self._starts[position]
        if here is None or position - start > LONGEST:
            return
        symbols, wanted = rest[at]
        if wanted is not None and wanted != (self.pieces[position - 1].end == self.pieces[position].start):
            return
        for symbol in symbols:
            for edge in here.get(symbol, ()):
                if edge.end - start <= LONGEST:
                    yield from self._complete(rest, at + 1, (*parts, edge), start)


def _known(same: list[Edge], edge: Edge) -> bool:
    alike = 0
    for other in same:
        if other.end == edge.end:
            alike += 1
            if other.data == edge.data:
                return True
    return alike >= _SAME
