"""Multiples: "doubled", "more than sixfold", "three times as many", "by a factor of ten"."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from checker.data import load
from checker.model import Kind, Span, Value
from checker.values.chart import GRAMMAR, Edge, Match
from checker.values.hedging import hedgeable
from checker.values.items import Lexicon, lexicon_part
from checker.values.lexer import glued
from checker.values.quantity import Numeral, made
from checker.values.readings import Context, reading

DIMENSION = "multiple"
_MOST = 100  # "the 777X"


@dataclass(frozen=True, slots=True)
class Multiple:
    number: Numeral
    change: str | None
    span: Span


@lexicon_part
def _multiples(found: Lexicon) -> None:
    data = load("numbers")
    for word, entry in data["multiples"]["words"].items():
        factor, change = str(entry).split()
        found.add(word, "factor", (Fraction(factor), change if change in ("up", "down") else None))
    for word, value in data["units"].items():
        found.add(word + data["multiples"]["fold"][0], "factor", (Fraction(value), None))
    for word in data["multiples"]["fold"]:
        found.add(word, "fold", word)
    for word in data["multiples"]["x"]:
        found.add(word, "x", word)
    for word in data["multiples"]["factor of"]:
        found.add(word, "factor_of", word)


@GRAMMAR.production("factor in a word", "multiple", "factor")
def in_a_word(m: Match) -> Multiple | None:
    """ "doubled", "tenfold", "twice as many", "halved"."""
    data, word = load("numbers")["multiples"], m.pieces[m.start].lower
    if (word in data["needs_after"] and m.after() not in data["after"]) or m.after() in data["not before"]:
        return None
    value, change = m[0]
    return Multiple(Numeral.plain(value, Fraction(1)), change, m.span) if value else None


@GRAMMAR.production(
    "so many times",
    "multiple",
    "quantity times_word",
    "quantity -? fold",
    "quantity ~x",
    "factor_of quantity",
)
def so_many_times(m: Match) -> Multiple | None:
    """ "three times as many", "a 20-fold rise", "5x", "by a factor of ten"."""
    number: Numeral = m.get("quantity")
    if number.bare_article or number.vague:
        return None
    if m.has("times_word") and m.after() not in load("numbers")["multiples"]["after"]:
        return None
    if m.has("x"):
        capital = m.pieces[m.end - 1].text.isupper()
        if not number.digits or glued(m.pieces, m.end) or (number.value > _MOST and capital):
            return None
    return Multiple(number, None, m.span)


hedgeable("multiple")


@reading("multiple", rank=7)
def multiple(context: Context, edge: Edge) -> Value:
    found: Multiple = edge.data
    return made(
        context.article.text,
        Kind.COUNT,
        found.span,
        found.number.bounds,
        found.number.values,
        unit="times",
        dimension=DIMENSION,
        hedge=found.number.hedge,
        change=found.change,
    )
