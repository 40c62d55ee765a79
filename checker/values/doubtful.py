"""Words and letters that are units only in the right company: "in", "m", "C", "feet", "degrees", "pounds".

The company is data: `cues` of rules/vocabulary/units.yaml and rules/vocabulary/currencies.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.data import load
from checker.values.lexer import Lex, lower
from checker.values.phrases import words_after, words_before
from checker.values.places import Place
from checker.values.pounds import pounds_are_money
from checker.values.units import Form, Unit, data, unit_at, units

_INCH_MARKS = ('"', "″", "”", "''")


def reading_of(form: Form, place: Place) -> Unit | None:
    """The unit that `form` is there, or None where it is something else."""
    shown = form.unit.shown
    if place.numeral.bare_article:
        return form.unit if form.word and _one_of(shown, place) else None
    if form.cued:
        return form.unit if _cued(form.text, place) else None
    match shown:
        case "lb" if form.word:
            return None if pounds_are_money(place) else form.unit
        case "degree":
            return _degrees(form, place)
        case "ft" if form.word:
            before = words_before(place.pieces, place.start, 1)
            return None if before and before[0] in ("on", "his", "her", "their", "my", "its") else form.unit
        case "carat":
            return None if place.after == "gold" else form.unit
        case "bit" if form.word:
            return form.unit if place.numeral.digits else None
        case "ounce" if form.word or place.numeral.digits:
            metals = {"gold", "silver", "platinum", "palladium", "bullion"}
            return (
                units()["troy ounce"] if metals & set(words_after(place.pieces, place.end, 3)) else form.unit
            )
    return form.unit


def _one_of(shown: str, place: Place) -> bool:
    """ "a mile" is one; "25 miles a gallon", "$3 a gallon" and "tax per a gallon" are rates."""
    if shown not in data()["with_article"]:
        return False
    if place.start == 0:
        return True
    before = place.pieces[place.start - 1]
    return not (
        before.is_number
        or before.lower in data()["cues"]["before a rate"]
        or before.lower in load("currencies")["per"]
        or before.lower in load("numbers")["scales"]
        or unit_at(place.pieces, place.start - 1) is not None
    )


def _cued(text: str, place: Place) -> bool:
    """Whether a letter or word that is a unit only with a cue is one there."""
    match text:
        case "m":
            return _metres(place)
        case "in":
            return _inches(place)
        case "'" | "′" | "’":
            return place.glued and place.after in ("tall", "long", "wide", "high", "deep")
        case "g":
            if place.numeral.value < 7 and place.near("wireless"):
                return False  # "a 4g network"
            return place.glued or not (place.after and place.after[0].isalpha()) or place.after == "of"
        case "t":
            return lower(place.pieces, place.end) not in ("'", "’", "-")
        case "C" | "F":
            return _scale_letter(place)
        case "c" | "f":
            return place.stops() and not place.glued and _scale_letter(place)
        case "st" if place.glued and place.numeral.value % 10 == 1 and place.numeral.value % 100 != 11:
            return False  # "21st"
        case "stone" | "st":
            if lower(place.pieces, place.end + 1) in ("pound", "pounds", "lb", "lbs"):
                return True  # "12 stone 4 pounds"
            return (place.glued or place.near("weight")) and not place.near("learning")
        case "turn" | "turns":
            return place.near("rotation") and place.pieces[place.unit - 1].lower != "-"
        case "bar" | "bars":
            return place.near("pressure")
        case "W" | "V" | "MP":
            return place.numeral.digits and (place.glued or lower(place.pieces, place.unit - 1) == "-")
    return text in _INCH_MARKS and _inch_mark(place)


def _metres(place: Place) -> bool:
    """A glued "100m", or "1.8 m" that stands alone or before a word of length."""
    if not place.numeral.digits or place.numeral.scale != 1:
        return False
    if place.glued or lower(place.pieces, place.unit - 1) == "-":
        return True
    return place.stops() or place.after in data()["cues"]["after length"] or place.near("length")


def _inches(place: Place) -> bool:
    """ "10in" and "2 in thick"; "2 in my car" is none."""
    if not place.numeral.digits:
        return False
    adjectives = data()["cues"]["after length"][:7]
    if place.after in adjectives or (place.after in ("of", "x") and place.near("length")):
        return True
    if place.glued or lower(place.pieces, place.unit - 1) == "-":
        return True
    return place.stops() and place.near("length")


def _inch_mark(place: Place) -> bool:
    """A mark after digits that closes no quotation."""
    if not place.numeral.digits:
        return False
    marks = [piece.text for piece in place.pieces[max(0, place.unit - 400) : place.unit]]
    mark = place.pieces[place.unit].text
    closes = marks.count("“") > marks.count("”") if mark == "”" else marks.count(mark) % 2 == 1
    return (
        not closes
        and bool(place.after)
        and (place.glued or place.after in data()["cues"]["after length"][:7])
    )


def _scale_letter(place: Place) -> bool:
    """ "35C", "98 F": a temperature, not a filing (13F), a block or a bra."""
    numeral = place.numeral
    if not numeral.digits or abs(numeral.value) > 3000:
        return False
    if numeral.signed == "-" or ((numeral.decimal or numeral.range) and place.glued):
        return True
    named = place.end < len(place.pieces) and place.pieces[place.end].text[0].isupper()
    return not named and place.near("temperature")


def _degrees(form: Form, place: Place) -> Unit | None:
    """Degrees of temperature, of an angle or of a university."""
    temperature = unsaid_scale()
    if place.numeral.values[0] < 0 or below_zero(place.pieces, place.end) or _is_warmer(place):
        return temperature
    if any(cue in data()["cues"]["temperature"] and cue != "degrees" for cue in _around(place)):
        return temperature
    hyphen = lower(place.pieces, place.unit - 1) == "-"
    many = place.numeral.value > 4 if place.numeral.digits else place.numeral.value >= 10
    return form.unit if (place.numeral.digits and hyphen) or many or not place.numeral.value else None


def unsaid_scale() -> Unit:
    """The degree of a temperature of which nobody says whether it is Celsius or Fahrenheit."""
    degree = units()["degree"]
    return Unit("degree", "temperature of unsaid scale", degree.low, degree.high)


def below_zero(pieces: Sequence[Lex], at: int) -> bool:
    """ "10 degrees below zero"."""
    return lower(pieces, at) == "below" and lower(pieces, at + 1) == "zero"


def _around(place: Place) -> list[str]:
    return words_before(place.pieces, place.start) + words_after(place.pieces, place.end)


def is_difference(place: Place) -> bool:
    """Whether a temperature is how much warmer it got or is, not how warm it is."""
    return "by" in words_before(place.pieces, place.start, 2) or _is_warmer(place)


def _is_warmer(place: Place) -> bool:
    """ "2 degrees warmer", "5 degrees above normal"."""
    after = words_after(place.pieces, place.end, 3)
    first = after[0] if after else ""
    usual = data()["cues"]["usual"]
    apart = first in ("above", "below") and not {*words_after(place.pieces, place.end, 5)}.isdisjoint(usual)
    return apart or "warming" in after or first in data()["cues"]["difference"]
