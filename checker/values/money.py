"""Productions of sums of money: symbols, codes and names of currencies around a number."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from checker.data import load
from checker.model import Kind
from checker.values.amounts import Amount, amount_of, below, counted_in, has_symbol
from checker.values.chart import GRAMMAR, Match
from checker.values.company import pounds_are_money
from checker.values.conditions import Place, near
from checker.values.items import lexicon
from checker.values.lexer import HYPHENS, glued, is_link
from checker.values.quantity import Numeral
from checker.values.units import Unit

_YEAR_DIGITS = 4
_VIDEO = (240, 360, 480, 540, 720, 1080, 1440, 2160, 4320)


@GRAMMAR.production("symbol of money before", "amount", "symbol quantity", "code quantity",
                    "letters quantity")  # fmt: skip
def money_after(m: Match) -> Amount | None:
    """ "$5", "US$ 3.5bn", "RM2.70", "EUR 125 million"."""
    number: Numeral = m[1]
    if not number.digits or number.core.start != number.span.start or not _stands(m):
        return None
    return _in_full(m, number, m[0][0] if m.has("letters") else m[0])


def _in_full(m: Match, number: Numeral, unit: Unit) -> Amount:
    """With the number times what its symbol is worth: "120 MEUR" are 120,000,000 euros."""
    whole = number.times(unit.low) if unit.low > 1 else number
    return amount_of(m, whole, replace(unit, low=Fraction(1), high=Fraction(1)))


def _stands(m: Match) -> bool:
    """Whether a symbol is one there: "a $5m deal" is no A$, and "P 5" no pesos."""
    end = m.parts[0].end
    if m.has("letters"):
        symbol, table = m[0][1], load("currencies")
        tight = symbol in table["glued"] or (
            symbol.isupper() and len(symbol) < 3 and symbol not in table["apart"]
        )
        return glued(m.pieces, end) or not tight
    letters = m.pieces[m.start].text
    if m.has("symbol") and end - m.start == 2 and len(letters) == 1 and letters.isalpha():
        return glued(m.pieces, m.start + 1) or letters not in load("currencies")["words too"]
    return True


@GRAMMAR.production("minus before a symbol", "amount", "sign amount", "minus amount")
def negative(m: Match) -> Amount | None:
    amount: Amount = m[1]
    at = m.parts[1].start
    symbol = m.pieces[at].text
    if m.chart.of(at, "plain") or not amount.number.bounds.is_point or not m.chart.of(at, "symbol"):
        return None
    return replace(amount, number=below(amount.number), span=m.span) if symbol and m[0] != "+" else None


@counted_in("name of money after", "money_name")
def money_before(m: Match, place: Place) -> Unit | None:
    """ "5 dollars", "60 cents", "a million-dollar", "half a billion dollars", "millions of euros"."""
    unit: Unit = m.part("money_name")
    named = _one(m) if place.number.bare_article else _is_money(m, place, unit)
    return unit if named and not has_symbol(m) else None


def _one(m: Match) -> bool:
    """ "a penny", "a dollar" and "a euro" are one, unless they are per: "50 cents a dollar"."""
    table = load("currencies")
    if m.end != m.start + 2 or m.pieces[m.end - 1].lower not in table["one of"] or m[0].limit is not None:
        return False
    before = m.start - 1
    named = (edge.end == m.start for edge in lexicon().at(m.pieces, before) if edge.symbol == "money_name")
    if before >= 0 and (m.pieces[before].is_number or any(named) or m.pieces[before].text in HYPHENS):
        return False
    after = m.after()
    return not (after == "-" or (after[:1].isalpha() and after not in table["after one"]))


def _is_money(m: Match, place: Place, unit: Unit) -> bool:
    """Whether a name of a currency is one there: "20 pounds", "50p", "two crowns", "11c"."""
    table, piece, number = load("currencies"), m.pieces[m.end - 1], place.number
    one_word = m.parts[-1].end - m.parts[-1].start == 1
    if place.tight and glued(m.pieces, m.end) and is_link(m.after(), "foot mark"):
        return False  # "the 5p's were collected"
    if piece.lower in table["letters of parts"]:
        small = place.tight and number.digits and piece.text.islower()
        cued = near(m.pieces, place.start, m.end, (*table["money cues"], *table["cues of parts"]))
        return small and (
            cued if unit.shown == table["parts"][piece.lower] == "dollar" else number.value not in _VIDEO
        )
    noun = piece.lower.removesuffix("s")
    if noun == "pound" and one_word:
        return pounds_are_money(place)
    if one_word and noun in table["common words"]:
        return noun in table["after thousands"] and (number.scale >= 1000 or number.value >= 1000)
    return piece.text not in table["never money"]


@GRAMMAR.production("name of money before", "amount", "money_name quantity")
def name_before(m: Match) -> Amount | None:
    """ "Rupees 40 million", "ringgit 250", not "the euro 20 years ago", "Euro 96"."""
    unit, number, name, table = m[0], m[1], m.pieces[m.start], load("currencies")
    said = number.digits and number.core.start == number.span.start and not number.range
    plain = unit.low == 1 and name.lower.removesuffix("s") not in table["common words"]
    yearly = len(m.pieces[m.end - 1].text) == _YEAR_DIGITS or (name.text[0].isupper() and m.start > 0)
    named = number.scale == 1 and yearly  # "Euro 96", "euro 2016"
    free = not (
        m.chart.joined(m.start) or m.before() in table["not before a number"] or m.chart.number(m.start - 1)
    )
    closed = m.closed or (m.after() in table["carried"]["stops"] and number.scale > 1)
    return amount_of(m, number, unit) if said and plain and free and closed and not named else None


@GRAMMAR.production("symbol of money after", "amount", "quantity symbol|code|letters")
def symbol_after(m: Match) -> Amount | None:
    """ "10 €", "75 USD million", "120 MEUR", "900 Rs"; not the symbol of the next number: "1 $10 bill"."""
    number: Numeral = m[0]
    if m.has("letters") and (m[1][1] in load("currencies")["glued"] or not number.digits):
        return None
    if number.bare_article or _next_has(m):
        return None
    return _in_full(m, number, m[1][0] if m.has("letters") else m[1])


def _next_has(m: Match) -> bool:
    at, end = m.parts[1].start, m.end
    if end >= len(m.pieces) or not m.pieces[end].is_number:
        return False
    if glued(m.pieces, end) != glued(m.pieces, at):
        return glued(m.pieces, end)
    return (
        not m.pieces[at].is_word and not m.chart.of(end + 1, "money_name") and m.after(1) != m.pieces[at].text
    )


@GRAMMAR.production("scale after a code", "amount", "amount scale")
def late_scale(m: Match) -> Amount | None:
    """ "75 USD million"."""
    amount: Amount = m[0]
    code = m.pieces[m.start + 1].text if m.end - m.start == 3 else ""
    if amount.unit.kind is not Kind.MONEY or amount.number.scale != 1 or not code.isupper() or m[1].plural:
        return None
    return replace(amount, number=amount.number.times(m[1].size), span=m.span, unit_end=m.end)


@GRAMMAR.production("symbol and name of money", "amount", "amount money_name", "amount code", "amount us")
def told_twice(m: Match) -> Amount | None:
    """ "$10 dollars", "$5 Canadian dollars", "$5 US"."""
    amount: Amount = m[0]
    unit: Unit = m[1] if not m.has("us") else replace(amount.unit, shown="USD", dimension="USD")
    symbol, family = amount.unit.shown, load("currencies")["readings"]
    if amount.unit.kind is not Kind.MONEY or amount.rates or amount.unit.low != 1 or unit.low != 1:
        return None
    if m.pieces[m.start].lower == m.pieces[m.end - 1].lower or not m.chart.of(amount.start - 1, "symbol"):
        return None
    word = m.pieces[m.end - 1].lower.removesuffix("s")
    if word in load("currencies")["common words"] or (m.has("code") and glued(m.pieces, m.end)):
        return None
    if symbol in family:
        told = unit
    elif unit.shown == symbol or unit.shown in family:
        told = amount.unit
    else:
        return None
    return replace(amount, unit=told, span=m.span, unit_end=m.end)
