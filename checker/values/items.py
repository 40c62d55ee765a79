"""The items of a chart: words and phrases with the types that the tables in rules/vocabulary give them.

A phrase may have several types ("second", "pound", "m"); the productions settle which one it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache, reduce
from operator import getitem
from typing import Any, NamedTuple

from checker.data import load
from checker.values.chart import Edge
from checker.values.lexer import HYPHENS, Lex, Piece, glued, lex, lower
from checker.values.literals import GLYPHS, read_literal, suffix_at
from checker.values.quantity import Numeral
from checker.values.units import Form, forms

DASHES = "-‐‑–—~"
_ROUND = Fraction(10)


class Scale(NamedTuple):
    size: Fraction
    plural: bool = False


class Denominator(NamedTuple):
    below: Fraction
    plural: bool


class Limit(NamedTuple):
    """A hedge: its name in rules/vocabulary/hedges.yaml and the sign shown."""

    name: str
    sign: str
    words: str


@dataclass(slots=True)
class _Node:
    items: list[tuple[str, Any]] = field(default_factory=list)
    next: dict[str, _Node] = field(default_factory=dict)


@dataclass(slots=True)
class Lexicon:
    """Phrases by their first piece: in any case, and those that count only as written."""

    words: _Node = field(default_factory=_Node)
    written: _Node = field(default_factory=_Node)

    def add(self, phrase: str, symbol: str, data: Any, *, as_written: bool = False) -> None:
        node = self.written if as_written else self.words
        for piece in lex(phrase):
            node = node.next.setdefault(piece.text if as_written else piece.lower, _Node())
        node.items.append((symbol, data))

    def at(self, pieces: Sequence[Lex], start: int) -> Iterator[Edge]:
        for root, as_written in ((self.words, False), (self.written, True)):
            node, end = root, start
            while end < len(pieces):
                found = node.next.get(pieces[end].text if as_written else pieces[end].lower)
                if found is None:
                    break
                node, end = found, end + 1
                for symbol, data in node.items:
                    yield Edge(start, end, symbol, data)


def number_word(value: int | Fraction, room: int | Fraction = 1) -> Numeral:
    """A number in words; its step is the place of its last digit."""
    whole = Fraction(value)
    step = Fraction(10) if whole >= 20 and whole % 10 == 0 else Fraction(1)
    return Numeral.plain(whole, step, room=Fraction(room))


Fill = Callable[[Lexicon], None]
_FILLS: list[Fill] = []


def lexicon_part(fill: Fill) -> Fill:
    """Adds a table to the lexicon; each family of productions brings its own."""
    _FILLS.append(fill)
    return fill


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    found = Lexicon()
    for fill in _FILLS:
        fill(found)
    return found


@lexicon_part
def _numbers(found: Lexicon) -> None:
    data = load("numbers")
    for word, value in data["units"].items():
        found.add(word, "number", number_word(value))
    for word, value in data["tens"].items():
        found.add(word, "number", number_word(value, 10))
    for word, size in (data["scales"] | data["dozens"] | {"hundred": 100}).items():
        found.add(word, "scale", Scale(Fraction(size)))
    found.add(data["grand"]["word"], "grand", Scale(Fraction(data["grand"]["scale"])))
    for word, size in data["scale_plurals"].items():
        found.add(word, "scale", Scale(Fraction(size), plural=True))
    for word, below in data["denominators"].items():
        found.add(word, "denominator", Denominator(Fraction(below), plural=False))
        found.add(
            data["denominator plurals"].get(word, word + "s"),
            "denominator",
            Denominator(Fraction(below), True),
        )
    for word in data["part words"]:
        part = Numeral.plain(1 / Fraction(data["denominators"][word]), None, fraction=True)
        found.add(word, "part", part)
    for glyph, value in GLYPHS.items():
        found.add(glyph, "number", Numeral.plain(value, None, fraction=True, digits=True))


@lexicon_part
def _links(found: Lexicon) -> None:
    for symbol, words in load("grammar")["links"].items():
        for word in words:
            found.add(word, symbol.replace(" ", "_"), word)
    hedges = load("hedges")
    for place, symbol in (("before", "hedge"), ("after", "hedge_after")):
        for name, entry in hedges[place].items():
            made = (
                p.format(w)
                for way, ws in hedges["comparatives"].items()
                for p in entry.get(f"of {way}", ())
                for w in ws
            )
            for cue in (*entry["cues"], *made):
                found.add(cue, symbol, Limit(name, entry["sign"], cue))
    for table in ("numbers", "hedges", "currencies"):
        for symbol, path in load(table)["types"].items():
            words = reduce(getitem, path.split("/"), load(table))
            for word in words:
                found.add(word, symbol, words[word] if isinstance(words, dict) else word)


@lexicon_part
def _units(found: Lexicon) -> None:
    for form in forms():
        for text in (
            {form.text, form.text.replace(" ", "-"), form.text.replace("-", " ")}
            if form.word
            else {form.text}
        ):
            found.add(text, "unit", form, as_written=not form.word)


def unit_at(pieces: Sequence[Lex], at: int) -> Edge | None:
    """The longest unit written from a piece; of a symbol all is glued together that has no space."""
    found = [edge for edge in lexicon().at(pieces, at) if edge.symbol == "unit" and _as_spaced(pieces, edge)]
    return max(found, key=lambda edge: (edge.end, not edge.data.word), default=None)


def _as_spaced(pieces: Sequence[Lex], edge: Edge) -> bool:
    form: Form = edge.data
    return form.word or " " in form.text or all(glued(pieces, at) for at in range(edge.start + 1, edge.end))


def items(pieces: Sequence[Lex], at: int) -> Iterable[Edge]:
    """Every item that begins at a piece."""
    piece, known = pieces[at], lexicon()
    begins = piece.lower in known.words.next or piece.text in known.written.next
    if piece.is_word and not begins and not (at and (pieces[at - 1].is_number or _per(pieces, at))):
        return ()
    found = [edge for edge in known.at(pieces, at) if edge.symbol != "unit"] if begins else []
    if piece.is_word and at and _per(pieces, at):
        found.append(Edge(at, at + 1, "word", piece.lower))
    if begins and (unit := unit_at(pieces, at)) is not None:
        found.append(unit)
    if piece.is_number:
        literal = read_literal(pieces, at)
        if literal is not None and not _in_identifier(pieces, at):
            found.append(Edge(at, literal[1], "number", literal[0]))
        return found
    if piece.is_word:
        if (suffix := suffix_at(pieces, at)) is not None:
            found.append(Edge(at, at + 1, "suffix", Scale(suffix)))
        return found
    found.extend(_marks(pieces, at))
    return found


def _per(pieces: Sequence[Lex], at: int) -> bool:
    """Whether a word stands after "per", where any noun may be what an amount is per."""
    return pieces[at - 1].lower in load("currencies")["by any"]


def _marks(pieces: Sequence[Lex], at: int) -> Iterator[Edge]:
    """Hyphens inside words, dashes between numbers, and signs before them."""
    mark, tight = pieces[at].text, glued(pieces, at + 1)
    apart = not tight and not glued(pieces, at) and 0 < at < len(pieces) - 1
    joined = apart and not (pieces[at + 1].is_number or pieces[at - 1].piece is Piece.MARK)
    if mark in HYPHENS and glued(pieces, at) and tight:
        yield Edge(at, at + 1, "-", mark)
    if mark in HYPHENS and glued(pieces, at) and not tight:
        yield Edge(at, at + 1, "hang", mark)
    if mark in DASHES and glued(pieces, at) == tight:
        yield Edge(at, at + 1, "dash", mark)
    if mark in HYPHENS and joined and pieces[at + 1].is_word:
        yield Edge(at, at + 1, "-", mark)
    if mark in "-−–+" and (tight or at == 0) and _signs(pieces, at):
        yield Edge(at, at + 1, "sign", mark)
    if mark in "-−–" and tight and at and lower(pieces, at - 1) in load("numbers")["signs"]:
        yield Edge(at, at + 1, "-", mark)  # "minus-260"


def _signs(pieces: Sequence[Lex], at: int) -> bool:
    """Whether a mark stands where a sign may, with a space or an opening mark before it."""
    if pieces[at].text == "–":
        return False
    return at == 0 or pieces[at - 1].end < pieces[at].start or pieces[at - 1].text in "($€£¥,;:=<>~["


def _in_identifier(pieces: Sequence[Lex], at: int) -> bool:
    """Digits glued to letters before them ("A2", "F-16" by its hyphen) are part of a name."""
    if not glued(pieces, at):
        return False
    before, words = pieces[at - 1], load("numbers")
    money = load("currencies")
    if before.text in money["before"] and (
        before.text not in money["glued"]
        or suffix_at(pieces, at + 1)
        or lower(pieces, at + 1) in words["scales"]
    ):
        return False  # rand: "R500m"; the R500 is a camera
    if before.lower in words["compound_units"] and glued(pieces, at - 1) and pieces[at - 2].is_number:
        return not (glued(pieces, at + 1) and pieces[at + 1].is_word)  # "2h30m", "7lb3oz"
    if at > 1 and glued(pieces, at - 1) and pieces[at - 2].text in load("currencies")["symbols"]:
        return False  # "$A5m"
    coded = any(edge.symbol == "code" and edge.end == at for edge in lexicon().at(pieces, at - 1))
    marked = coded or (len(before.text) > 1 and before.lower in words["currency_marks"])
    return before.is_word and not marked  # "UAH300", not "A2"
