"""Amounts that leave their currency to the amount before them: "118 billion euros, 22 billion more"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.data import load
from checker.values.lexer import Lex, index_at, lower
from checker.values.money_forms import Amount
from checker.values.numerals import Numeral

_LARGE = 10**6
_REACH = 10  # pieces between the two, what stands in brackets included


def carried(pieces: Sequence[Lex], numeral: Numeral, amounts: Sequence[Amount]) -> Amount | None:
    """`numeral` as an amount of the currency told before it; None where it may be a number of anything else.

    Only large numbers that nothing is counted by, right after the first amount or joined to it by a
    word such as "from" or "compared with"; "and" may join what is of two kinds.
    """
    if numeral.scale < _LARGE or not numeral.digits or len(numeral.values) != 1:
        return None
    start, end = index_at(pieces, numeral.span.start), index_at(pieces, numeral.span.end)
    for before in reversed(amounts[-2:]):
        if lower(pieces, before.start - 1) == "(" and len(amounts) > 1:
            continue  # the same again in another currency
        if before.rate is not None or before.numeral.scale < _LARGE or not 0 <= start - before.end <= _REACH:
            continue
        gap = _outside_brackets([piece.lower for piece in pieces[before.end : start]])
        if gap is not None and _joined(gap, lower(pieces, end)) and _ends(pieces, end):
            return Amount(numeral, before.currency, start, end)
    return None


def _outside_brackets(words: list[str]) -> list[str] | None:
    """The words without what stands in brackets; None where a bracket stays open."""
    if words[:1] == ["("]:
        return words[words.index(")") + 1 :] if ")" in words else None
    return None if {"(", ")"} & set(words) else words


def _joined(gap: list[str], after: str) -> bool:
    link = " ".join(word for word in gap if word != ",")
    if not link:
        return bool(gap) and after in load("currencies")["carried"]["compared"]
    return link in load("currencies")["carried"]["links"]


def _ends(pieces: Sequence[Lex], end: int) -> bool:
    """Whether nothing is counted by the number: a mark follows, or a word that starts another phrase."""
    return end >= len(pieces) or not pieces[end].is_word or lower(pieces, end) in _stops()


def _stops() -> list[str]:
    data = load("currencies")["carried"]
    return [*data["compared"], *data["stops"]]
