"""Productions of a `size`, no exact number: "tens of thousands", "the low hundreds", "several hundred"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from checker.data import load
from checker.model import Interval
from checker.values.chart import GRAMMAR, Match
from checker.values.numbers import is_grand
from checker.values.quantity import Numeral

_THOUSAND = Fraction(1000)


@GRAMMAR.production("size", "size", "magnitude_parts? magnitudes", "magnitude_parts - magnitudes",
                    "magnitude_parts? magnitude_multipliers of magnitudes",
                    "magnitude_parts - magnitude_multipliers of magnitudes")  # fmt: skip
def size(m: Match) -> Numeral | None:
    """ "Thousands", "the low thousands", "tens of thousands", "low tens of thousands"."""
    entry, times, part = m.parts[-1].data, m.part("magnitude_multipliers"), m.part("magnitude_parts")
    if (times and entry["unit"] < _THOUSAND) or (len(m.parts) == 1 and not _is_size(m, entry)):
        return None
    told = times or entry  # what the part is a part of
    ends = tuple(end * Fraction(told["next"], 10) for end in part) if part else (told["low"], told["high"])
    scale = Fraction(entry["unit"] if times else 1)
    return _sized((scale * told["unit"], scale * told["next"]), scale * ends[0], scale * ends[1])


def _is_size(m: Match, entry: dict[str, Any]) -> bool:
    return "needs" not in entry or m.after() == entry["needs"]


@GRAMMAR.production("size upon size", "size", "magnitudes upon magnitudes")
def size_upon_size(m: Match) -> Numeral | None:
    """ "thousands upon thousands", "thousands and thousands": one such size, told with force."""
    entry = m[0]
    return _sized((entry["unit"], entry["next"]), entry["low"], entry["high"]) if entry == m[2] else None


def _sized(stated: tuple[int | Fraction, ...], low: int | Fraction, high: int | Fraction) -> Numeral:
    bounds = Interval(Fraction(low), Fraction(high), high_open=True)
    values = tuple(map(Fraction, stated))
    return replace(Numeral.plain(values[0], None), values=values, bounds=bounds, hedge="~", magnitude=True)


@GRAMMAR.production("a number left open", "size", "article? vague of? vague_scale?")
def vague(m: Match) -> Numeral | None:
    """ "a few", "another couple of", "several hundred", "a couple of thousand"."""
    entry, scale, data = m.part("vague"), m.part("vague_scale"), load("numbers")
    article, alone = "article" in entry, "pair" in entry and not (scale or m.has("of"))
    opened = (
        m.has("article")
        or m.before() in data["openers"]
        or m.after() in load("durations")["links"]["plural unit"]
    )
    if (article and not opened) or (m.has("of") and not article):
        return None
    return None if alone and m.after() != data["basis"]["inside"]["more"][0] else _vague(entry, scale or 1)


@GRAMMAR.production("scale after a vague word", "vague_scale", "scale", "grand", "scale scale")
def scale_of_vague(m: Match) -> Fraction | None:
    if m.has("grand") and not is_grand(m):
        return None
    if len(m.parts) == 1:
        return None if m[0].plural else Fraction(m[0].size)
    return m[0].size * m[1].size if m[1].size > m[0].size else None


def _vague(entry: dict[str, int], times: Fraction | int) -> Numeral:
    scale = Fraction(times)
    bounds = Interval(entry["low"] * scale, entry["high"] * scale)
    stated = (entry["stated"],) if "stated" in entry else (entry["low"], entry["high"])
    values = tuple(value * scale for value in map(Fraction, stated))
    plain = Numeral.plain(values[0], None, scale=scale)
    return replace(plain, values=values, bounds=bounds, hedge="~", vague=True)
