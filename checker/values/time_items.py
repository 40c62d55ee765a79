"""The items of time: words of the calendar, the clock and of lengths, with their types in rules/vocabulary.

`TimeChart` is a chart over them, with the numbers that the chart of amounts has found, which knows the
article's day and the parse.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from checker.data import load
from checker.keeping import kept
from checker.values.anchor import Anchor
from checker.values.chart import Chart, Edge, Grammar, Match
from checker.values.items import Lexicon
from checker.values.lexer import Lex, Piece, index_at, length_words, lex, lower
from checker.values.numerals import find_numerals
from checker.values.readings import Context
from checker.values.units import times, times_written

DASHES = frozenset("-‐‑‒–—−")
_HALF = 3  # pieces before the last of "p.m."
_DESCRIBING = frozenset(["ADJ", "ADV", "VERB"])
TIME = Grammar()


class Named(NamedTuple):
    """A month, a weekday, a unit and the like, with the word that named it."""

    value: Any
    word: str


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    found = Lexicon()
    for phrase, symbol, data in _entries():
        found.add(str(phrase), symbol, data)
    return found


Entries = Iterator[tuple[str, str, Any]]  # a phrase, its type and its content


def _entries() -> Entries:
    for table in map(load, ("calendar", "time", "durations", "ages")):
        for symbol, key in table["types"].items():
            yield from ((word, symbol, Named(data, word)) for word, data in table[key].items())
        for symbol, words in table["links"].items():
            yield from ((word, symbol, word) for word in words)
    calendar = load("calendar")
    yield from ((word, "ordinal", number) for word, number in calendar["ordinals from the end"].items())
    for number, names in calendar["months"].items():
        yield from _named(names, "month", number)
    for number, names in calendar["weekdays"].items():
        yield from _named(names, "weekday", number)
        for name in names:
            yield name + "s", "weekdays", Named(number, name)
            yield from ((f"{name} {other}", "proper", None) for other in calendar["names"]["after"])
            yield from ((f"{other} {name}", "proper", None) for other in calendar["names"]["before"])
    for symbol, kind in (("timeunit", "words"), ("shortunit", "short")):
        yield from ((word, symbol, Named(unit, word)) for word, unit in times_written(kind))
    for word, name in load("durations")["long_words"].items():
        yield word, "longword", Named(times().get(name), word)


def _named(names: Sequence[str], symbol: str, number: int) -> Entries:
    """The names of a month or weekday; short ones may end in a full stop."""
    for name in names:
        yield name, symbol, Named(number, name)
        if name != names[0] and len(name) <= 5:
            yield name + ".", symbol, Named(number, name)


@kept(4_096)
def types(word: str) -> frozenset[str]:
    """The types of a single word in lower case, as far as it has any."""
    node = _lexicon().words.next.get(word)
    return frozenset(symbol for symbol, _ in node.items) if node else frozenset()


class TimeChart(Chart):
    """A chart of a text with the day of its publication and the tense of its sentences."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = text = context.article.text
        self.anchor = Anchor(context.doc, context.article)
        self._sentences: list[tuple[int, frozenset[str]]] = []
        pieces = lex(text)
        self.numerals: dict[int, Edge] = {}
        for numeral in find_numerals(text):
            start = index_at(pieces, numeral.core.start)
            end = index_at(pieces, max(numeral.core.end, numeral.span.end))
            self.numerals[start] = Edge(start, end, "numeral", numeral)
        super().__init__(TIME, pieces, self._items)

    def _items(self, pieces: Sequence[Lex], at: int) -> Iterable[Edge]:
        piece = pieces[at]
        known = _lexicon()
        found = list(known.at(pieces, at)) if piece.lower in known.words.next else []
        found += self.context.chart.of(at, "ordinal")
        if at in self.numerals:
            found.append(self.numerals[at])
        elif piece.is_word and self._describes(pieces, at):
            found.append(Edge(at, at + 1, "adjective", piece.lower))
        if piece.is_number and piece.text.isascii():
            if piece.text.isdecimal() and len(piece.text) < 10:
                found.append(Edge(at, at + 1, "int", int(piece.text)))
            elif "," not in piece.text:
                found.append(Edge(at, at + 1, "pointed", piece.text.split(".")))
        if piece.text in DASHES:
            found.append(Edge(at, at + 1, "dash", piece.text))
        elif piece.piece is Piece.MARK:
            found.append(Edge(at, at + 1, piece.lower, piece.lower))
        return found

    def _describes(self, pieces: Sequence[Lex], at: int) -> bool:
        """Whether an adjective stands before a unit of time, alone or before another: "three hard years"."""
        if not any("timeunit" in types(lower(pieces, at + on)) for on in (1, 2)):
            return False
        word = pieces[at].lower
        other = types(word) or self.ranked(at) or word in length_words("not_after")
        return not other and self.anchor.token(pieces[at].start).pos_ in _DESCRIBING

    def longest_first(self, at: int, *symbols: str) -> list[Edge]:
        return sorted(
            (edge for symbol in symbols for edge in self.of(at, symbol)), key=lambda edge: -edge.end
        )

    def sentence(self, at: int) -> frozenset[str]:
        """The words of the sentence around a piece, in lower case."""
        if not self._sentences:
            doc = self.token(at).doc
            spans = doc.sents if doc.has_annotation("SENT_START") else [doc[:]]
            self._sentences = [(span[0].idx, frozenset(token.lower_ for token in span)) for span in spans]
        index = bisect_right(self._sentences, self.pieces[at].start, key=lambda sentence: sentence[0])
        return self._sentences[max(0, index - 1)][1]

    def is_a(self, at: int, *symbols: str) -> bool:
        """Whether the word at a piece has one of the types, before or after what is read."""
        known = types(self.word(at))
        return not known.isdisjoint(symbols) or ("ordinal" in symbols and self.ranked(at))

    def ranked(self, at: int) -> bool:
        """Whether an ordinal begins at a piece, wherever it stands."""
        return bool(self.context.chart.of(at, "ordinal"))

    def token(self, at: int) -> Any:
        return self.anchor.token(self.pieces[at].start)

    def dash(self, at: int) -> bool:
        return self.word(at) in DASHES

    def breaks(self, at: int) -> bool:
        """Whether a line ends before a piece, or the text is over."""
        if not 0 < at < len(self.pieces):
            return True
        return "\n" in self.text[self.pieces[at - 1].end : self.pieces[at].start]

    def possessive(self, at: int) -> int:
        """The index after an "'s" at a piece; the piece itself where there is none."""
        if self.word(at) != "'" or not self.joined(at):
            return at
        return at + 2 if self.joined(at + 1) and self.word(at + 1) == "s" else at + 1

    def preposition(self, start: int) -> int:
        """The piece before a date, over its hour, an article, the part of a period: "since early August"."""
        hour = self._before_hour(start - 1)
        if self.is_a(hour, "to", "by"):  # "before 7 p.m. Friday" tells nothing of the day
            return hour
        at = start - 1 - self.is_a(start - 1, "the")
        if self.is_a(at, "of") and self.is_a(at - 1, "part"):
            at -= 1
        if self.is_a(at, "part"):
            at -= 1 + self.is_a(at - 1, "the")
        return at

    def _before_hour(self, at: int) -> int:
        """The piece before an hour that ends at a piece: before "5:30 p.m. EST", "noon"."""
        end = at - self.is_a(at, "zone")
        halves = (start for start in range(max(0, end - _HALF), end + 1) if self._half(start, end + 1))
        end = next(halves, at + 1) - 1
        while end < at and (self.number(end) or self.word(end) == ":"):
            end -= 1
        return end

    def _half(self, start: int, end: int) -> bool:
        found = _lexicon().at(self.pieces, start)
        return any(edge.end == end and edge.symbol in ("ampm", "noon") for edge in found)

    def future(self, at: int, start: int, *, weekday: bool = False) -> bool | None:
        """Whether the day named at a piece lies ahead; `start` is where what names it begins."""
        return self.anchor.future(self.pieces[at].start, self.word(self.preposition(start)), weekday=weekday)


@dataclass(slots=True)
class TimeMatch(Match):
    """A match in a chart of time."""

    chart: TimeChart

    @property
    def today(self) -> int | None:
        return self.chart.anchor.day

    def lead(self, *symbols: str, back: int = 1) -> bool:
        """Whether the word before the match, or further back, has one of the types."""
        return self.chart.is_a(self.start - back, *symbols)

    def tail(self, *symbols: str, on: int = 0) -> bool:
        return self.chart.is_a(self.end + on, *symbols)

    def future(self, at: int | None = None) -> bool | None:
        """Whether what is told lies ahead; `at` is the piece that the verb is looked for from."""
        return self.chart.future(self.start if at is None else at, self.start)


TimeChart.match = TimeMatch


def first_part(m: TimeMatch) -> Any:
    """The content of what a match begins with."""
    return m[0]


_Make = Callable[[TimeMatch], Any]
rule: Callable[..., Callable[[_Make], Any]] = TIME.production  # type: ignore[assignment]
