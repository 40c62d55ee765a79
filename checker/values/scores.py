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
from checker.values.lexer import Lex, glued, index_at, lower
from checker.values.numerals import find_numerals
from checker.values.quantity import Numeral, made
from checker.values.readings import Context

DIMENSION = "score"
_DASHES = "-–‑"
_MAX_DIGITS = 4
_FAR, _NEAR = 14, 6  # pieces between the two numbers, pieces around them that tell of a vote


def _words(name: str) -> frozenset[str]:
    return frozenset(load("numbers")["scores"][name])


def find(context: Context) -> Iterator[Value]:
    """Every result of the article."""
    article, pieces = context.article, context.chart.pieces
    for at, piece in enumerate(pieces):
        if piece.is_number and (end := _pair(pieces, at)) is not None:
            yield _value(article, Span(piece.start, pieces[end].end), (piece.text, pieces[end].text))
    numbers = find_numerals(article.text)
    for number in filter(_counted, numbers):
        first, end = index_at(pieces, number.core.start), index_at(pieces, number.core.end)
        if len(number.values) == 2 and lower(pieces, first + 1) in _words("to") and _voted(pieces, first):
            yield _value(article, number.core, number.stated)
    for one, other in pairwise(numbers):
        single = len(one.values) == len(other.values) == 1 and _counted(one) and _counted(other)
        if single and (end := _votes(pieces, one, other)):
            span = Span(one.core.start, pieces[end - 1].end)
            yield _value(article, span, (*one.stated, *other.stated))


def _pair(pieces: Sequence[Lex], at: int) -> int | None:
    """The index of the second number of "3-1" where it is a result, not a range or a part of a code."""
    if at + 2 >= len(pieces) or pieces[at + 1].text not in _DASHES or not pieces[at + 2].is_number:
        return None
    if not (glued(pieces, at + 1) and glued(pieces, at + 2)) or not _whole(pieces, at, at + 2):
        return None
    if glued(pieces, at) and pieces[at - 1].text not in "(\"'“‘[":
        return None
    if f"{pieces[at].text}-{pieces[at + 2].text}" in load("labels")["idioms"]:
        return None  # "a 50-50 call"
    if lower(pieces, at - 1) in load("labels")["before"] and len(pieces[at].text) > 2:
        return None  # "a Boeing 787-9"
    if glued(pieces, at + 3) and (pieces[at + 3].is_word or pieces[at + 3].text in "-–/:%°"):
        return None
    first, second = int(pieces[at].text), int(pieces[at + 2].text)
    near = {piece.lower for piece in pieces[max(0, at - 4) : at]} | {
        piece.lower for piece in pieces[at + 3 : at + 6]
    }
    falls = first >= second and not (first > 999 or second > 999)
    nil = not first and not (at + 3 < len(pieces) and pieces[at + 3].is_word)  # "(9-7, 0-3)"
    return at + 2 if falls or nil or not near.isdisjoint(_words("cues")) else None


def _counted(number: Numeral) -> bool:
    whole = all(value.denominator == 1 and 0 <= value < 10**_MAX_DIGITS for value in number.values)
    return whole and not (number.decimal or number.bare_article or number.magnitude or number.vague)


def _voted(pieces: Sequence[Lex], first: int) -> bool:
    """Whether the words before a number tell of a vote."""
    return any(piece.lower in _words("voted_before") for piece in pieces[max(0, first - _NEAR) : first])


def _votes(pieces: Sequence[Lex], one: Numeral, other: Numeral) -> int:
    """The piece after the votes that two numbers are, for and against; 0 where they are none."""
    start, first = index_at(pieces, one.core.start), index_at(pieces, one.core.end)
    second, end = index_at(pieces, other.core.start), index_at(pieces, other.core.end)
    gap = [piece.lower for piece in pieces[first:second]]
    if len(gap) > _FAR or not _words("stops").isdisjoint(gap):
        return 0
    if gap[-1:] and gap[-1] in _words("to") and len(gap) < 3:
        told = gap[0] in _words("votes") or _voted(pieces, start) or (other.value == 1 and other.digits)
        return end if told else 0
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


def _whole(pieces: Sequence[Lex], *indices: int) -> bool:
    return all(
        (pieces[at].text.isdecimal() and len(pieces[at].text) <= _MAX_DIGITS and pieces[at].text[0] != "0")
        or pieces[at].text == "0"
        for at in indices
    )


def _value(article: Article, span: Span, stated: Sequence[str]) -> Value:
    high, low = sorted(map(int, stated), reverse=True)
    shown = f"{high}-{low}"
    bounds = Interval.point(Fraction(high * 10**_MAX_DIGITS + low), whole=True)
    return made(article.text, Kind.COUNT, span, bounds, stated, low=shown, high=shown, dimension=DIMENSION)
