"""Results of matches and votes: "won 3-1", "a 52-48 vote", "by 311 votes to 290".

A result is an ordered pair. Its bounds are one number made of both, larger first, so that equal
results are EQUAL and any two others DISJOINT; `stated` holds the two numbers in the order said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Article, Interval, Kind, Span, Value
from checker.values.lexer import Lex, glued, lex, lower
from checker.values.votes import told_votes

if TYPE_CHECKING:
    from checker.language import Doc

DIMENSION = "score"
_DASHES = "-–‑"
_MAX_DIGITS = 4


@lru_cache(maxsize=1)
def _cues() -> frozenset[str]:
    return frozenset(load("numbers")["scores"]["cues"])


def find(doc: Doc, article: Article) -> Iterator[Value]:
    """Every result of the article."""
    pieces = lex(article.text)
    for at, piece in enumerate(pieces):
        if not piece.is_number:
            continue
        end = _pair(pieces, at) or _votes(pieces, at)
        if end is not None:
            span = Span(pieces[at].start, pieces[end].end)
            yield _value(article, span, (pieces[at].text, pieces[end].text))
    for span, stated in told_votes(article.text):
        yield _value(article, span, stated)


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
    if near & _cues() or (first >= second and not (first > 999 or second > 999)):
        return at + 2
    return None


def _votes(pieces: Sequence[Lex], at: int) -> int | None:
    """The index of the second number of "311 votes to 290", "voted 311 to 290" and "split 4 to 1"."""
    words = load("numbers")["scores"]["votes"]
    after = at + 2 if lower(pieces, at + 1) in words else at + 1
    if (
        lower(pieces, after) not in ("to", "against")
        or after + 1 >= len(pieces)
        or not pieces[after + 1].is_number
    ):
        return None
    voted = (
        after == at + 2
        or pieces[after + 1].text == "1"
        or any(piece.lower in words for piece in pieces[max(0, at - 4) : at])
    )
    return after + 1 if voted and _whole(pieces, at, after + 1) else None


def _whole(pieces: Sequence[Lex], *indices: int) -> bool:
    return all(
        (pieces[at].text.isdecimal() and len(pieces[at].text) <= _MAX_DIGITS and pieces[at].text[0] != "0")
        or pieces[at].text == "0"
        for at in indices
    )


def _value(article: Article, span: Span, stated: tuple[str, str]) -> Value:
    high, low = sorted(map(int, stated), reverse=True)
    shown = f"{high}-{low}"
    return Value(
        Kind.COUNT,
        span,
        article.words(span),
        stated,
        Interval.point(Fraction(high * 10**_MAX_DIGITS + low), whole=True),
        low=shown,
        high=shown,
        dimension=DIMENSION,
    )
