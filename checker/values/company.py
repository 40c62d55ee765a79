"""Whether a doubtful word or letter is a unit beside a number, and what the words around make an amount."""

from __future__ import annotations

from collections.abc import Sequence

from checker.data import load
from checker.model import Basis
from checker.values.conditions import Place, near, words_after, words_before
from checker.values.lexer import Lex, is_link, lower
from checker.values.units import Form, data

_MILLION, _THOUSAND = 10**6, 1000


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


def is_unit(form: Form, place: Place) -> bool:
    """Whether a form of a unit is one there; those without conditions always are."""
    company = data()["company"]
    wanted = company["as written"].get(form.text) if form.cued else company["words"].get(form.unit.shown)
    if form.cued and place.number.digits and place.divides():
        return True
    if form.cued and wanted is None:
        return False
    return wanted is None or (not form.cued and not form.word) or place.holds(wanted)


def pounds_are_money(place: Place) -> bool:
    """Whether "pounds" are sterling there: told by size, what is said of them, and what is around."""
    number, after, money = place.number, place.after, load("currencies")
    if (
        max(number.scale, abs(number.value)) >= _MILLION
        or after in money["pound goods"]
        or _with_pence(place)
    ):
        return True
    mass = place.near("weight") or is_link(after, "of")
    paid = lower(place.pieces, place.start - 1) in money["paid for"] and number.value >= _THOUSAND
    if not mass and paid:
        return True  # "built for 60,000 pounds"
    told = near(place.pieces, place.start, place.end, money["money cues"])
    return (
        told if told != mass else not mass and any(piece.text in money["sterling"] for piece in place.pieces)
    )


def _with_pence(place: Place) -> bool:
    """ "3 pounds 50", "three pounds fifty": what follows the pounds, and ends the clause, is pence."""
    if place.end >= len(place.pieces):
        return False
    pence, after = place.pieces[place.end], lower(place.pieces, place.end + 1)
    said = (pence.text.isdecimal() and len(pence.text) == 2) or pence.lower in load("numbers")["tens"]
    return said and not after[:1].isalnum() and after not in ("%", "-")
