"""Numbers in digits: "1,200", "2 1/2", "2.48×10−5", "1 414 021 100"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from checker.data import load
from checker.values.lexer import POINTED, POWER, Lex, glued, lower
from checker.values.quantity import Numeral

ONE = Fraction(1)
_CENT = Fraction(1, 100)
_GLYPH_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−–", "0123456789---")
_MAX_EXPONENT = 400
_LARGEST_BELOW = 20  # denominators of fractions above one
_MAX_GROUPS = 7  # of three digits each
_GLYPHS = "1/2½ 1/3⅓ 2/3⅔ 1/4¼ 3/4¾ 1/5⅕ 2/5⅖ 3/5⅗ 4/5⅘ 1/6⅙ 5/6⅚ 1/8⅛ 3/8⅜ 5/8⅝ 7/8⅞ 1/7⅐ 1/9⅑ 1/10⅒"
_GROUP = re.compile(r"\d{3}(?:\.\d+)?")
_POINTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,}")
GLYPHS = {pair[-1]: Fraction(pair[:-1]) for pair in _GLYPHS.split()}


Read = tuple[Numeral, int]  # a number and the index after its last piece


def words() -> Any:
    return load("numbers")


def parse_digits(text: str) -> tuple[Fraction, Fraction] | None:
    """The value of "1,200.5" and the place value of its last digit; None for versions ("1.2.3").

    A piece "1,5" is one only where its comma is a decimal point.
    """
    plain = "".join(text.split()).replace("'", "").replace("’", "")
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


def read_literal(pieces: Sequence[Lex], at: int) -> Read | None:
    """Digits with all that may be glued to them: exponent, vulgar fraction, groups of three."""
    raised = POWER.search(pieces[at].text)
    if (parsed := parse_digits(pieces[at].text[: raised.start()] if raised else pieces[at].text)) is None:
        return None
    found = Numeral.plain(*parsed, digits=True, decimal=parsed[1] != 1)
    if raised:
        number = _raised(found, raised["mark"], int(raised["power"].translate(_GLYPH_DIGITS)))
        return (number, at + 1) if number else None
    more = (read(pieces, at, found) for read in (_vulgar, _spaced_groups))
    return next(filter(None, more), (found, at + 1))


def _raised(found: Numeral, mark: str, power: int) -> Numeral | None:
    """ "1e10", "2.48×10−5", "1.3x10^6", "2.5^-1"; a caret alone raises the number itself."""
    if mark != "^":
        return found.times(Fraction(10) ** power) if abs(power) <= _MAX_EXPONENT else None
    small = abs(power) * len(str(found.value)) <= _MAX_EXPONENT and 0 < found.value < 10**12
    return found.of(found.value**power, step=None) if small else None


def _vulgar(pieces: Sequence[Lex], at: int, found: Numeral) -> Read | None:
    """ "3/4", "2 1/2", "2-1/2", "2½" and "1⁄32"; dates such as 3/4/25 are not read."""
    hyphened = lower(pieces, at + 1) == "-" and glued(pieces, at + 1) and glued(pieces, at + 2)
    if found.decimal:  # "$5.61-1/2", as grain is quoted: five dollars, 61 cents and a half
        part = _over(pieces, at + 2) if hyphened and found.step == _CENT else None
        quoted = part is not None and part < 1 and part.denominator in (2, 4, 8)
        return (found.of(found.value + part * _CENT, step=None), at + 5) if part and quoted else None
    if (own := _over(pieces, at)) is not None:
        return found.of(own, step=None, fraction=own < 1), at + 3
    for start, end in ((at + 1, at + 4), (at + 2, at + 5))[: 1 + hyphened]:
        if start < len(pieces) and (part := _over(pieces, start)) is not None and part < 1:
            return found.of(found.value + part, step=None), end
    if at + 1 < len(pieces) and pieces[at + 1].text in GLYPHS:
        return found.of(found.value + GLYPHS[pieces[at + 1].text], step=None), at + 2
    return None


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


def _spaced_groups(pieces: Sequence[Lex], at: int, found: Numeral) -> Read | None:
    """ "1 414 021 100" and "12 214": groups of three after single spaces.

    One group alone must be "000" or stand in running words: "on May 5 300 people" is two numbers.
    """
    text = pieces[at].text
    if not text.isdecimal() or len(text) > 3 or text.startswith("0"):
        return None
    end, groups = at + 1, [text]
    most = min(len(pieces), at + _MAX_GROUPS)
    while end < most and pieces[end].start == pieces[end - 1].end + 1 and _GROUP.fullmatch(pieces[end].text):
        groups.append(pieces[end].text)
        end += 1
        if "." in groups[-1]:
            break
    if len(groups) < 2 or (len(groups) == 2 and groups[1] != "000" and not _running(pieces, at, end)):
        return None
    cents = len(groups[-1].partition(".")[2])
    number = found.of(Fraction("".join(groups)), step=Fraction(1, 10**cents), decimal=cents > 0)
    return number, end


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
