"""Groups: one number below a thousand or one literal, with the scales after it ("three hundred million")."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from checker.values.lexer import Lex, glued, lower
from checker.values.literals import GLYPHS, HYPHENS, ONE, Cardinal, grand_at, read_literal, scaled, words

_LARGEST = 10**15  # "lakh crore" is a scale, "million million million" is not


def read_group(pieces: Sequence[Lex], at: int, joined: bool) -> Cardinal | None:
    """One number below a thousand, or a literal, with the scales after it."""
    base = read_literal(pieces, at) or read_small(pieces, at, joined)
    if base is None:
        return None
    return with_scales(pieces, base)


def read_glyph(pieces: Sequence[Lex], at: int) -> Cardinal | None:
    if at < len(pieces) and pieces[at].text in GLYPHS:
        base = Cardinal(GLYPHS[pieces[at].text], at + 1, None, digits=True, fraction=True)
        return with_scales(pieces, base)
    return None


def with_scales(pieces: Sequence[Lex], base: Cardinal) -> Cardinal:
    found = base
    while found.scale < _LARGEST and (scale := _scale_at(pieces, found)) is not None:
        found = scaled(found, scale[0], scale[1])
    return found


def _scale_at(pieces: Sequence[Lex], found: Cardinal) -> tuple[Fraction, int] | None:
    """The scale word or letter after a number, and the index after it."""
    data, at = words(), found.end
    if at < len(pieces) and pieces[at].text in HYPHENS and glued(pieces, at) and glued(pieces, at + 1):
        at += 1  # "1.8-billion", "two-million"
    word = lower(pieces, at)
    if (scale := data["scales"].get(word) or data["dozens"].get(word)) is not None:
        return Fraction(scale), at + 1
    if found.scale == 1 and found.end == at and (grand := grand_at(pieces, at)) is not None:
        return grand, at + 1
    if word == "hundred" and found.scale < 1000 and lower(pieces, at - 1) != "hundred":
        return Fraction(100), at + 1
    if word in data["scale_plurals"] and found.end == at and found.value != 1:
        return Fraction(data["scale_plurals"][word]), at + 1
    return _suffix_at(pieces, found) if found.digits and found.scale == 1 else None


def _suffix_at(pieces: Sequence[Lex], found: Cardinal) -> tuple[Fraction, int] | None:
    """Letters for a scale: "3.5bn", "2 mil", "40k", "$5m", "35m users"."""
    at = found.end
    if at >= len(pieces) or not pieces[at].is_word:
        return None
    suffixes, letters = words()["suffixes"], pieces[at].text
    if letters.lower() in suffixes["anywhere"]:
        return Fraction(suffixes["anywhere"][letters.lower()]), at + 1
    table = suffixes["glued" if glued(pieces, at) else "spaced"]
    if lower(pieces, at - 2) in suffixes["signs"] and letters in suffixes["after_sign"]:
        return Fraction(suffixes["after_sign"][letters]), at + 1
    if letters not in table or (letters == "m" and not _means_million(pieces, at)):
        return None
    return Fraction(table[letters]), at + 1


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


def read_small(pieces: Sequence[Lex], at: int, joined: bool) -> Cardinal | None:
    """Words for a number below a hundred, with "hundred" and what is added to it."""
    first = tens(pieces, at)
    if first is None:
        word, after = lower(pieces, at), lower(pieces, at + 1)
        if word not in ("a", "an") or not (
            after == "hundred" or after in words()["scales"] or after in words()["dozens"]
        ):
            return None
        first = (Fraction(1), at + 1)
    value, end = first
    article = pieces[at].lower in ("a", "an")
    if lower(pieces, past_hyphen(pieces, end)) != "hundred" or value >= 100:
        return Cardinal(value, end, _place(value), words=True, article=article)
    end = past_hyphen(pieces, end) + 1
    value, start = value * 100, end
    if lower(pieces, end) == "and" and joined:
        start = end + 1
    elif lower(pieces, end) in HYPHENS:
        start = past_hyphen(pieces, end)
    rest = tens(pieces, start)
    if (
        rest is not None
        and 0 < rest[0] < 100
        and lower(pieces, rest[1]) not in ("hundred", "dozen", "dozens", "dz", "dzs")
    ):
        return Cardinal(value + rest[0], rest[1], ONE, words=True, article=article)
    return Cardinal(value, end, Fraction(100), words=True, article=article)


def _place(value: Fraction) -> Fraction:
    return Fraction(10) if value >= 20 and value % 10 == 0 else ONE


def tens(pieces: Sequence[Lex], at: int) -> tuple[Fraction, int] | None:
    """ "seven", "seventy", "seventy-seven", "seventy seven"."""
    data, word = words(), lower(pieces, at)
    if word in data["units"]:
        return Fraction(data["units"][word]), at + 1
    if word not in data["tens"]:
        return None
    value, after = Fraction(data["tens"][word]), past_hyphen(pieces, at + 1)
    unit = data["units"].get(lower(pieces, after), 0)
    return (value + unit, after + 1) if 0 < unit < 10 else (value, at + 1)


def past_hyphen(pieces: Sequence[Lex], at: int) -> int:
    if at + 1 < len(pieces) and pieces[at].text in HYPHENS and pieces[at + 1].is_word:
        return at + 1
    return at
