"""What amounts share whatever their unit: the words around them, "per" phrases and ranges of two amounts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from checker.data import load
from checker.model import Basis, Counted, Interval, Span
from checker.values.lexer import Lex, glued, lower
from checker.values.quantity import Numeral
from checker.values.units import Unit, times, unit_at

_LINKS = ("to", "-", "–", "—")
_ENDS = frozenset(".!?;")


def words_before(pieces: Sequence[Lex], at: int, reach: int = 12) -> list[str]:
    """The words before piece `at`, back to the start of its sentence and `reach` pieces at most."""
    start = at
    while start > 0 and at - start < reach and not _ends(pieces, start - 1):
        start -= 1
    return [piece.lower for piece in pieces[start:at]]


def words_after(pieces: Sequence[Lex], at: int, reach: int = 12) -> list[str]:
    """The words from piece `at`, to the end of its sentence and `reach` pieces at most."""
    end = at
    while end < len(pieces) and end - at < reach and not _ends(pieces, end):
        end += 1
    return [piece.lower for piece in pieces[at:end]]


def _ends(pieces: Sequence[Lex], at: int) -> bool:
    """Whether piece `at` ends a sentence: a stop before white space and not after a short word ("St.")."""
    if pieces[at].text not in _ENDS:
        return False
    apart = at + 1 >= len(pieces) or pieces[at + 1].start > pieces[at].end
    return apart and not (glued(pieces, at) and pieces[at - 1].is_word and len(pieces[at - 1].text) < 4)


def near(pieces: Sequence[Lex], start: int, end: int, cues: Collection[str]) -> bool:
    """Whether a cue stands in the same sentence, within twelve pieces of [start, end)."""
    return not set(cues).isdisjoint(words_before(pieces, start) + words_after(pieces, end))


# --- per what --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rate:
    """What an amount is per: its name ("share", "day"), the unit where it is one, and where it ends."""

    name: str
    unit: Unit | None
    end: int


def rate_at(pieces: Sequence[Lex], at: int) -> Rate | None:
    """ "per day", "an hour", "a share", "/kg", "-a-barrel", "per 100,000 people" at piece `at`."""
    link, start = lower(pieces, at), at + 1
    if link == "-" and lower(pieces, at + 1) in ("a", "an", "per"):
        link, start = lower(pieces, at + 1), at + 2
    if link == "for" and lower(pieces, at + 1) in ("each", "every"):
        link, start = "each", at + 2
    if link not in ("a", "an", "per", "/", "each", "every"):
        return None
    if link == "/" and not glued(pieces, at):
        return None
    if lower(pieces, start) == "-":
        start += 1
    return _over(pieces, link, start)


def _over(pieces: Sequence[Lex], link: str, at: int) -> Rate | None:
    """What stands after "per", "/", "a" …; an article must be followed by what amounts are often per."""
    word = lower(pieces, at)
    if not word or not pieces[at].is_word:
        return None
    name = _singular(word)
    if name in times() and (link in ("per", "/") or len(name) > 1):
        return None if _tells_when(pieces, link, at) else Rate(times()[name].shown, times()[name], at + 1)
    if link in ("per", "/", "a", "an", "each", "every") and (found := unit_at(pieces, at)) is not None:
        form, end = found
        if link in ("per", "/") or (form.word and not form.cued):
            return Rate(form.unit.shown, form.unit, end)
    if link == "per" and word in ("annum", "capita"):
        return Rate("year", times()["year"], at + 1) if word == "annum" else Rate("person", None, at + 1)
    if name in load("currencies")["per"] or (link == "per" and word not in ("cent", "se")):
        return Rate(name, None, at + 1)
    return None


def _tells_when(pieces: Sequence[Lex], link: str, at: int) -> bool:
    """ "a year earlier" and "a quarter of" are no rates."""
    after = lower(pieces, at + 1)
    if after == "-" and not glued(pieces, at + 1):
        return False
    return after in load("currencies")["not per"] or (after == "of" and pieces[at].lower == "quarter")


def _singular(word: str) -> str:
    """The singular of a unit of time; anything else unchanged."""
    return word[:-1] if word.endswith("s") and word[:-1] in times() and len(word) > 3 else word


def counted_per(pieces: Sequence[Lex], rate: Rate | None) -> Counted | None:
    """What an amount is for one of: the share of "$5 a share"."""
    if rate is None:
        return None
    last = pieces[rate.end - 1]
    return Counted(rate.name, Span(last.start, last.end), rate.name.split()[-1])


# --- ranges ----------------------------------------------------------------------------------------


def range_start(pieces: Sequence[Lex], start: int, end: int, second: int) -> int | None:
    """Where a range of two amounts opens, the first at pieces [start, end), the second from `second`.

    None where they are none: "rose from $5 to $6" tells two levels, "prices from $5 to $6" a range.
    """
    before = lower(pieces, start - 1)
    if second == end and lower(pieces, end) == "up" and before == "from":
        return start - 1  # "from 450 up to 900": the hedge of the second is the link
    if second != end + 1:
        return None
    link = lower(pieces, end)
    if link == "and":
        return start - 1 if before == "between" else None
    if link not in _LINKS:
        return None
    if link == "-" and not glued(pieces, end) and glued(pieces, second):
        return None  # a minus sign
    if before != "from":
        if _changes(words_before(pieces, start, 2)) and link == "to":
            return None  # "rose $2 to $25"
        return start - 1 if before == "between" else start
    return None if _changes(words_before(pieces, start - 1, 6)) else start - 1


def _changes(words: list[str]) -> bool:
    return not set(load("currencies")["changing"]).isdisjoint(words)


def shares_unit(pieces: Sequence[Lex], end: int, second: int) -> str | None:
    """The link by which a number that ends before piece `end` takes the unit of the number at `second`.

    "eight or nine euros", "10- to 15-foot waves", "0-to-60-mph", "5-, 10- and 15-km runs".
    """
    link = [piece.lower for piece in pieces[end:second]]
    if link == ["or"]:
        return "or"
    if link in (["by"], ["x"], ["×"], ["-", "by", "-"], ["by", "-"]):
        return "or"  # "4-by-6-foot": two measures of one unit
    hangs = link[:1] == ["-"] and set(link[1:]) <= {"to", "or", "and", ",", "-"} and 1 < len(link) < 4
    return None if not hangs else "to" if "to" in link else "or"


def spread(numeral: Numeral, low: Fraction, high: Fraction, hedge: str = "=") -> Numeral:
    """`numeral` as a range from `low` to `high`, both included."""
    bounds = Interval(low, high)
    return replace(numeral, hedge=hedge, limit=None, values=(low, high), bounds=bounds, range=True)


# --- basis -----------------------------------------------------------------------------------------


def basis_of(pieces: Sequence[Lex], start: int, end: int) -> Basis | None:
    """Whether the words around an amount say that it is for each, in total, more, or a part."""
    cues = load("numbers")["basis"]
    before, after = words_before(pieces, start, 3), words_after(pieces, end, 3)
    for basis in (Basis.PART, Basis.MORE, Basis.TOTAL, Basis.EACH):
        for phrase in cues["before"].get(basis.value, ()):
            words = phrase.split()
            if before[-len(words) :] == words:
                return basis
        for phrase in cues["after"].get(basis.value, ()):
            words = phrase.split()
            if after[: len(words)] == words:
                return basis
    return None
