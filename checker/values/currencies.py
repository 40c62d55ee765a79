"""What money is called: symbols, codes, names and parts of a hundred, and which currency a bare "dollar" is.

Names and codes, historic ones too, are those of the Unicode CLDR (babel); symbols, nicknames and the
countries of publishers are data (rules/vocabulary/currencies.yaml).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any

from checker.data import load
from checker.model import Article, Kind
from checker.values.items import Lexicon, lexicon_part
from checker.values.lexer import lex
from checker.values.units import Unit

_CENT = Fraction(1, 100)
_PREFIXES = {"K": 10**3, "M": 10**6, "B": 10**9}


def _unit(currency: str, worth: Fraction = Fraction(1), coin: str = "") -> Unit:
    return Unit(currency, currency, worth, worth, kind=Kind.MONEY, coin=coin)


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
    single = {
        noun: next(iter(found.values()))
        for noun, found in adjectives.items()
        if len(found) == 1 and noun not in load("currencies")["readings"]
    }
    return names, {form: single.get(noun, noun) for form, noun in families.items()}, adjectives


@lru_cache(maxsize=1)
def codes() -> frozenset[str]:
    """Every ISO 4217 code that money may be given in, historic ones too."""
    return frozenset(_cldr()[0].values()) | {"XBT"}


def _names() -> Iterator[tuple[str, str]]:
    """Every name, singular and plural, that may stand after a number, with its code or family."""
    data = load("currencies")
    titles, families, adjectives = _cldr()
    found = {name: code for name, code in titles.items() if " " in name} | families
    for place, current in _of_places().items():  # "Namibia dollars"
        nouns = {title.split()[-1]: code for title, code in titles.items() if code in current}
        found |= {f"{place} {form}": nouns[form] for form in families if form in nouns}
    places = {code: place for of_noun in adjectives.values() for place, code in of_noun.items()}
    for name, code in data["names"].items():
        plural = data["plurals"].get(name, name + "s")
        found[name] = found[plural] = code
        if code in places:  # "Brazilian reais"
            found[f"{places[code]} {name}"] = found[f"{places[code]} {plural}"] = code
    for name in data["readings"]:
        found[name], found[name + "s"] = name, name + "s" if name + "s" in data["readings"] else name
    yield from found.items()


@lexicon_part
def _money(found: Lexicon) -> None:
    data = load("currencies")
    for name, currency in _names():
        found.add(name, "money_name", _unit(currency))
    for name, currency in data["parts"].items():
        unit = _unit(currency, _CENT, data["part names"].get(name, name))
        for form in {name, data["part plurals"].get(name, name + "s")}:
            found.add(form, "money_name", unit)
            for place, code in _cldr()[2].get(currency, {}).items() if len(form) > 2 else ():
                found.add(f"{place} {form}", "money_name", _unit(code, _CENT, unit.coin))  # "Canadian cents"
    for name, worth in data["coins"].items():
        for form in (name, name + "s"):
            found.add(form, "money_name", _unit("USD", Fraction(worth), name))
    for symbol, currency in data["symbols"].items():
        for form in _cases(symbol):
            found.add(form, "symbol", _unit(currency), as_written=True)
    for symbol, currency in data["before"].items():
        found.add(symbol, "letters", (_unit(currency), symbol), as_written=True)
    for code in codes() - set(data["word codes"]):
        found.add(code, "code", _unit(code), as_written=True)
        for prefix, factor in _PREFIXES.items():
            found.add(prefix + code, "code", _unit(code, Fraction(factor)), as_written=True)
    for code in data["small codes"]:
        found.add(code, "code", _unit(code.upper()), as_written=True)


def _cases(symbol: str) -> set[str]:
    """A symbol as it is written, in capitals and small letters where they cannot be other words."""
    cased = len(symbol) > 2 and symbol.replace("$", "").isalpha()
    return {symbol, symbol.lower(), symbol.upper()} if cased else {symbol}


def worth_of(coin: str) -> Fraction:
    """What a part is of a unit of its currency, by its name as shown."""
    return Fraction(load("currencies")["coins"].get(coin, "1/100"))


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


@lru_cache(maxsize=1)
def _of_places() -> dict[str, set[str]]:
    """The currencies paid with now by the name of the country, in lower case."""
    from babel.core import Locale, get_global

    names, places = Locale("en").territories, get_global("territory_currencies")
    return {
        str(names.get(country, "")).lower(): {code for code, _, end, tender in paid if tender and end is None}
        for country, paid in places.items()
    }


@lru_cache(maxsize=32)
def _in_text(family: str, text: str) -> str | None:
    """The one currency of the family whose country the text names, if it names one alone."""
    words = {piece.text.lower() for piece in lex(text) if piece.is_word and piece.text[0].isupper()}
    codes_ = _cldr()[2].get(family, {})
    found = {code for adjective, code in codes_.items() if adjective in words}
    members = set(codes_.values())
    for place, paid in _of_places().items():
        found |= paid & members if place in words else set()
    return next(iter(found)) if len(found) == 1 else None
