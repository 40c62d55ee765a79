"""Numerals: every number of a text with its hedge and range, whatever it may be a number of.

The kinds (counts, money, measures …) start from these and add what the number is of:

    for numeral in find_numerals(text): ...

`find_numerals` is a pure function of the text and cached, so each kind may call it. It also yields
"a" and "an" (`article` alone: "a gallon", "an hour") and "several" (`vague`); skip what you do not
want. After a unit has been read, `hedged_after` takes a hedge that follows it ("100 metres or more").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from checker.model import Interval, Span
from checker.values.cardinals import read_cardinal
from checker.values.hedged_numerals import hedged, hedged_after, two_sided
from checker.values.lexer import Lex, Piece, glued, lex, lower
from checker.values.literals import GLYPHS, Cardinal, words
from checker.values.magnitudes import read_magnitude, read_vague
from checker.values.quantity import Numeral, decimal_text
from checker.values.signs import negative_at, sign_of

_LINKS = ("-", "–", "—", "~", "to")

__all__ = ["Numeral", "decimal_text", "find_numerals", "hedged_after"]


@lru_cache(maxsize=8)
def find_numerals(text: str) -> tuple[Numeral, ...]:
    """Every number of `text` in order, none overlapping another."""
    pieces = lex(text)
    found: list[Numeral] = []
    at = 0
    starts = _first_words()
    while at < len(pieces):
        piece = pieces[at]
        read = _read(pieces, at) if piece.is_number or piece.lower in starts else None
        if read is None:
            at += 1
            continue
        numeral, end = read
        if found and (both := two_sided(text, found[-1], numeral)) is not None:
            found[-1] = both
        else:
            found.append(numeral)
        at = max(end, at + 1)
    return tuple(found)


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """Every word and glyph that a number in words may start with."""
    data = words()
    lists = ("units", "tens", "vague", "magnitudes", "magnitude_multipliers", "magnitude_parts")
    return frozenset(
        (
            *("a", "an", "half", "quarter"),
            *GLYPHS,
            *(w for name in lists for w in data[name]),
        )
    )


def _read(pieces: Sequence[Lex], at: int) -> tuple[Numeral, int] | None:
    """The numeral whose number starts at piece `at`, and the index after it."""
    if _in_identifier(pieces, at):
        return None
    found = read_magnitude(pieces, at) or read_vague(pieces, at) or _number(pieces, at)
    if found is None:
        return None
    numeral, start, end = found
    if numeral.bounds.is_point and (spread := _range(pieces, numeral, start, end)) is not None:
        return spread
    return hedged(pieces, numeral, start, end)


def _in_identifier(pieces: Sequence[Lex], at: int) -> bool:
    """Digits glued to letters before them ("A2", "F-16" by its hyphen) are part of a name."""
    if pieces[at].piece is not Piece.NUMBER or not glued(pieces, at):
        return False
    before = pieces[at - 1]
    if before.text == "R" and lower(pieces, at + 1) in ("m", "bn", "million", "billion"):
        return False  # rand: "R500m"; the R500 is a camera
    if before.lower in words()["compound_units"] and glued(pieces, at - 1) and pieces[at - 2].is_number:
        return not (glued(pieces, at + 1) and pieces[at + 1].is_word)  # "2h30m", "7lb3oz"
    return before.is_word and (len(before.text) == 1 or not _is_currency(before))


def _number(pieces: Sequence[Lex], at: int) -> tuple[Numeral, int, int] | None:
    """A cardinal with its sign; "a" and "an" where nothing more is said."""
    joined = not (at > 0 and pieces[at - 1].lower == "between")
    cardinal = read_cardinal(pieces, at, joined=joined)
    if cardinal is None:
        if pieces[at].lower not in ("a", "an"):
            return None
        bare = _numeral(pieces, at, Cardinal(Fraction(1), at + 1, words=True, article=True))
        return replace(bare, bare_article=True), at, at + 1
    start, sign = sign_of(pieces, at, cardinal.end)
    numeral = _numeral(pieces, start, cardinal)
    if (scale := _shared_scale(pieces, cardinal)) is not None:
        value = numeral.value * scale
        numeral = replace(
            numeral,
            values=(value,),
            bounds=Interval.point(value),
            scale=scale,
            step=(numeral.step or 1) * scale,
        )
    if sign == "-":
        value = -numeral.value
        numeral = replace(numeral, values=(value,), bounds=Interval.point(value), signed="-")
    elif sign == "+":
        numeral = replace(numeral, signed="+")
    return numeral, start, cardinal.end


def _shared_scale(pieces: Sequence[Lex], first: Cardinal) -> Fraction | None:
    """The scale that "$10 to $15 billion" leaves unsaid of its first number."""
    at = first.end
    if first.scale > 1 or not first.digits or at + 2 >= len(pieces) or first.value >= 1000:
        return None
    if pieces[at].lower not in ("to", "-", "–", "and", "or") or not _is_currency(pieces[at + 1]):
        return None
    while at + 1 < len(pieces) and at < first.end + 3 and _is_currency(pieces[at + 1]):
        at += 1
    second = read_cardinal(pieces, at + 1)
    if second is None or not second.digits or second.scale == 1 or first.value >= second.value / second.scale:
        return None
    return second.scale


def _like_year(numeral: Numeral) -> bool:
    return numeral.digits and numeral.step == 1 and numeral.core.end - numeral.core.start == 4


def _is_currency(piece: Lex) -> bool:
    return piece.lower in words()["currency_marks"]


def _numeral(pieces: Sequence[Lex], start: int, cardinal: Cardinal) -> Numeral:
    span = Span(pieces[start].start, pieces[cardinal.end - 1].end)
    return Numeral(
        span,
        span,
        (cardinal.value,),
        Interval.point(cardinal.value),
        step=cardinal.step,
        scale=cardinal.scale,
        digits=cardinal.digits,
        article=cardinal.article,
        fraction=cardinal.fraction,
        decimal=cardinal.decimal,
    )


def _range(pieces: Sequence[Lex], first: Numeral, start: int, end: int) -> tuple[Numeral, int] | None:
    """ "20-30", "20 to 30", "between 20 and 30", "four to five thousand": two ends, both included."""
    if (first.article and not first.fraction) or end >= len(pieces):
        return None
    between = start > 0 and pieces[start - 1].lower == "between"
    link = pieces[end].lower
    if link not in _LINKS and not (between and link == "and"):
        return None
    after = end + 1
    if link == "-" and lower(pieces, after) == "to" and lower(pieces, after + 1) == "-":
        link, end, after = "to", end + 1, after + 2  # "0-to-60"
    if link in "-–—~" and glued(pieces, end) != glued(pieces, after):
        return None
    after, negative = negative_at(pieces, after, link)
    second = read_cardinal(pieces, after)
    if second is None or second.fraction != first.fraction:
        return None
    if second.article and not (second.fraction and link in ("to", "and")):
        return None
    low, high = first, -second.value if negative else second.value
    if first.scale == 1 and second.scale > 1 and first.value * second.scale < high and first.value < 1000:
        low = replace(first, values=(first.value * second.scale,))
    if not low.value < high or (_like_year(first) and (second.scale > 1 or second.decimal)):
        return None
    opened = start - 1 if between or (start > 0 and pieces[start - 1].lower == "from") else start
    span = Span(pieces[opened].start, pieces[second.end - 1].end)
    spread = replace(
        _numeral(pieces, start, second),
        span=span,
        core=span,
        values=(low.value, high),
        bounds=Interval(low.value, high),
        range=True,
        digits=first.digits or second.digits,
        fraction=first.fraction,
        article=False,
        step=None if first.fraction else second.step,
    )
    return hedged(pieces, spread, opened, second.end)
