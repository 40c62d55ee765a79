"""Ordinals and multiples: "third", "the hundred and first", "doubled", "three times as many"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Interval, Kind, Span, Value
from checker.values.chart import GRAMMAR, Edge, Match
from checker.values.hedging import hedgeable, ranged
from checker.values.items import Denominator, Lexicon, lexicon_part
from checker.values.labels import in_capitals
from checker.values.lexer import glued, is_link, label_words
from checker.values.nouns import counted_after
from checker.values.quantity import Numeral, made
from checker.values.readings import Context, reading

if TYPE_CHECKING:
    from checker.language import Token

DIMENSION = "multiple"
_LARGEST = 10**15
_MOST = 100  # "the 777X"


@GRAMMAR.production("ordinal", "ordinal", "ordinal_word", "denominator", "number ~ordinal_ending")
def ordinal(m: Match) -> int | None:
    """ "second", "third", "30th", "1,000th"."""
    if m.has("ordinal_ending"):
        whole = m[0].digits and m[0].scale == 1 and m[0].value.denominator == 1
        return int(m[0].value) if whole and m.end == m.start + 2 and m[0].value < _LARGEST else None
    if m.has("ordinal_word"):
        return int(m[0])
    below: Denominator = m[0]
    plain = not below.plural and m.pieces[m.end - 1].lower not in load("numbers")["part words"]
    return int(below.below) if plain else None


@GRAMMAR.production("number and ordinal", "ordinal", "number -? ordinal", "number and ordinal")
def compound(m: Match) -> int | None:
    """ "twenty-fifth", "one hundred and first", "three trillionth"."""
    number: Numeral = m[0]
    last: int = m.parts[-1].data
    said = m.pieces[m.end - 1].lower in load("numbers")["ordinal endings"]
    if number.digits or said or number.value.denominator != 1 or number.article or number.fraction:
        return None
    if last >= 100:
        return int(number.value) * last if not m.has("and") else None
    fits = (number.room == 10 and last < 10) or (number.room >= 100 and last < 100)
    return int(number.value) + last if fits and (not m.has("and") or number.room >= 100) else None


@GRAMMAR.production("scale and ordinal", "ordinal", "scale and ordinal")
def after_scale(m: Match) -> int | None:
    """ "the hundred and first"."""
    told = m.before() in load("numbers")["definite"] and m[2] < 100 <= m[0].size <= 1000
    return int(m[0].size) + int(m[2]) if told else None


@GRAMMAR.production("a rank as a number", "rank", "whose? ordinal")
def as_number(m: Match) -> Numeral:
    return replace(Numeral.plain(Fraction(m.part("ordinal")), Fraction(1)), span=m.span, core=m.span)


GRAMMAR.production(
    "range of ranks", "rank", "between? rank to|dash rank", "between rank and rank", "from rank to rank"
)(ranged)
hedgeable("rank")


@reading("rank", rank=8)
def ranks(context: Context, edge: Edge) -> Value | None:
    """Two ends of one rank: "between the fourth and the ninth", not "the first to third floors"."""
    number: Numeral = edge.data
    counted = counted_after(context.doc, number.span) if number.range else None
    if not number.range or (counted and counted.head not in load("numbers")["ranked"]):
        return None
    bounds = replace(number.bounds, whole=True)
    return made(context.article.text, Kind.ORDINAL, number.span, bounds, number.values, counted=counted)


@reading("ordinal", rank=8)
def rank(context: Context, edge: Edge) -> Value | None:
    span = context.chart.span(edge.start, edge.end)
    if _is_idiom(context, edge):
        return None
    said, counted = Fraction(edge.data), counted_after(context.doc, span)
    bounds = Interval.point(said, whole=True)
    return made(context.article.text, Kind.ORDINAL, span, bounds, [said], counted=counted)


@lexicon_part
def _idioms(found: Lexicon) -> None:
    for symbol, name in (("rank_idiom", "idioms"), ("part_idiom", "parts")):
        for phrase in load("numbers")["ordinal_idioms"][name]:
            for form in (phrase, phrase.replace(" ", "-")):
                found.add(form, symbol, phrase)


def _is_idiom(context: Context, edge: Edge) -> bool:
    """ "second thoughts", "at first", "a split second", "two thirds", "223rd Street": no rank."""
    chart, at, end = context.chart, edge.start, edge.end
    token, word = context.tokens.at(chart.pieces[at].start), chart.word(end - 1)
    times = load("numbers")["ordinal_idioms"]["times"]
    if chart.covers(at, end, "rank_idiom") or (
        chart.capital(end) and chart.word(end) in label_words("streets")
    ):
        return True
    third = is_link(chart.word(at - 1), "article") and word not in times and _narrows(token)
    if chart.covers(at, end, "part_idiom") and not third:
        return True
    return chart.number(at - 1) if word in times else in_capitals(token)


def _narrows(token: Token) -> bool:
    """Whether a noun follows, as in "a third term": the fraction is "a third of"."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    return after is not None and after.pos_ in ("NOUN", "ADJ") and token.head.i > token.i


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
    number: Numeral = m.part("quantity")
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
