"""The items of time: words of the calendar, the clock and of lengths, with their types in rules/vocabulary.

Pieces are those of `lexer` with possessives taken apart ("Tuesday's" is "tuesday", "'", "s"), so that a day
ends where its name ends. `TimeChart` is a chart over them that knows the article's day and the parse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, cast

from checker.data import load
from checker.values.anchor import Anchor
from checker.values.chart import Chart, Edge, Grammar, Match
from checker.values.lengths import units
from checker.values.lexer import Lex, Piece, glued, lex, lower
from checker.values.numerals import find_numerals

APOSTROPHES = frozenset("'’‘`")
DASHES = frozenset("-‐‑‒–—−")
TIME = Grammar()


class Named(NamedTuple):
    """A month, a weekday, a unit and the like, with the word that named it."""

    value: Any
    word: str


@lru_cache(maxsize=8)
def split(text: str) -> tuple[Lex, ...]:
    """The pieces of `text`; words with an apostrophe come apart there."""
    found: list[Lex] = []
    for piece in lex(text):
        if piece.lower in APOSTROPHES:
            found.append(piece._replace(lower="'"))
        elif not piece.is_word or "'" not in piece.lower:
            found.append(piece)
        else:
            found.extend(_apart(piece))
    return tuple(found)


def _apart(piece: Lex) -> Iterator[Lex]:
    at = piece.start
    for n, part in enumerate(piece.lower.split("'")):
        if n:
            yield Lex(at, at + 1, Piece.MARK, "'", "'")
            at += 1
        if part:
            yield Lex(at, at + len(part), Piece.WORD, piece.text[at - piece.start :][: len(part)], part)
        at += len(part)


Phrases = dict[
    str, list[tuple[tuple[str, ...], str, Any]]
]  # by first word: the phrase, its type, its content


@lru_cache(maxsize=1)
def _phrases() -> Phrases:
    table: Phrases = {}
    for phrase, symbol, data in _entries():
        words = tuple(piece.lower for piece in split(str(phrase)))
        table.setdefault(words[0], []).append((words, symbol, data))
    return table


def _entries() -> Iterator[tuple[str, str, Any]]:
    calendar, time, lasting = load("calendar"), load("time"), load("durations")
    full, short = units()
    for symbol in ("months", "weekdays"):
        for number, names in calendar[symbol].items():
            for name in names:
                yield name, symbol[:-1], Named(number, name)
                if symbol == "weekdays":
                    yield name + "s", symbol, Named(number, name)
                if len(name) <= 5 and name != names[0]:
                    yield name + ".", symbol[:-1], Named(number, name)
    for symbol, table in (
        ("holiday", calendar["holidays"]),
        ("season", calendar["seasons"]),
        ("part", calendar["part_words"]),
        ("relday", time["relative_days"]),
        ("daypart", time["dayparts"]),
        ("deictic", time["deictics"]),
        ("zone", time["zones"]),
        ("noon", time["clock_words"]),
        ("ampm", time["ampm"]),
        ("hourword", time["hour_words"]),
        ("past_hour", time["minutes_past"]),
        ("decades", time["decades"]),
        ("longword", {word: full.get(name) for word, name in lasting["long_words"].items()}),
        ("quarterly", time["quarter_letters"]),
        ("regular", lasting["recurrence"]),
        ("often", lasting["times"]),
        ("limit", load("ages")["limits"]),
        ("older", {word: end for word, end in load("ages")["limits"].items() if word.endswith("er")}),
    ):
        for word, data in table.items():
            yield word, symbol, Named(data, word)
    for name, words in time["units"].items():
        for word in words:
            yield word, "unit", Named(name, word)
    for number, word in enumerate(calendar["ordinals"], 1):
        yield word, "ordinal", number
        for tens, size in calendar["ordinal_tens"].items():
            if number < 10:
                yield f"{tens} {word}", "ordinal", size + number
                yield f"{tens}-{word}", "ordinal", size + number
    for word, number in calendar["ordinal_rest"].items():
        yield word, "ordinal", number
    for word, unit in full.items():
        yield word, "timeunit", Named(unit, word)
    for word, unit in short.items():
        yield word, "shortunit", Named(unit, word)
    for table in (time["links"], lasting["links"], load("ages")["links"]):
        for symbol, words in table.items():
            for word in words:
                yield word, symbol, word


@lru_cache(maxsize=4096)
def types(word: str) -> frozenset[str]:
    """The types of a single word in lower case, as far as it has any."""
    return frozenset(symbol for words, symbol, _ in _phrases().get(word, ()) if words == (word,))


class TimeChart(Chart):
    """A chart of a text with the day of its publication and the tense of its sentences."""

    def __init__(self, text: str, anchor: Anchor) -> None:
        self.text = text
        self.anchor = anchor
        pieces = split(text)
        at = {piece.start: n for n, piece in enumerate(pieces)}
        ends = {piece.end: n + 1 for n, piece in enumerate(pieces)}
        self.numerals: dict[int, Edge] = {}
        for numeral in find_numerals(text):
            start, end = at.get(numeral.core.start), ends.get(max(numeral.core.end, numeral.span.end))
            if start is not None and end is not None:
                self.numerals[start] = Edge(start, end, "numeral", numeral)
        super().__init__(TIME, pieces, self._items)

    def _items(self, pieces: Sequence[Lex], at: int) -> Iterable[Edge]:
        piece = pieces[at]
        found = [
            Edge(at, at + len(words), symbol, data)
            for words, symbol, data in _phrases().get(piece.lower, ())
            if all(lower(pieces, at + n) == word for n, word in enumerate(words))
        ]
        if at in self.numerals:
            found.append(self.numerals[at])
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

    def longest(self, start: int, symbol: str) -> Edge | None:
        return max(self.of(start, symbol), key=lambda edge: edge.end, default=None)

    def sentence(self, at: int) -> frozenset[str]:
        """The words of the sentence around a piece, in lower case."""
        return frozenset(token.lower_ for token in self.token(at).sent)

    def word(self, at: int) -> str:
        return lower(self.pieces, at)

    def is_a(self, at: int, *symbols: str) -> bool:
        """Whether the word at a piece has one of the types, before or after what is read."""
        return not types(self.word(at)).isdisjoint(symbols)

    def alpha(self, at: int) -> bool:
        """Whether a word or a number stands there."""
        return 0 <= at < len(self.pieces) and self.pieces[at].piece is not Piece.MARK

    def capital(self, at: int) -> bool:
        return 0 <= at < len(self.pieces) and self.pieces[at].text[:1].isupper()

    def joined(self, at: int) -> bool:
        return glued(self.pieces, at)

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
        """The piece before a date, over an article and the part of a period: "since early August"."""
        at = start - 1 - self.is_a(start - 1, "the")
        if self.is_a(at, "of") and self.is_a(at - 1, "part"):
            at -= 1
        if self.is_a(at, "part"):
            at -= 1 + self.is_a(at - 1, "the")
        return at

    def future(self, at: int, start: int, *, weekday: bool = False) -> bool | None:
        """Whether the day named at a piece lies ahead; `start` is where what names it begins."""
        return self.anchor.future(self.pieces[at].start, self.word(self.preposition(start)), weekday=weekday)


def chart_of(match: Match) -> TimeChart:
    return cast(TimeChart, match.chart)
