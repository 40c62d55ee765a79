"""Hedges: the words beside a number that say how it is limited, and the set they make of it.

The words are data (rules/vocabulary/hedges.yaml); the bounds each one gives are in docs/values.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from checker.data import load
from checker.model import Interval
from checker.values.lexer import Lex, Piece, lex

_TENTH = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class Hedge:
    """A limiting phrase found beside a number: its kind, sign and the pieces [start, end) it takes."""

    name: str
    sign: str
    start: int
    end: int


Cue = tuple[tuple[str, ...], str, str]  # words, name, sign


@lru_cache(maxsize=1)
def _cues() -> tuple[dict[str, list[Cue]], dict[str, list[Cue]]]:
    """Cues before a number by their last word, and cues after it by their first; longest first."""
    before: dict[str, list[Cue]] = {}
    after: dict[str, list[Cue]] = {}
    data = load("hedges")
    for table, position, key in ((before, "before", -1), (after, "after", 0)):
        for name, entry in data[position].items():
            for cue in entry["cues"]:
                phrase = tuple(piece.lower for piece in lex(cue))
                table.setdefault(phrase[key], []).append((phrase, name, entry["sign"]))
        for cues in table.values():
            cues.sort(key=lambda cue: -len(cue[0]))
    return before, after


@lru_cache(maxsize=1)
def _between() -> frozenset[str]:
    return frozenset(load("hedges")["between"])


def hedge_before(pieces: Sequence[Lex], at: int) -> Hedge | None:
    """The longest hedge that ends right before piece `at`, past currency signs and articles."""
    for end in range(at, max(at - 4, 0), -1):
        if end < at and pieces[end].lower not in _between():
            return None
        for phrase, name, sign in _cues()[0].get(pieces[end - 1].lower, ()):
            start = end - len(phrase)
            if start < 0 or any(pieces[start + i].lower != word for i, word in enumerate(phrase)):
                continue
            if end < at and pieces[end - 1].piece is Piece.WORD and pieces[end - 1].end == pieces[end].start:
                continue  # "CA$ 40"
            return None if _is_particle(pieces, start, phrase, at) else Hedge(name, sign, start, end)
    return None


@lru_cache(maxsize=1)
def _phrasal() -> dict[str, frozenset[str]]:
    data = load("hedges")
    found = {cue: frozenset(verbs) for cue, verbs in data["phrasal"].items()}
    units = (word for unit in load("durations")["units"].values() for word in unit["words"])
    return {**found, "taking": frozenset(data["taking"]), "time": frozenset(units)}


def _is_particle(pieces: Sequence[Lex], start: int, phrase: tuple[str, ...], at: int) -> bool:
    """Whether "over" or "up to" goes with the word before it: "hand over 30", "it adds up to 12"."""
    cue, before = " ".join(phrase), pieces[start - 1].lower if start else ""
    if cue not in ("over", "up to") or not before:
        return False
    known = _phrasal()
    if before in known[cue]:
        return True
    if cue != "over" or before not in known["taking"] or pieces[at - 1].piece is Piece.MARK:
        return False
    reach = 6 if at + 1 < len(pieces) and pieces[at + 1].lower == "and" else 3  # "two and a half hours"
    return not any(piece.lower in known["time"] for piece in pieces[at + 1 : at + reach])


def hedge_after(pieces: Sequence[Lex], at: int) -> Hedge | None:
    """The longest hedge that starts at piece `at`."""
    if at >= len(pieces):
        return None
    for phrase, name, sign in _cues()[1].get(pieces[at].lower, ()):
        end = at + len(phrase)
        if end <= len(pieces) and all(pieces[at + i].lower == word for i, word in enumerate(phrase)):
            if name == "odd" and end - at == 1 and pieces[at].start != pieces[at - 1].end:
                continue
            if (phrase[-1] == "than" and end < len(pieces) and pieces[end].is_number) or (
                end < len(pieces) and pieces[end].lower == "than"
            ):
                continue  # "5,000 or less than 6,000", "20 and less than 30"
            if phrase[-1] == "up" and end < len(pieces) and pieces[end].lower == "to":
                continue  # "$5m and up to 100 jobs"
            if (phrase[0] in ("and", "plus") and _number_at(pieces, end)) or _is_name(pieces[at], phrase):
                continue  # "8 dead and over 200 injured", "a 737 Max"
            return Hedge(name, sign, at, end)
    return None


def _number_at(pieces: Sequence[Lex], at: int) -> bool:
    """Whether a number may start at piece `at`: digits, a sign of money, a number in words, an article."""
    if at >= len(pieces):
        return False
    numbers, word = load("numbers"), pieces[at].lower
    known = any(word in numbers[table] for table in ("units", "tens", "currency_marks"))
    return pieces[at].is_number or known or word in ("a", "an", "half")


def _is_name(piece: Lex, phrase: tuple[str, ...]) -> bool:
    """Whether a hedge of one word is written as a name: "737 Max", "iPhone 14 Plus"."""
    return len(phrase) == 1 and piece.is_word and piece.text[0].isupper()


def closed(pieces: Sequence[Lex], hedge: Hedge, at: int) -> tuple[Hedge, int] | None:
    """The hedge with its bound closed by "or equal (to)" at piece `at`, and the index after that."""
    name = {"over": "at_least", "under": "at_most"}.get(hedge.name)
    if name is None or at >= len(pieces) or pieces[at].lower != "or":
        return None
    for words in _closing():
        if tuple(piece.lower for piece in pieces[at : at + len(words)]) == words:
            after = at + len(words)
            number = after < len(pieces) and pieces[after].is_number
            return None if number else (Hedge(name, hedge.sign, hedge.start, hedge.end), after)
    return None


@lru_cache(maxsize=1)
def _closing() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in load("hedges")["closing"])


def limited(name: str | None, value: Fraction, step: Fraction | None) -> Interval:
    """What `value` denotes under the hedge `name`; `step` is the place of its last stated digit."""
    near = abs(value) * _TENTH
    match name:
        case "over":
            return Interval(value, None, low_open=True)
        case "at_least":
            return Interval(value, None)
        case "under":
            return Interval(None, value, high_open=True)
        case "at_most":
            return Interval(None, value)
        case "just_over" | "just_under" | "nearly" if not value:
            return Interval.point(value)  # a tenth of nothing is no room: "nearly 0"
        case "just_over":
            return Interval(value, value + near, low_open=True)
        case "just_under" | "nearly":
            return Interval(value - near, value, high_open=True)
        case "about":
            half = max(abs(value) * _spread(value, step), (step or Fraction(0)) / 4)
            return Interval(value - half, value + half)
        case "odd":
            return Interval(value, value + (step or value * _TENTH), high_open=True)
    return Interval.point(value)


def _spread(value: Fraction, step: Fraction | None) -> Fraction:
    """How far "about" reaches, by the number of significant digits: 10, 5 or 2 per cent."""
    digits = significant(value, step)
    return _TENTH if digits == 1 else Fraction(1, 20) if digits == 2 else Fraction(1, 50)


def significant(value: Fraction, step: Fraction | None) -> int:
    """How many digits of `value` are significant, trailing zeros of whole numbers being none."""
    if not step or not value:
        return 1
    count = abs(value) / step
    if count.denominator != 1:
        return 1
    text = str(count.numerator)
    return len(text if step < 1 else text.rstrip("0"))


def rounded(value: Fraction, step: Fraction | None, *, exact: bool) -> Interval:
    """What a writer may have rounded to `value`: half its last stated place either way, at most 5 %.

    With `exact` (things counted one by one) a number that ends in no zero is not rounded, and one
    that does is to the widest of 10, 50, 100, 500 … that its zeros and 2.5 % of it allow.
    """
    if not step or not value:
        return Interval.point(value)
    half = min(step / 2, abs(value) / 20)
    if exact and step == 1:
        half = _round_half(value)
    return Interval(value - half, value + half)


def _round_half(value: Fraction) -> Fraction:
    """Half the coarsest rounding that a whole number in full digits may carry."""
    best, step = Fraction(0), Fraction(10)
    while step / 2 <= abs(value) / 40:
        if value % step == 0:
            best = step / 2
        step = step * 2 if str(step.numerator)[0] == "5" else step * 5
    return best
