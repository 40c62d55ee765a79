"""Sizes instead of numbers: "dozens", "tens of thousands", "in the low thousands", "several hundred"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from checker.model import Interval, Span
from checker.values.lexer import Lex
from checker.values.literals import grand_at, words
from checker.values.quantity import Numeral


def read_magnitude(pieces: Sequence[Lex], at: int) -> tuple[Numeral, int, int] | None:
    """ "dozens", "tens of thousands", "the low thousands", "hundreds of millions"."""
    data, word, start = words(), pieces[at].lower, at
    part = data["magnitude_parts"].get(word)
    if part is not None:
        at += 2 if at + 1 < len(pieces) and pieces[at + 1].text == "-" else 1
        word = pieces[at].lower if at < len(pieces) else ""
        if word not in data["magnitudes"]:
            return None
    times = data["magnitude_multipliers"].get(word)
    if times is not None and at + 2 < len(pieces) and pieces[at + 1].lower == "of":
        size = data["magnitudes"].get(pieces[at + 2].lower)
        if size is not None and size["unit"] >= 1000:
            unit = Fraction(size["unit"])
            low, high = unit * times["low"], unit * times["high"]
            stated = (unit * times["unit"], unit * times["next"])
            return _sized(pieces, start, at + 3, stated, Interval(low, high, high_open=True))
    size = data["magnitudes"].get(word)
    if size is None:
        return None
    if "needs" in size and (at + 1 >= len(pieces) or pieces[at + 1].lower != size["needs"]):
        return None
    low, high = Fraction(size["low"]), Fraction(size["high"])
    if part is not None:
        tenth = Fraction(size["next"], 10)
        low, high = part[0] * tenth, part[1] * tenth
    stated = (Fraction(size["unit"]), Fraction(size["next"]))
    return _sized(pieces, start, at + 1, stated, Interval(low, high, high_open=True))


def read_vague(pieces: Sequence[Lex], at: int) -> tuple[Numeral, int, int] | None:
    """ "several", "a few", "a couple of", alone or before a scale: "several hundred"."""
    start, data = at, words()
    if pieces[at].lower == "a" and at + 1 < len(pieces):
        at += 1
    word = pieces[at].lower
    entry = data["vague"].get(word)
    if entry is None or (at == start and word in ("couple", "handful")):
        return None
    end = at + 1
    after = pieces[end].lower if end < len(pieces) else ""
    scale, stop = _scales(pieces, end + 1 if after == "of" else end)
    if word == "couple" and after not in ("of", "more") and scale == 1:
        return None
    if word in ("couple", "few") and (grand := grand_at(pieces, end + (after == "of"))):
        return _vague(pieces, start, end + (after == "of") + 1, entry, grand)
    if scale > 1 and (after != "of" or word in ("couple", "handful")):
        return _vague(pieces, start, stop, entry, scale)
    if word in ("couple", "handful") and after == "of":
        end += 1
    return _vague(pieces, start, end, entry, Fraction(1))


def _scales(pieces: Sequence[Lex], at: int) -> tuple[Fraction, int]:
    """The scales from piece `at`, multiplied ("hundred thousand"), and the index after them."""
    data, scale = words(), Fraction(1)
    while at < len(pieces):
        word = pieces[at].lower
        size = data["scales"].get(word) or data["dozens"].get(word) or (100 if word == "hundred" else 0)
        if not size or (scale > 1 and size <= scale):
            break
        scale, at = scale * size, at + 1
    return scale, at


def _vague(
    pieces: Sequence[Lex], start: int, end: int, entry: dict[str, int], scale: Fraction
) -> tuple[Numeral, int, int]:
    """A small number left open, times its scale."""
    stated = (Fraction(entry["stated"]) * scale,) if "stated" in entry else ()
    bounds = Interval(entry["low"] * scale, entry["high"] * scale)
    numeral, _, _ = _sized(
        pieces, start, end, stated or (bounds.low or Fraction(0), bounds.high or Fraction(0)), bounds
    )
    return replace(numeral, magnitude=False, vague=True, scale=scale), start, end


def _sized(
    pieces: Sequence[Lex], start: int, end: int, stated: tuple[Fraction, ...], bounds: Interval
) -> tuple[Numeral, int, int]:
    span = Span(pieces[start].start, pieces[end - 1].end)
    return Numeral(span, span, stated, bounds, hedge="~", step=None, magnitude=True), start, end
