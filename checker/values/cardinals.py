"""The number at one place of the text, in digits, words or both: "1.2 million", "two and a half", "½".

A reader walks over lexed pieces, never back beyond the number it is reading, so all numbers of a
text are read in time linear in its length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from checker.values.fractions import and_fraction, over_denominator, read_article, read_half
from checker.values.groups import read_glyph, read_group, tens, with_scales
from checker.values.lexer import Lex, glued, lower
from checker.values.literals import HYPHENS, ONE, Cardinal


def read_cardinal(pieces: Sequence[Lex], at: int, *, joined: bool = True) -> Cardinal | None:
    """The longest number that starts at piece `at`; with `joined` false, "and" ends it."""
    return (
        read_glyph(pieces, at)
        or read_half(pieces, at)
        or _read_sum(pieces, at, joined)
        or read_article(pieces, at)
    )


def _read_sum(pieces: Sequence[Lex], at: int, joined: bool) -> Cardinal | None:
    """ "three hundred and two thousand", "4 thousand 3 hundred and 21", "1.2 million", "two and a half"."""
    base = _read_groups(pieces, at, False) if joined else None
    more = and_fraction(pieces, base) if base is not None and base.scale >= 1000 else None
    if more is not None:  # before the "and two" of "six million and two thirds" is taken for a sum
        return more
    found = _read_groups(pieces, at, joined)
    if found is None:
        return None
    return (
        over_denominator(pieces, found, at)
        or _over(pieces, found)
        or _point(pieces, found)
        or (and_fraction(pieces, found) if joined else None)
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
        group = read_group(pieces, start, joined)
        if group is None or (found is not None and not _fits(group, start > end, lowest, pieces)):
            break
        if found is not None and group.scale > 1 and total < group.scale and lowest and group.scale > lowest:
            break
        total, end = total + group.value, group.end
        found = group if found is None else _merge(found, group, total)
        lowest = group.scale if group.scale > 1 else _hundreds(group)
        if lowest == 1:
            break
    return found


def _hundreds(group: Cardinal) -> Fraction:
    """The scale of "three hundred" in words, to which "two dozen" may be added."""
    return Fraction(100) if group.words and group.step == 100 else ONE


def _over(pieces: Sequence[Lex], found: Cardinal) -> Cardinal | None:
    """ "one over three", where nothing is counted after it."""
    if lower(pieces, found.end) != "over" or found.value.denominator != 1 or found.scale != 1:
        return None
    below = _read_groups(pieces, found.end + 1, True)
    if below is None or below.value.denominator != 1 or below.value == 0:
        return None
    if below.end < len(pieces) and pieces[below.end].text not in ".,;:?!)":
        return None
    value = found.value / below.value
    return replace(found, value=value, end=below.end, step=None, fraction=value < 1)


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
    small = after_and and lowest <= 100  # "$5m and 5 km" is no sum
    scaled = group.scale > 1 and pieces[group.end - 1].lower in ("hundred", "thousand", "lakh")
    return group.words or ((small or scaled) and group.value.denominator == 1 and not group.decimal)


def _past_joint(pieces: Sequence[Lex], at: int, joined: bool) -> int | None:
    """The index after "and" or a hyphen between groups; None where no group may follow."""
    word = lower(pieces, at)
    if word == "and":
        return at + 1 if joined else None
    if word in HYPHENS and word and glued(pieces, at) and glued(pieces, at + 1):
        return at + 1
    return at


def _point(pieces: Sequence[Lex], found: Cardinal) -> Cardinal | None:
    """ "nine point nought four", "two hundred point seventy-one"."""
    if lower(pieces, found.end) != "point" or found.decimal or found.scale > 1:
        return None
    at, digits = found.end + 1, ""
    while (read := tens(pieces, at)) is not None:
        digits, at = digits + str(read[0]), read[1]
    if not digits or not found.words:
        return None
    step = Fraction(1, 10 ** len(digits))
    base = replace(found, value=found.value + int(digits) * step, end=at, step=step, decimal=True)
    return with_scales(pieces, base)
