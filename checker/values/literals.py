"""Numbers in digits: "1,200", "2 1/2", "2.48×10−5", "1 414 021 100"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from checker.data import load
from checker.values.lexer import POINTED, Lex, glued, lower
from checker.values.quantity import Numeral

ONE = Fraction(1)
_CENT = Fraction(1, 100)
_MINUS = "-−–"
_MAX_EXPONENT = 400
_LARGEST_BELOW = 20  # denominators of fractions above one
_MAX_GROUPS = 7  # of three digits each
_GLYPHS = "1/2½ 1/3⅓ 2/3⅔ 1/4¼ 3/4¾ 1/5⅕ 2/5⅖ 3/5⅗ 4/5⅘ 1/6⅙ 5/6⅚ 1/8⅛ 3/8⅜ 5/8⅝ 7/8⅞ 1/7⅐ 1/9⅑ 1/10⅒"
_POINTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,}")
GLYPHS = {pair[-1]: Fraction(pair[:-1]) for pair in _GLYPHS.split()}


@dataclass(frozen=True, slots=True)
class Cardinal:
    """One number as read: its value, where it ends, and how it was written.

    `step` is the place value of the last digit that was said (a tenth of a million for "1.2
    million"), None where the value is exact by nature (a half); `scale` the product of scale words.
    """

    value: Fraction
    end: int  # index after the last piece
    step: Fraction | None = ONE
    scale: Fraction = ONE
    digits: bool = False
    words: bool = False
    article: bool = False  # "a" stands for one
    fraction: bool = False  # said as a part of one: a half, 3/4
    decimal: bool = False

    @property
    def numeral(self) -> Numeral:
        return Numeral.plain(
            self.value,
            self.step,
            scale=self.scale,
            digits=self.digits,
            fraction=self.fraction,
            decimal=self.decimal,
        )


def words() -> Any:
    return load("numbers")


def parse_digits(piece: Lex) -> tuple[Fraction, Fraction] | None:
    """The value of "1,200.5" and the place value of its last digit; None for versions ("1.2.3").

    A piece "1,5" is one only where its comma is a decimal point.
    """
    plain = "".join(piece.text.split()).replace("'", "").replace("’", "")
    if POINTED.fullmatch(plain):
        plain = plain.replace(".", "")  # "2.500,00"
    if _POINTED.fullmatch(plain):
        plain = plain.replace(".", "")  # "1.250.000", as much of Europe writes
    comma = plain.rfind(",")
    if comma > 0 and len(plain) - comma in (2, 3):
        plain = f"{plain[:comma]}.{plain[comma + 1 :]}"
    plain = plain.replace(",", "")
    whole, point, rest = plain.partition(".")
    if "." in rest or len(plain) > _MAX_EXPONENT:
        return None
    step = Fraction(1, 10 ** len(rest)) if point else ONE
    return Fraction(int((whole or "0") + rest)) * step, step


def read_literal(pieces: Sequence[Lex], at: int) -> Cardinal | None:
    """Digits with all that may be glued to them: exponent, vulgar fraction, groups of three."""
    if at >= len(pieces) or not pieces[at].is_number:
        return None
    parsed = parse_digits(pieces[at])
    if parsed is None:
        return None
    value, step = parsed
    found = Cardinal(value, at + 1, step, digits=True, decimal=step != 1)
    return (
        _exponent(pieces, at, found)
        or _vulgar(pieces, at, found)
        or _spaced_groups(pieces, at, found)
        or found
    )


def _exponent(pieces: Sequence[Lex], at: int, found: Cardinal) -> Cardinal | None:
    """ "1e10", "2.48×10−5", "1.3x10^6", "2.5^-1"; a caret raises the number itself."""
    mark, tight = lower(pieces, at + 1), glued(pieces, at + 1)
    if mark == "e" and tight and (power := _power(pieces, at + 2)):
        return scaled(found, Fraction(10) ** power[0], power[1])
    if (
        mark == "^"
        and tight
        and (power := _power(pieces, at + 2))
        and abs(power[0]) * len(str(found.value)) <= _MAX_EXPONENT
        and 0 < found.value < 10**12
    ):
        return replace(found, value=found.value ** power[0], end=power[1], step=None)
    if mark in ("×", "x", "·", "*") and lower(pieces, at + 2) == "10" and at + 3 < len(pieces):
        start = at + 4 if pieces[at + 3].lower == "^" else at + 3
        glyphs = "" if start == at + 4 else _superscript(pieces[at + 3].text)
        if glyphs:
            return scaled(found, Fraction(10) ** int(glyphs), at + 4)
        if glued(pieces, at + 3) and (start == at + 4 or pieces[at + 3].lower in _MINUS + "+"):
            power = _power(pieces, start)
            return scaled(found, Fraction(10) ** power[0], power[1]) if power else None
    return None


def _superscript(text: str) -> str:
    plain = text.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-"))
    return plain if plain != text and plain.lstrip("-").isascii() and plain.lstrip("-").isdecimal() else ""


def _power(pieces: Sequence[Lex], at: int) -> tuple[int, int] | None:
    """The exponent at `at`, glued to what stands before it, and the index after it."""
    sign = 1
    if lower(pieces, at) in (*_MINUS, "+") and glued(pieces, at):
        sign = 1 if pieces[at].lower == "+" else -1
        at += 1
    if not glued(pieces, at) or not pieces[at].text.isdecimal() or len(pieces[at].text) > 3:
        return None
    power = int(pieces[at].text)
    return (sign * power, at + 1) if power <= _MAX_EXPONENT else None


def scaled(found: Cardinal, factor: Fraction, end: int) -> Cardinal:
    step = None if found.step is None else found.step * factor
    return replace(found, value=found.value * factor, end=end, step=step, scale=found.scale * factor)


def _vulgar(pieces: Sequence[Lex], at: int, found: Cardinal) -> Cardinal | None:
    """ "3/4", "2 1/2", "2-1/2", "2½" and "1⁄32"; dates such as 3/4/25 are not read."""
    if found.decimal:
        return _part_of_cent(pieces, at, found)
    if glued(pieces, at + 1) and pieces[at + 1].text in GLYPHS:
        return replace(found, value=found.value + GLYPHS[pieces[at + 1].text], end=at + 2, step=None)
    if (own := _over(pieces, at)) is not None:
        return replace(found, value=own, end=at + 3, step=None, fraction=own < 1)
    if at + 1 < len(pieces) and (part := _over(pieces, at + 1)) is not None and part < 1:
        return replace(found, value=found.value + part, end=at + 4, step=None)
    hyphened = lower(pieces, at + 1) == "-" and glued(pieces, at + 1) and glued(pieces, at + 2)
    if hyphened and (part := _over(pieces, at + 2)) is not None and part < 1:
        return replace(found, value=found.value + part, end=at + 5, step=None)
    if at + 1 < len(pieces) and pieces[at + 1].text in GLYPHS:
        return replace(found, value=found.value + GLYPHS[pieces[at + 1].text], end=at + 2, step=None)
    return None


def _part_of_cent(pieces: Sequence[Lex], at: int, found: Cardinal) -> Cardinal | None:
    """ "$5.61-1/2", as grain is quoted: five dollars, 61 cents and a half."""
    if found.step != _CENT or lower(pieces, at + 1) != "-":
        return None
    part = _over(pieces, at + 2) if glued(pieces, at + 1) and glued(pieces, at + 2) else None
    if part is None or part >= 1 or part.denominator not in (2, 4, 8):
        return None
    return replace(found, value=found.value + part * _CENT, end=at + 5, step=None)


def _over(pieces: Sequence[Lex], at: int) -> Fraction | None:
    """The value of "n/m" at `at`, where that is all that is glued together."""
    if lower(pieces, at + 1) not in ("/", "⁄") or not (glued(pieces, at + 1) and glued(pieces, at + 2)):
        return None
    above, below = pieces[at].text, pieces[at + 2].text
    if not (above.isdecimal() and below.isdecimal()) or len(above) > 4 or len(below) > 4 or int(below) == 0:
        return None
    if above[0] == "0" or below[0] == "0" or int(above) > int(below) > _LARGEST_BELOW:
        return None  # "06/06", a blood pressure of 140/90
    follows = lower(pieces, at + 3)
    if follows in ("/", "⁄") and glued(pieces, at + 3):
        return None
    return Fraction(int(above), int(below))


def _spaced_groups(pieces: Sequence[Lex], at: int, found: Cardinal) -> Cardinal | None:
    """ "1 414 021 100" and "12 214": groups of three after single spaces.

    One group alone must be "000" or stand in running words: "on May 5 300 people" is two numbers.
    """
    text = pieces[at].text
    if not text.isdecimal() or len(text) > 3 or text.startswith("0"):
        return None
    end, groups = at + 1, [text]
    while (
        end < min(len(pieces), at + _MAX_GROUPS)
        and pieces[end].start == pieces[end - 1].end + 1
        and len(pieces[end].text) == 3
        and pieces[end].text.isdecimal()
    ):
        groups.append(pieces[end].text)
        end += 1
    if len(groups) < 2 or (len(groups) == 2 and groups[1] != "000" and not _running(pieces, at, end)):
        return None
    return replace(found, value=Fraction(int("".join(groups))), end=end)


def _running(pieces: Sequence[Lex], at: int, end: int) -> bool:
    """Whether small letters stand around a number, none of them a preposition of a day, a place or an age."""
    around = [pieces[i] for i in (at - 1, end) if 0 <= i < len(pieces)]
    plain = len(around) == 2 and all(piece.is_word and piece.text.islower() for piece in around)
    return plain and around[0].lower not in words()["before two numbers"]


def suffix_at(pieces: Sequence[Lex], at: int) -> Fraction | None:
    """Letters for a scale at a piece, right after digits: "3.5bn", "2 mil", "40k", "$5m", "35m users"."""
    if not 0 < at < len(pieces) or not (pieces[at - 1].is_number or pieces[at - 1].text in GLYPHS):
        return None
    suffixes, letters = words()["suffixes"], pieces[at].text
    if letters.lower() in suffixes["anywhere"]:
        return Fraction(suffixes["anywhere"][letters.lower()])
    table = suffixes["glued" if glued(pieces, at) else "spaced"]
    if lower(pieces, at - 2) in suffixes["signs"] and letters in suffixes["after_sign"]:
        return Fraction(suffixes["after_sign"][letters])
    if letters not in table or (letters == "m" and not _means_million(pieces, at)):
        return None
    return Fraction(table[letters])


def _means_million(pieces: Sequence[Lex], at: int) -> bool:
    """Whether the "m" at `at` is a million, not metres: after a currency, or before what is many."""
    data = words()["million_not_metre"]
    before, after = lower(pieces, at - 2), lower(pieces, at + 1)
    if before in words()["currency_marks"] and (
        len(before) > 1 or not before.isalpha() or glued(pieces, at - 1)
    ):
        return True  # "a 100m race" is none
    if before in ("-", "–", "to") and lower(pieces, at - 4) in words()["suffixes"]["signs"]:
        return True  # "£1-2m"
    if after == "of":
        return lower(pieces, at + 2) in data["of"]
    reach = 1 if lower(pieces, at - 2) in ("a", "an", "the") else 5
    if after in data["nouns"]:
        return True
    for piece in pieces[at + 1 : at + 1 + reach]:  # "2.7m combined digital and physical sales"
        if not piece.is_word or piece.lower in data["stops"]:
            return False
        if len(piece.text) > 3 and piece.lower.endswith("s") and not piece.lower.endswith("ss"):
            return piece.lower not in data["not_nouns"]
    return False
