"""The number at one place of the text, in digits, words or both: "1.2 million", "two and a half", "½".

A reader walks over lexed pieces, never back beyond the number it is reading, so all numbers of a
text are read in time linear in its length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from checker.data import load
from checker.values.lexer import Lex

ONE = Fraction(1)
_MINUS = "-−–"
_HYPHENS = "-‐‑"
_MAX_EXPONENT = 400
_GLYPHS = "1/2½ 1/3⅓ 2/3⅔ 1/4¼ 3/4¾ 1/5⅕ 2/5⅖ 3/5⅗ 4/5⅘ 1/6⅙ 5/6⅚ 1/8⅛ 3/8⅜ 5/8⅝ 7/8⅞ 1/7⅐ 1/9⅑ 1/10⅒"
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


def read_cardinal(pieces: Sequence[Lex], at: int, *, joined: bool = True) -> Cardinal | None:
    """The longest number that starts at piece `at`; with `joined` false, "and" ends it."""
    return (
        _read_glyph(pieces, at)
        or _read_half(pieces, at)
        or _read_sum(pieces, at, joined)
        or _read_article(pieces, at)
    )


def words() -> Any:
    return load("numbers")


def adjacent(pieces: Sequence[Lex], at: int) -> bool:
    """Whether piece `at` follows the one before it without white space."""
    return 0 < at < len(pieces) and pieces[at - 1].end == pieces[at].start


def _lower(pieces: Sequence[Lex], at: int) -> str:
    return pieces[at].lower if 0 <= at < len(pieces) else ""


def parse_digits(piece: Lex) -> tuple[Fraction, Fraction] | None:
    """The value of "1,200.5" and the place value of its last digit; None for versions ("1.2.3")."""
    plain = piece.text.replace(",", "")
    whole, point, rest = plain.partition(".")
    if "." in rest or len(plain) > _MAX_EXPONENT:
        return None
    step = Fraction(1, 10 ** len(rest)) if point else ONE
    return Fraction(int((whole or "0") + rest)) * step, step


# --- digits ---------------------------------------------------------------------------------------


def _read_literal(pieces: Sequence[Lex], at: int) -> Cardinal | None:
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
    mark, glued = _lower(pieces, at + 1), adjacent(pieces, at + 1)
    if mark == "e" and glued and (power := _power(pieces, at + 2)):
        return _scaled(found, Fraction(10) ** power[0], power[1])
    if mark == "^" and glued and (power := _power(pieces, at + 2)) and abs(power[0]) <= 20 and found.value:
        return replace(found, value=found.value ** power[0], end=power[1], step=None)
    if mark in ("×", "x", "·", "*") and _lower(pieces, at + 2) == "10" and at + 3 < len(pieces):
        start = at + 4 if pieces[at + 3].lower == "^" else at + 3
        glyphs = "" if start == at + 4 else _superscript(pieces[at + 3].text)
        if glyphs:
            return _scaled(found, Fraction(10) ** int(glyphs), at + 4)
        if adjacent(pieces, at + 3) and (start == at + 4 or pieces[at + 3].lower in _MINUS + "+"):
            power = _power(pieces, start)
            return _scaled(found, Fraction(10) ** power[0], power[1]) if power else None
    return None


def _superscript(text: str) -> str:
    plain = text.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-"))
    return plain if plain != text and plain.lstrip("-").isascii() and plain.lstrip("-").isdecimal() else ""


def _power(pieces: Sequence[Lex], at: int) -> tuple[int, int] | None:
    """The exponent at `at`, glued to what stands before it, and the index after it."""
    sign = 1
    if _lower(pieces, at) in (*_MINUS, "+") and adjacent(pieces, at):
        sign = 1 if pieces[at].lower == "+" else -1
        at += 1
    if not adjacent(pieces, at) or not pieces[at].text.isdecimal() or len(pieces[at].text) > 3:
        return None
    power = int(pieces[at].text)
    return (sign * power, at + 1) if power <= _MAX_EXPONENT else None


def _scaled(found: Cardinal, factor: Fraction, end: int) -> Cardinal:
    step = None if found.step is None else found.step * factor
    return replace(found, value=found.value * factor, end=end, step=step, scale=found.scale * factor)


def _vulgar(pieces: Sequence[Lex], at: int, found: Cardinal) -> Cardinal | None:
    """ "3/4", "2 1/2", "2½" and "1⁄32"; dates such as 3/4/25 are not read."""
    if found.decimal:
        return None
    if adjacent(pieces, at + 1) and pieces[at + 1].text in GLYPHS:
        return replace(found, value=found.value + GLYPHS[pieces[at + 1].text], end=at + 2, step=None)
    if (own := _over(pieces, at)) is not None:
        return replace(found, value=own, end=at + 3, step=None, fraction=own < 1)
    if at + 1 < len(pieces) and (part := _over(pieces, at + 1)) is not None and part < 1:
        return replace(found, value=found.value + part, end=at + 4, step=None)
    if at + 1 < len(pieces) and pieces[at + 1].text in GLYPHS:
        return replace(found, value=found.value + GLYPHS[pieces[at + 1].text], end=at + 2, step=None)
    return None


def _over(pieces: Sequence[Lex], at: int) -> Fraction | None:
    """The value of "n/m" at `at`, where that is all that is glued together."""
    if _lower(pieces, at + 1) not in ("/", "⁄") or not (
        adjacent(pieces, at + 1) and adjacent(pieces, at + 2)
    ):
        return None
    above, below = pieces[at].text, pieces[at + 2].text
    if not (above.isdecimal() and below.isdecimal()) or len(above) > 4 or len(below) > 4 or int(below) == 0:
        return None
    follows = _lower(pieces, at + 3)
    if follows in ("/", "⁄") and adjacent(pieces, at + 3):
        return None
    return Fraction(int(above), int(below))


def _spaced_groups(pieces: Sequence[Lex], at: int, found: Cardinal) -> Cardinal | None:
    """ "1 414 021 100" and "10 000": groups of three after single spaces.

    One group alone must be "000": "on May 5 300 people" is two numbers.
    """
    text = pieces[at].text
    if not text.isdecimal() or len(text) > 3 or text.startswith("0"):
        return None
    end, groups = at + 1, [text]
    while (
        end < len(pieces)
        and pieces[end].start == pieces[end - 1].end + 1
        and len(pieces[end].text) == 3
        and pieces[end].text.isdecimal()
    ):
        groups.append(pieces[end].text)
        end += 1
    if len(groups) < 2 or (len(groups) == 2 and groups[1] != "000"):
        return None
    return replace(found, value=Fraction(int("".join(groups))), end=end)


# --- sums of words and digits ----------------------------------------------------------------------


def _read_sum(pieces: Sequence[Lex], at: int, joined: bool) -> Cardinal | None:
    """ "three hundred and two thousand", "4 thousand 3 hundred and 21", "1.2 million", "two and a half"."""
    found = _read_groups(pieces, at, joined)
    if found is None:
        return None
    return (
        _denominator(pieces, found, at)
        or _point(pieces, found)
        or (_and_fraction(pieces, found) if joined else None)
        or found
    )


def _read_groups(pieces: Sequence[Lex], at: int, joined: bool) -> Cardinal | None:
    """Groups of descending scale: each is below a thousand, or a literal, times its scales."""
    total, lowest, found, end = Fraction(0), None, None, at
    while True:
        start = end
        if found is not None:
            past = _past_joint(pieces, end, joined)
            if past is None:
                break
            start = past
        group = _read_group(pieces, start, joined)
        if group is None or (found is not None and not _fits(group, start > end, lowest, pieces)):
            break
        if found is not None and group.scale > 1 and total < group.scale and lowest and group.scale > lowest:
            break
        total, end = total + group.value, group.end
        found = group if found is None else _merge(found, group, total)
        lowest = group.scale if group.scale > 1 else ONE
        if lowest == 1:
            break
    return found


def _merge(found: Cardinal, group: Cardinal, total: Fraction) -> Cardinal:
    return replace(
        found,
        value=total,
        end=group.end,
        step=group.step,
        scale=ONE,
        digits=found.digits or group.digits,
        words=found.words or group.words,
        decimal=found.decimal or group.decimal,
    )


def _fits(group: Cardinal, after_and: bool, lowest: Fraction | None, pieces: Sequence[Lex]) -> bool:
    """Whether a further group may stand after one of scale `lowest`: smaller, and whole where in digits."""
    if lowest is None or lowest == 1 or group.value >= lowest or group.value == 0 or group.article:
        return False
    return group.words or (after_and and group.value.denominator == 1 and not group.decimal)


def _past_joint(pieces: Sequence[Lex], at: int, joined: bool) -> int | None:
    """The index after "and" or a hyphen between groups; None where no group may follow."""
    word = _lower(pieces, at)
    if word == "and":
        return at + 1 if joined else None
    if word in _HYPHENS and word and adjacent(pieces, at) and adjacent(pieces, at + 1):
        return at + 1
    return at


def _read_group(pieces: Sequence[Lex], at: int, joined: bool) -> Cardinal | None:
    """One number below a thousand, or a literal, with the scales after it."""
    base = _read_literal(pieces, at) or _read_small(pieces, at, joined)
    if base is None:
        return None
    return _with_scales(pieces, base)


def _with_scales(pieces: Sequence[Lex], base: Cardinal) -> Cardinal:
    found = base
    while (scale := _scale_at(pieces, found)) is not None:
        found = _scaled(found, scale[0], scale[1])
    return found


def _scale_at(pieces: Sequence[Lex], found: Cardinal) -> tuple[Fraction, int] | None:
    """The scale word or letter after a number, and the index after it."""
    data, at = words(), found.end
    if at < len(pieces) and pieces[at].text in _HYPHENS and adjacent(pieces, at) and adjacent(pieces, at + 1):
        at += 1  # "1.8-billion", "two-million"
    word = _lower(pieces, at)
    if (scale := data["scales"].get(word) or data["dozens"].get(word)) is not None:
        return Fraction(scale), at + 1
    if word == "hundred" and found.scale < 1000 and _lower(pieces, at - 1) != "hundred":
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
    table = suffixes["glued" if adjacent(pieces, at) else "spaced"]
    if letters not in table or (letters == "m" and not _means_million(pieces, at)):
        return None
    return Fraction(table[letters]), at + 1


def _means_million(pieces: Sequence[Lex], at: int) -> bool:
    """Whether the "m" at `at` is a million, not metres: after a currency, or before what is many."""
    data = words()["million_not_metre"]
    before, after = _lower(pieces, at - 2), _lower(pieces, at + 1)
    if before in words()["currency_marks"]:
        return True
    if after == "of":
        return _lower(pieces, at + 2) in data["of"]
    many = len(after) > 3 and after.endswith("s") and not after.endswith("ss")
    return after in data["nouns"] or (many and after not in data["not_nouns"])


def _read_small(pieces: Sequence[Lex], at: int, joined: bool) -> Cardinal | None:
    """Words for a number below a hundred, with "hundred" and what is added to it."""
    first = _tens(pieces, at)
    if first is None:
        word, after = _lower(pieces, at), _lower(pieces, at + 1)
        if word not in ("a", "an") or not (
            after == "hundred" or after in words()["scales"] or after in words()["dozens"]
        ):
            return None
        first = (Fraction(1), at + 1)
    value, end = first
    article = pieces[at].lower in ("a", "an")
    if _lower(pieces, _past_hyphen(pieces, end)) != "hundred" or value >= 100:
        return Cardinal(value, end, _place(value), words=True, article=article)
    end = _past_hyphen(pieces, end) + 1
    value, start = value * 100, end
    if _lower(pieces, end) == "and" and joined:
        start = end + 1
    elif _lower(pieces, end) in _HYPHENS:
        start = _past_hyphen(pieces, end)
    rest = _tens(pieces, start)
    if (
        rest is not None
        and 0 < rest[0] < 100
        and _lower(pieces, rest[1]) not in ("hundred", "dozen", "dozens", "dz", "dzs")
    ):
        return Cardinal(value + rest[0], rest[1], ONE, words=True, article=article)
    return Cardinal(value, end, Fraction(100), words=True, article=article)


def _place(value: Fraction) -> Fraction:
    return Fraction(10) if value >= 20 and value % 10 == 0 else ONE


def _past_hyphen(pieces: Sequence[Lex], at: int) -> int:
    if at + 1 < len(pieces) and pieces[at].text in _HYPHENS and pieces[at + 1].is_word:
        return at + 1
    return at


def _tens(pieces: Sequence[Lex], at: int) -> tuple[Fraction, int] | None:
    """ "seven", "seventy", "seventy-seven", "seventy seven"."""
    data, word = words(), _lower(pieces, at)
    if word in data["units"]:
        return Fraction(data["units"][word]), at + 1
    if word not in data["tens"]:
        return None
    value, after = Fraction(data["tens"][word]), _past_hyphen(pieces, at + 1)
    unit = data["units"].get(_lower(pieces, after), 0)
    return (value + unit, after + 1) if 0 < unit < 10 else (value, at + 1)


# --- fractions -------------------------------------------------------------------------------------


def _read_glyph(pieces: Sequence[Lex], at: int) -> Cardinal | None:
    if at < len(pieces) and pieces[at].text in GLYPHS:
        base = Cardinal(GLYPHS[pieces[at].text], at + 1, None, digits=True, fraction=True)
        return _with_scales(pieces, base)
    return None


def _read_half(pieces: Sequence[Lex], at: int) -> Cardinal | None:
    """ "half a million", "a quarter of a million", "half a dozen", "half million", "a half", "half"."""
    word, start = _lower(pieces, at), at
    article = word in ("a", "one")
    if article and _lower(pieces, at + 1) in ("half", "quarter"):
        start, word = at + 1, _lower(pieces, at + 1)
    if word not in ("half", "quarter"):
        return None
    value, after = Fraction(1, 2 if word == "half" else 4), start + 1
    while _lower(pieces, after) in ("a", "an", "of") and after < start + 3:
        after += 1
    scaled = _with_scales(pieces, Cardinal(value, after, None, words=True))
    if scaled.end > after:
        return replace(scaled, step=scaled.value)
    if word == "quarter" and not article:
        return None
    return Cardinal(value, start + 1, None, words=True, fraction=True, article=_lower(pieces, at) == "a")


def _denominator(pieces: Sequence[Lex], found: Cardinal, at: int) -> Cardinal | None:
    """ "two thirds", "one twenty-fifth", "three-quarters", "ninety-five hundred fifths"."""
    if found.decimal or found.value.denominator != 1 or found.value <= 0:
        return None
    start = _past_hyphen(pieces, found.end)
    read = _read_denominator(pieces, start, plural=found.value != 1)
    if read is None:
        return None
    below, end = read
    value = found.value / below
    return Cardinal(value, end, None, words=found.words, digits=found.digits, fraction=value < 1)


def _read_denominator(pieces: Sequence[Lex], at: int, *, plural: bool) -> tuple[Fraction, int] | None:
    """The denominator at `at`: "fifths", "twenty-fifths", "one hundred and fifth"."""
    end, before = at, Fraction(0)
    group = _read_small(pieces, at, True)
    if group is not None:
        end, before = _past_hyphen(pieces, group.end), group.value
        if _lower(pieces, end) == "and":
            end += 1
    word = _lower(pieces, end)
    data = words()
    single = word if not plural else "half" if word == "halves" else word[:-1] if word.endswith("s") else ""
    below = data["denominators"].get(single)
    if below is None or (before and below >= 10) or (before and before % 10):
        return None
    return before + below, end + 1


def _and_fraction(pieces: Sequence[Lex], found: Cardinal) -> Cardinal | None:
    """ "two and a half", "five and a half million", "one million and a half", "two-and-a-half"."""
    at = found.end
    if _lower(pieces, at) in _HYPHENS and _lower(pieces, at):
        at += 1
    if _lower(pieces, at) != "and" or found.decimal or found.fraction:
        return None
    at = _past_hyphen(pieces, at + 1)
    part = _part(pieces, at)
    if part is None:
        return None
    if part.scale == 1 and found.scale >= 1000:  # a half of the scale: one million and a half
        return replace(found, value=found.value + part.value * found.scale, end=part.end, step=None)
    joined = replace(found, value=found.value + part.value, end=part.end, step=None, fraction=False)
    return _with_scales(pieces, joined) if part.scale == 1 and found.scale == 1 else joined


def _part(pieces: Sequence[Lex], at: int) -> Cardinal | None:
    """ "a half", "a-half", "one fourth", "three fifths", "½" after "and"."""
    if (glyph := _read_glyph(pieces, at)) is not None:
        return glyph
    if _lower(pieces, at) in ("a", "an"):
        read = _read_denominator(pieces, _past_hyphen(pieces, at + 1), plural=False)
        if read is None:
            return None
        return Cardinal(1 / read[0], read[1], None, words=True, fraction=True)
    group = _read_small(pieces, at, True)
    return _denominator(pieces, group, at) if group is not None else None


def _point(pieces: Sequence[Lex], found: Cardinal) -> Cardinal | None:
    """ "nine point nought four", "two hundred point seventy-one"."""
    if _lower(pieces, found.end) != "point" or found.decimal or found.scale > 1:
        return None
    at, digits = found.end + 1, ""
    while (read := _tens(pieces, at)) is not None:
        digits, at = digits + str(read[0]), read[1]
    if not digits or not found.words:
        return None
    step = Fraction(1, 10 ** len(digits))
    base = replace(found, value=found.value + int(digits) * step, end=at, step=step, decimal=True)
    return _with_scales(pieces, base)


def _read_article(pieces: Sequence[Lex], at: int) -> Cardinal | None:
    """ "a third of": the only fractions that an ordinal alone can mean."""
    if _lower(pieces, at) not in ("a", "an"):
        return None
    read = _read_denominator(pieces, at + 1, plural=False)
    if read is None or read[0] < 3:
        return None
    if _lower(pieces, read[1]) not in (
        "",
        "of",
        ".",
        ",",
        ";",
        ")",
        "and",
        "in",
        "from",
        "to",
        "on",
        "since",
        "more",
        "less",
        "fewer",
    ):
        return None
    return Cardinal(1 / read[0], read[1], None, words=True, fraction=True, article=True)
