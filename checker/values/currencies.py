"""What money is called: symbols, codes, names and parts of a hundred, and which currency a bare "dollar" is.

Names and codes, historic ones too, are those of the Unicode CLDR (babel); symbols, nicknames and the
countries of publishers are data (rules/vocabulary/currencies.yaml).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any

from checker.data import load
from checker.model import Article
from checker.values.lexer import Lex, glued, lex, lower


@dataclass(frozen=True, slots=True)
class Name:
    """What a currency's name or symbol says: a code or a family ("dollar"), and the part of it meant."""

    currency: str
    end: int  # index after its last piece
    part: Fraction = Fraction(1)
    coin: str = ""  # what the part is called, in the singular


@lru_cache(maxsize=1)
def _cldr() -> tuple[dict[str, str], dict[str, str], dict[str, dict[str, str]]]:
    """Codes by singular and plural name; families by noun; and in each family codes by adjective."""
    from babel.core import Locale

    locale = Locale("en")
    plurals = locale._data["currency_names_plural"]
    names: dict[str, str] = {}
    nouns: dict[str, set[str]] = {}
    adjectives: dict[str, dict[str, str]] = {}
    for code, title in sorted(locale.currencies.items()):
        if code in load("currencies")["not currencies"] or "(" in title:
            continue
        forms = {title.lower(), *(str(form).lower() for form in dict(plurals.get(code, {})).values())}
        singular = title.lower().split()
        for form in forms:
            names.setdefault(form, code)
            nouns.setdefault(form.split()[-1], set()).add(singular[-1])
        if len(singular) > 1:
            adjectives.setdefault(singular[-1], {}).setdefault(singular[0], code)
    families = {form: sorted(found)[0] for form, found in sorted(nouns.items())}
    codes = dict(_single(adjectives).items())
    return names, {form: codes.get(noun, noun) for form, noun in families.items()}, adjectives


def _single(adjectives: dict[str, dict[str, str]]) -> dict[str, str]:
    """Nouns that only one currency goes by."""
    return {
        noun: next(iter(codes.values()))
        for noun, codes in adjectives.items()
        if len(codes) == 1 and noun not in load("currencies")["readings"]
    }


