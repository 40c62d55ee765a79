"""Results of matches and votes: "won 3-1", "a 52-48 vote", "311 votes to 290", "six for and three against".

A result is an ordered pair. Its bounds are one number made of both, larger first, so that equal
results are EQUAL and any two others DISJOINT; `stated` holds the two numbers in the order said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from checker.data import load
from checker.model import Article, Interval, Kind, Span, Value
from checker.values.chart import GRAMMAR, Edge, Match
from checker.values.lexer import Lex, glued, index_at, label_words
from checker.values.numerals import find_numerals
from checker.values.quantity import Numeral, made
from checker.values.readings import Context, reading

DIMENSION = "score"
Pair = tuple[str, str]
_MAX_DIGITS = 4
_FAR, _NEAR = 14, 6  # pieces between the two numbers, pieces around them that tell of a vote


def _words(name: str) -> frozenset[str]:
    return frozenset(load("numbers")["scores"][name])


@GRAMMAR.production("result of a match", "score", "number ~-|dash ~number")
def result(m: Match) -> Pair | None:
    """ "3-1", where it is no range and no part of a code."""
    first, second, pieces = m.pieces[m.start], m.pieces[m.end - 1], m.pieces
    if m.end - m.start != 3 or not (_is_whole(first) and _is_whole(second)) or m.chart.of(m.start, "idiom"):
        return None
    if glued(pieces, m.start) and pieces[m.start - 1].text not in "(\"'“‘[":
        return None
    if m.before() in label_words("labels") and len(first.text) > 2:
        return None  # "a Boeing 787-9"
    word = m.end < len(pieces) and pieces[m.end].is_word
    if glued(pieces, m.end) and (word or pieces[m.end].text in "-–/:%°"):
        return None
    near = {piece.lower for piece in (*pieces[max(0, m.start - 4) : m.start], *pieces[m.end : m.end + 3])}
    falls = int(second.text) <= int(first.text) < 1000
    nil = first.text == "0" and not word  # "(9-7, 0-3)"
    return (first.text, second.text) if falls or nil or not near.isdisjoint(_words("cues")) else None


def _is_whole(piece: Lex) -> bool:
    text = piece.text
    return text == "0" or (text.isdecimal() and len(text) <= _MAX_DIGITS and text[0] != "0")


@GRAMMAR.production("votes to votes", "score", "number votes? to number")
def votes_to_votes(m: Match) -> Pair | None:
    """ "311 votes to 290", "passed by 311 to 290"."""
    one, other = m[0], m.parts[-1].data
    voted = any(
        piece.lower in _words("voted_before") for piece in m.pieces[max(0, m.start - _NEAR) : m.start]
    )
    told = m.has("votes") or voted or (other.value == 1 and other.digits and one.value > 1)
    return (*one.stated, *other.stated) if told and _counted(one) and _counted(other) else None


@reading("score", rank=10)
def score(context: Context, edge: Edge) -> Value:
    return _value(context.article, context.chart.span(edge.start, edge.end), edge.data)


def find(context: Context) -> Iterator[Value]:
    """Every tally of votes for and against."""
    article, pieces = context.article, context.chart.pieces
    for one, other in pairwise(find_numerals(article.text)):
        single = len(one.values) == len(other.values) == 1 and _counted(one) and _counted(other)
        if single and (end := _for_and_against(pieces, one, other)):
            span = Span(one.core.start, pieces[end - 1].end)
            yield _value(article, span, (*one.stated, *other.stated))


def _counted(number: Numeral) -> bool:
    whole = all(value.denominator == 1 and 0 <= value < 10**_MAX_DIGITS for value in number.values)
    return whole and not (number.decimal or number.bare_article or number.magnitude or number.vague)


def _for_and_against(pieces: Sequence[Lex], one: Numeral, other: Numeral) -> int:
    """The piece after the votes that two numbers are, for and against; 0 where they are none."""
    start, first = index_at(pieces, one.core.start), index_at(pieces, one.core.end)
    second, end = index_at(pieces, other.core.start), index_at(pieces, other.core.end)
    gap = [piece.lower for piece in pieces[first:second]]
    if len(gap) > _FAR or not _words("stops").isdisjoint(gap):
        return 0
    most = {piece.lower for piece in pieces[max(0, start - 2) : start]} & _words("majority")
    voted = not _words("votes").isdisjoint([*gap, *(piece.lower for piece in pieces[end : end + _NEAR])])
    told = not _words("in_favour").isdisjoint(gap) or (voted and not _words("for").isdisjoint(gap))
    if not most and not told:
        return 0
    for at in range(end, min(len(pieces), end + _NEAR)):
        if pieces[at].lower in _words("against"):
            return at + 1
        if not pieces[at].is_word:
            break
    return 0


def _value(article: Article, span: Span, stated: Sequence[str]) -> Value:
    high, low = sorted(map(int, stated), reverse=True)
    shown = f"{high}-{low}"
    bounds = Interval.point(Fraction(high * 10**_MAX_DIGITS + low), whole=True)
    return made(article.text, Kind.COUNT, span, bounds, stated, low=shown, high=shown, dimension=DIMENSION)
