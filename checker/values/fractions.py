"""Fractions in words: "two thirds", "half a million", "two and a half", "a quarter of"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from checker.values.groups import past_hyphen, read_glyph, read_small, with_scales
from checker.values.lexer import Lex, lower
from checker.values.literals import HYPHENS, Cardinal, words


def read_half(pieces: Sequence[Lex], at: int) -> Cardinal | None:
    """ "half a million", "a quarter of a million", "half a dozen", "half million", "a half", "half"."""
    word, start = lower(pieces, at), at
    article = word in ("a", "one")
    if article and lower(pieces, at + 1) in ("half", "quarter"):
        start, word = at + 1, lower(pieces, at + 1)
    if word not in ("half", "quarter"):
        return None
    value, after = Fraction(1, 2 if word == "half" else 4), start + 1
    while lower(pieces, after) in ("a", "an", "of") and after < start + 3:
        after += 1
    scaled = with_scales(pieces, Cardinal(value, after, None, words=True))
    if scaled.end > after:
        return replace(scaled, step=scaled.value)
    if word == "quarter" and not article:
        return None
    return Cardinal(value, start + 1, None, words=True, fraction=True, article=lower(pieces, at) == "a")


def over_denominator(pieces: Sequence[Lex], found: Cardinal, at: int) -> Cardinal | None:
    """ "two thirds", "one twenty-fifth", "three-quarters", "ninety-five hundred fifths"."""
    if found.decimal or found.value.denominator != 1 or found.value <= 0:
        return None
    start = past_hyphen(pieces, found.end)
    read = _read_denominator(pieces, start, plural=found.value != 1)
    if read is None:
        return None
    below, end = read
    if below >= 10**6 and found.digits:
        return None
    if below >= 100 and found.value == 1 and lower(pieces, at - 1) == "the" and lower(pieces, end) != "of":
        return None  # "the one hundredth customer"
    if below == 4 and _of_years(pieces, at, end, found):
        return None
    value = found.value / below
    part = Cardinal(value, end, None, words=found.words, digits=found.digits, fraction=value < 1)
    return _of_scale(pieces, part)


def _of_scale(pieces: Sequence[Lex], part: Cardinal) -> Cardinal:
    """ "two thirds of a million", "a tenth of a billion": with the scale that it is a part of."""
    if (lower(pieces, part.end), lower(pieces, part.end + 1)) != ("of", "a") or not part.fraction:
        return part
    scaled = with_scales(pieces, replace(part, end=part.end + 2))
    if scaled.scale < 1000:
        return part
    return replace(scaled, step=scaled.value, fraction=False, article=False)


def _of_years(pieces: Sequence[Lex], at: int, end: int, found: Cardinal) -> bool:
    """Whether quarters are those of business years: "two quarters", "the past three quarters"."""
    before, after = lower(pieces, at - 1), lower(pieces, end)
    data = words()["quarters of years"]
    return (
        found.value == 2
        or before in data["after"]
        or after in data["before"]
        or (before in data["for"] and after != "of")
    )


def _read_denominator(pieces: Sequence[Lex], at: int, *, plural: bool) -> tuple[Fraction, int] | None:
    """The denominator at `at`: "fifths", "twenty-fifths", "one hundred and fifth"."""
    end, before = at, Fraction(0)
    group = read_small(pieces, at, True)
    if group is not None:
        end, before = past_hyphen(pieces, group.end), group.value
        if lower(pieces, end) == "and":
            end += 1
    word = lower(pieces, end)
    data = words()
    single = word if not plural else "half" if word == "halves" else word[:-1] if word.endswith("s") else ""
    below = data["denominators"].get(single)
    if below is None or (before and below >= 10) or (before and before % 10):
        return None
    return before + below, end + 1


def and_fraction(pieces: Sequence[Lex], found: Cardinal) -> Cardinal | None:
    """ "two and a half", "five and a half million", "one million and a half", "two-and-a-half"."""
    at = found.end
    if lower(pieces, at) in HYPHENS and lower(pieces, at):
        at += 1
    if lower(pieces, at) != "and" or found.decimal or found.fraction:
        return None
    at = past_hyphen(pieces, at + 1)
    part = _part(pieces, at)
    if part is None:
        return None
    scaled = with_scales(pieces, part) if found.scale >= 1000 and part.scale == 1 else part
    if 1 < scaled.scale < found.scale:  # "one billion and a half million"
        return replace(found, value=found.value + scaled.value, end=scaled.end, step=None)
    if part.scale == 1 and found.scale >= 1000:  # a half of the scale: one million and a half
        return replace(found, value=found.value + part.value * found.scale, end=part.end, step=None)
    joined = replace(found, value=found.value + part.value, end=part.end, step=None, fraction=False)
    return with_scales(pieces, joined) if part.scale == 1 and found.scale == 1 else joined


def _part(pieces: Sequence[Lex], at: int) -> Cardinal | None:
    """ "a half", "a-half", "one fourth", "three fifths", "½" after "and"."""
    if (glyph := read_glyph(pieces, at)) is not None:
        return glyph
    if lower(pieces, at) in ("a", "an"):
        read = _read_denominator(pieces, past_hyphen(pieces, at + 1), plural=False)
        if read is None:
            return None
        return Cardinal(1 / read[0], read[1], None, words=True, fraction=True)
    group = read_small(pieces, at, True)
    return over_denominator(pieces, group, at) if group is not None else None


def read_article(pieces: Sequence[Lex], at: int) -> Cardinal | None:
    """ "a third of": the only fractions that an ordinal alone can mean."""
    if lower(pieces, at) not in ("a", "an"):
        return None
    read = _read_denominator(pieces, at + 1, plural=False)
    if read is None or read[0] < 3:
        return None
    after = lower(pieces, read[1])
    if after not in words()["after_fraction"] and not (
        _by(pieces, at) and after in words()["after_fraction_by"]
    ):
        return None
    return _of_scale(pieces, Cardinal(1 / read[0], read[1], None, words=True, fraction=True, article=True))


def _by(pieces: Sequence[Lex], at: int) -> bool:
    """Whether "by" stands before the words from `at`, past a hedge: "by nearly a third"."""
    return "by" in (lower(pieces, at - 1), lower(pieces, at - 2))
