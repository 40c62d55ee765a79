"""Readings of a number as a code or a label: "F-16", "0800 555111", "Section 427", "10 Downing Street".

What tells by the words beside it that a number says which is data (`which` in rules/vocabulary/labels.yaml).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from checker.data import load
from checker.values.conditions import Place
from checker.values.items import Lexicon, lexicon_part
from checker.values.lexer import HYPHENS, Lex, glued, index_at, label_words, lower
from checker.values.quantity import Numeral
from checker.values.readings import Context

SURE, LIKELY, MAYBE = 4, 2, 1
PLURAL = ("NNS", "NNPS")


@lexicon_part
def _idioms(found: Lexicon) -> None:
    for table, as_written in (("idioms", False), ("names", True)):
        for phrase in load("labels")[table]:
            found.add(phrase, "idiom", phrase, as_written=as_written)


@lru_cache(maxsize=1)
def lists() -> dict[str, frozenset[str]]:
    """The lists that conditions of labels name: those of labels, and the links."""
    every = {**load("grammar")["links"], **load("labels")}
    return {name: frozenset(words) for name, words in every.items()}


class Spot(Place):
    """A number in its text: its pieces, the words around and its tokens."""

    def __init__(self, context: Context, number: Numeral) -> None:
        pieces = context.chart.pieces
        first, end = (index_at(pieces, offset) for offset in (number.core.start, number.core.end))
        super().__init__(pieces, number, first, end, end, lists())
        self.context = context
        self.text = context.article.text
        self.token: Any = context.tokens.at(number.core.start)
        self.last: Any = context.tokens.last(number.core)
        self.bare = number.digits and not number.limit and number.scale == 1 and not number.range

    def capital(self, at: int) -> bool:
        return 0 <= at < len(self.pieces) and self.pieces[at].text[0].isupper()

    @property
    def counts(self) -> bool:
        """Whether it is the number of a plural noun after it."""
        return counts(self.last)


def counts(token: Any) -> bool:
    """Whether a number counts what comes after it: "2000 tonnes"."""
    head = token.head
    many = head.tag_ in PLURAL or head.lower_ in label_words("plurals")
    return bool(token.dep_ == "nummod" and head.i > token.i and many)


def in_capitals(token: Any) -> bool:
    """ "the Third Reich", "a Big Ten title": capitals that neither the sentence nor a headline asks for."""
    if token.i == 0 or token.is_sent_start or token.i + 1 >= len(token.doc):
        return False
    before, after = token.nbor(-1), token.nbor()
    opened = before.lower_ in label_words("definite") and (before.is_lower or before.is_sent_start)
    ends = any(not other.is_title for other in token.doc[token.i + 1 : token.i + 4])
    return bool(token.is_title and opened and after.is_title and after.pos_ == "PROPN" and ends)


def told(spot: Spot, name: str) -> int:
    """Whether a reading of `which` holds by what stands beside the number."""
    reading = load("labels")["which"][name]
    return SURE * (spot.holds(reading["if"]) and not spot.holds(reading.get("unless", ())))


def telephone(spot: Spot) -> int:
    """ "called 911", "on 0800 555111", "0845 125 222": what is dialled."""
    pieces, first, end = spot.pieces, spot.start, spot.end
    number = pieces[first].text
    if number.isdecimal() and number[0] == "0" and 1 < len(number) < 4 and number.strip("0"):
        return SURE  # "Schalke 04"
    if spot.word("-1") == "(" and spot.word("+0") == ")" and _dialled(pieces, end + 1):
        return SURE
    at = first
    while at > max(0, first - 3) and pieces[at].text.isdecimal() and pieces[at - 1].text.isdecimal():
        at -= 1
    opening = pieces[at].text
    return SURE * (end - first == 1 and opening[0] == "0" and opening.isdecimal() and len(opening) > 2)


def _dialled(pieces: Sequence[Lex], at: int) -> bool:
    """Whether "555-0147" stands at piece `at`, behind its area code."""
    numbers = [pieces[i].text for i in (at, at + 2) if i < len(pieces)]
    joined = lower(pieces, at + 1) in HYPHENS and glued(pieces, at + 1) and glued(pieces, at + 2)
    return joined and all(n.isdecimal() for n in numbers) and [len(n) for n in numbers] == [3, 4]


def list_number(spot: Spot) -> int:
    """ "1. Preheat", "(2) The court": a small number at the start of a line, closed by a mark."""
    pieces, first, end, text = spot.pieces, spot.start, spot.end, spot.text
    if spot.word("+0") not in (".", ")") or not pieces[first].text.isdecimal() or end - first != 1:
        return 0
    start = pieces[first - 1].start if spot.word("-1") == "(" else pieces[first].start
    line = text.rfind("\n", max(0, start - 8), start) + 1 or max(0, start - 8)
    if text[line:start].strip() or (line and text[line - 1] != "\n"):
        return 0
    opens = end + 1 < len(pieces) and pieces[end + 1].start > pieces[end].end and spot.capital(end + 1)
    return SURE * opens


def idiom(spot: Spot) -> int:
    """Whether a fixed expression or a name as written covers the number."""
    return SURE * spot.context.chart.covers(spot.start, spot.end, "idiom")


def address(spot: Spot) -> int:
    """ "10 Downing Street", "16-18 Industrial Avenue"."""
    if not spot.holds(["digits & !decimal & unscaled"]):
        return 0
    at = spot.end
    while at < min(len(spot.pieces), spot.end + 4) and spot.pieces[at].is_word and spot.capital(at):
        if at > spot.end and spot.pieces[at].lower in label_words("streets"):
            return SURE
        at += 1
    return 0
