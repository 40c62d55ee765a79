"""Whether bare digits are a year: what speaks for one against what speaks for a count of so many."""

from __future__ import annotations

from collections.abc import Callable

from checker.data import load
from checker.values.labels import LIKELY, MAYBE, SURE, Spot
from checker.values.lexer import is_link, label_words, lower, time_words

FIRST_YEAR, _LAST_YEAR, FIRST_LIKELY = 1000, 2199, 1500


def year(spot: Spot) -> int:
    """Four bare digits: what speaks for a year against what speaks for a count."""
    number, token = spot.number, spot.last
    said = spot.text[number.core.start : number.core.end]
    if not all(FIRST_YEAR <= value <= _LAST_YEAR for value in number.values):
        return 0
    if number.range:
        if len(number.values) != 2 or not set(said).isdisjoint(",~") or not number.digits:
            return 0
    elif not (len(said) == 4 and said.isdecimal()):
        return 0
    before = token.doc[token.i - 1] if token.i else None
    if number.limit in label_words("limits"):
        return 0  # "under 1000", "slid below 2000"
    dated = before is not None and before.lower_ in time_words("year_strong")
    day = any(one.ent_type_ == "DATE" for one in token.doc[spot.token.i : token.i + 1])
    for_year = (3 if dated and not spot.counts else 0) + (2 if day else 0) + 1
    return max(0, for_year - _for_count(spot))


def _for_count(spot: Spot) -> int:
    """What speaks for a count of so many: the first of `_COUNTS` that holds."""
    return next((sure for holds, sure in _COUNTS if holds(spot)), 0)


def _is_size(spot: Spot) -> bool:
    """ "A majority of 1,900", "a total of 2000"."""
    sizes = (*load("numbers")["sized"], *load("changes")["summing"])
    return spot.word("-2") in sizes and is_link(spot.word("-1"), "of")


def _is_early(spot: Spot) -> bool:
    return all(value < FIRST_LIKELY for value in spot.number.values)


def _is_level(spot: Spot) -> bool:
    """A round number after a word of change or a preposition that no year stands after."""
    before = label_words("before a level") | label_words("never before a year")
    return spot.holds(["round"]) and (spot.number.range or spot.word("-1") in before)


def _is_dated(spot: Spot) -> bool:
    return bool(spot.last.ent_type_ == "DATE")


def _is_told_after(spot: Spot) -> bool:
    """Whether a word stands before it that years stand after as well."""
    at = spot.last.i - 1
    return at >= 0 and spot.last.doc[at].pos_ in ("DET", "PRON", "ADP", "ADJ")


def _is_owned(spot: Spot) -> bool:
    """ "They have 2000 members", "there are 2000 members"."""
    head = spot.last.head
    owned = head.dep_ == "dobj" and head.head.lemma_ in label_words("owning")
    return bool(owned or head.dep_ == "attr")


def _falling(spot: Spot) -> bool:
    """Whether it is an end of "from 1950 to 1700": years go up."""
    links = load("grammar")["links"]
    for other, at in ((spot.end + 1, spot.end), (spot.start - 2, spot.start - 1)):
        if 0 < at < len(spot.pieces) and lower(spot.pieces, at) in links["to"] and spot.bare:
            said = lower(spot.pieces, other)
            first = spot.start if at == spot.end else other
            falls = said.isdecimal() and (int(said) < spot.number.value) == (at == spot.end)
            if falls and len(said) == 4 and lower(spot.pieces, first - 1) in links["from"]:
                return True
    return False


# What speaks for a count and not for a year, with how sure it makes it.
_COUNTS: tuple[tuple[Callable[[Spot], bool], int], ...] = (
    (_is_size, SURE + LIKELY),
    (lambda s: s.holds(["round & limited & !capital +0"]) and _is_dated(s) and not _is_early(s), MAYBE),
    (lambda s: s.holds(["round & limited & !capital +0"]), SURE),
    (_is_level, SURE + LIKELY),
    (_falling, SURE + LIKELY),
    (lambda s: not s.counts or s.last.head.tag_ == "NNPS", 0),
    (_is_early, SURE),
    (lambda s: not _is_dated(s), LIKELY),
    (_is_told_after, 0),
    (_is_owned, SURE),
)
