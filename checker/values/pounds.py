"""Whether "pounds" are money or a weight."""

from __future__ import annotations

from checker.data import load
from checker.values.lexer import lower
from checker.values.phrases import near
from checker.values.places import Place

_COINED = ("sterling", "coin", "coins", "note", "notes")
_MILLION, _THOUSAND = 10**6, 1000


def pounds_are_money(place: Place) -> bool:
    """Whether "pounds" are sterling there: told by size, what is said of them, and who writes."""
    numeral, after = place.numeral, place.after
    if max(numeral.scale, abs(numeral.value)) >= _MILLION or after in _COINED:
        return True
    if after in load("currencies")["pound goods"] or _with_pence(place):
        return True
    mass = place.near("weight") or after == "of"
    if not mass and lower(place.pieces, place.start - 1) == "for" and numeral.value >= _THOUSAND:
        return True  # "built for 60,000 pounds"
    money = near(place.pieces, place.start, place.end, load("currencies")["money cues"])
    if money != mass:
        return money
    return not mass and ("£" in place.article.text)


def _with_pence(place: Place) -> bool:
    """ "3 pounds 50", "three pounds fifty": what follows the pounds, and ends the clause, is pence."""
    if place.end >= len(place.pieces):
        return False
    pence, after = place.pieces[place.end], lower(place.pieces, place.end + 1)
    said = (pence.text.isdecimal() and len(pence.text) == 2) or pence.lower in load("numbers")["tens"]
    return said and not after[:1].isalnum() and after not in ("%", "-")