@lru_cache(maxsize=1)
def codes() -> frozenset[str]:
    """Every ISO 4217 code that money may be given in, historic ones too."""
    return frozenset(_cldr()[0].values()) | {"XBT"}


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Every name, singular and plural, that may stand after a number."""
    data = load("currencies")
    found = {name: code for name, code in _cldr()[0].items() if " " in name}
    found |= _cldr()[1]
    for name, code in data["names"].items():
        found[name] = code
        found[data["plurals"].get(name, name + "s")] = code
    for name in data["readings"]:
        found[name], found[name + "s"] = name, name + "s" if name + "s" in data["readings"] else name
    return found


@lru_cache(maxsize=1)
def _parts() -> dict[str, tuple[str, Fraction, str]]:
    """Currency, worth and name of a part by every form of it."""
    data = load("currencies")
    found: dict[str, tuple[str, Fraction, str]] = {}
    for name, currency in data["parts"].items():
        for form in (name, data["part plurals"].get(name, name + "s")):
            found[form] = currency, Fraction(1, 100), data["part names"].get(name, name)
    for name, worth in data["coins"].items():
        found[name] = found[name + "s"] = "USD", Fraction(worth), name
    return found


def worth_of(coin: str) -> Fraction:
    """What a part is of a unit of its currency, by its name as shown."""
    return Fraction(load("currencies")["coins"].get(coin, "1/100"))


@lru_cache(maxsize=1)
def _symbols() -> dict[str, tuple[tuple[str, str], ...]]:
    """Symbols by their last piece, as written without white space, longest first."""
    data = load("currencies")
    found: dict[str, list[tuple[str, str]]] = {}
    for symbol, currency in (data["symbols"] | data["before"]).items():
        found.setdefault(lex(symbol)[-1].text, []).append((symbol, currency))
    return {last: tuple(sorted(all_, key=lambda item: -len(item[0]))) for last, all_ in found.items()}


def symbol_before(pieces: Sequence[Lex], at: int) -> tuple[str, int] | None:
    """The currency of the symbol, letters or code that end before piece `at`, and where they start."""
    if at == 0:
        return None
    for symbol, currency in _symbols().get(pieces[at - 1].text, ()):
        start = _backwards(pieces, at, symbol)
        if start is not None and _stands(pieces, symbol, start, at):
            return currency, start
    return _code_before(pieces, at)


def _backwards(pieces: Sequence[Lex], at: int, symbol: str) -> int | None:
    """The index where `symbol` starts, if it is what ends before piece `at`; its letters in any case."""
    start, text = at, ""
    while start > 0 and len(text) < len(symbol) and at - start < 5:
        start -= 1
        text = pieces[start].text + text
    if text == symbol:
        return start
    lowered = len(symbol) > 1 and symbol[-1] == "$" and text.upper() == symbol.upper()
    return start if lowered and (len(symbol) > 2 or text[0] == "c") else None


def _stands(pieces: Sequence[Lex], symbol: str, start: int, at: int) -> bool:
    """Whether a symbol is one there: "a $5m deal" is no A$, and "P 5" no pesos."""
    data = load("currencies")
    if symbol in data["before"]:
        tight = symbol in data["glued"] or (symbol.isupper() and len(symbol) < 3 and symbol != "RM")
        return glued(pieces, at) if tight else True
    if symbol[0].isalpha() and symbol[-1] == "$" and len(symbol) == 2:
        return glued(pieces, start + 1) or (pieces[start].text.isupper() and symbol != "A$") or symbol == "C$"
    return True


def _code_before(pieces: Sequence[Lex], at: int) -> tuple[str, int] | None:
    code = pieces[at - 1].text
    if (named := code_at(pieces, at - 1)) is not None:
        return named.currency, at - 1
    if len(code) == 4 and code[0] in "MKB" and code.isupper() and code[1:] in codes():
        return code, at - 1
    return None


def symbol_after(pieces: Sequence[Lex], at: int) -> Name | None:
    """The symbol or code after a number: "5 €", "100元", "20 USD", "120 MEUR"."""
    if at >= len(pieces):
        return None
    symbols = load("currencies")["symbols"]
    for length in (2, 1):
        text = "".join(piece.text for piece in pieces[at : at + length])
        if text in symbols and len(pieces) >= at + length:
            return Name(symbols[text], at + length)
    text = pieces[at].text
    if (code := code_at(pieces, at)) is not None:
        return code
    if len(text) == 4 and text[0] in "MKB" and text.isupper() and text[1:] in codes():
        return Name(text, at + 1)
    return None


def code_at(pieces: Sequence[Lex], at: int) -> Name | None:
    """The ISO 4217 code at piece `at`, of some in small letters too."""
    text = pieces[at].text
    upper = text.upper() if text in load("currencies")["small codes"] else text
    known = len(upper) == 3 and upper.isupper() and upper in codes()
    return Name(upper, at + 1) if known and upper not in load("currencies")["word codes"] else None


def name_after(pieces: Sequence[Lex], at: int) -> Name | None:
    """The longest name of a currency, or of a part of one, from piece `at`."""
    for length in range(min(7, len(pieces) - at), 0, -1):
        text = _text(pieces, at, at + length)
        if text in _names():
            return Name(_names()[text], at + length)
        if text in _parts() and not text.endswith("'s"):
            currency, part, coin = _parts()[text]
            return Name(currency, at + length, part, coin)
    if at + 1 < len(pieces) and (lower(pieces, at) in _all_adjectives() or lower(pieces, at) == "new"):
        noun = lower(pieces, at + 1)
        if noun in _names():
            return Name(_names()[noun], at + 2)
    return None


def _text(pieces: Sequence[Lex], start: int, end: int) -> str:
    """Pieces in lower case, with the white space they have but no line breaks."""
    words = [pieces[start].lower]
    for index in range(start + 1, end):
        words.append(("" if glued(pieces, index) else " ") + pieces[index].lower)
    return "".join(words).replace("u.s. ", "us ")


@lru_cache(maxsize=1)
def _all_adjectives() -> frozenset[str]:
    return frozenset(word for codes_ in _cldr()[2].values() for word in codes_)


# --- which dollar ----------------------------------------------------------------------------------


def resolve(currency: str, article: Article) -> tuple[str, tuple[str, ...]]:
    """The ISO code that a family of currencies is in this article, and notes on how that was told."""
    readings = load("currencies")["readings"]
    if currency not in readings:
        return currency, ()
    reading = readings[currency]
    country = country_of(article.publisher)
    if country is not None:
        local = reading.get("countries", {}).get(country) or _local(currency, country, article)
        if local is not None:
            return local, (() if local == reading.get("default") else ("assumed:publisher",))
    if article.published is not None:
        for end, code in reading.get("before", ()):
            if article.published.date() < _day(end):
                return code, ("assumed:date",)
    told = _in_text(currency, article.text) if currency != "dollar" else None
    if told is not None:
        return told, ("assumed:context",)
    default = reading.get("default")
    return (default, ()) if default else (currency, ("ambiguous",))


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


@lru_cache(maxsize=64)
def country_of(publisher: str | None) -> str | None:
    """The country a publisher is read in, by the ending of its site or words of its name."""
    if not publisher:
        return None
    name = f" {publisher.lower()} "
    best, found = "", None
    for country, marks in load("currencies")["publishers"].items():
        for mark in marks:
            said = name.strip().endswith(mark) if mark.startswith(".") else f" {mark} " in name
            if said and len(mark) > len(best):  # "the times of india" is not "the times"
                best, found = mark, str(country)
    return found


def _local(family: str, country: str, article: Article) -> str | None:
    """The currency of a country at the article's time, if it is of the family."""
    from babel.core import get_global

    when = article.published.date() if article.published else None
    members = set(_cldr()[2].get(family, {}).values())
    for code, start, end, tender in get_global("territory_currencies").get(country, ()):
        current = end is None if when is None else _between(start, when, end)
        if tender and current and code in members:
            return str(code)
    return None


def _between(start: Any, when: date, end: Any) -> bool:
    return (start is None or date(*start) <= when) and (end is None or when <= date(*end))


@lru_cache(maxsize=32)
def _in_text(family: str, text: str) -> str | None:
    """The one currency of the family whose country the text names, if it names one alone."""
    from babel.core import Locale, get_global

    words = {piece.text.lower() for piece in lex(text) if piece.is_word and piece.text[0].isupper()}
    codes_ = _cldr()[2].get(family, {})
    found = {code for adjective, code in codes_.items() if adjective in words}
    members = set(codes_.values())
    territories = Locale("en").territories
    for country, currencies in get_global("territory_currencies").items():
        current = {code for code, _, end, tender in currencies if tender and end is None} & members
        if current and str(territories.get(country, "")).lower() in words:
            found |= current
    return next(iter(found)) if len(found) == 1 else None
