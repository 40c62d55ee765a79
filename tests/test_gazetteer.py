"""Facts that the names of countries must give."""

from __future__ import annotations

import pytest

from checker.lexical.gazetteer import fold, gazetteer


@pytest.mark.parametrize(
    ("table", "word", "code"),
    [
        ("names", "Russia", "RU"),
        ("names", "Russian Federation", "RU"),
        ("names", "U.S.", "US"),
        ("names", "Türkiye", "TR"),
        ("names", "Czechia", "CZ"),
        ("names", "Ivory Coast", "CI"),
        ("names", "the moon", None),
        ("names", "island", None),
        ("demonyms", "Dutch", "NL"),
        ("demonyms", "Ukrainian", "UA"),
        ("demonyms", "South Korean", "KR"),
        ("demonyms", "Chinese", "CN"),
        ("demonyms", "Indian", "IN"),
        ("demonyms", "French", "FR"),
        ("demonyms", "Norwegian", "NO"),
        ("demonyms", "Philippine", "PH"),
        ("capitals", "Kyiv", "UA"),
        ("capitals", "Kiev", "UA"),
        ("capitals", "Brasília", "BR"),
        ("capitals", "Washington", "US"),
        ("capitals", "Victoria", None),
        ("capitals", "", None),
    ],
)
def test_words_of_countries(table: str, word: str, code: str | None) -> None:
    assert getattr(gazetteer(), table).get(fold(word)) == code


@pytest.mark.parametrize(("code", "currency"), [("JP", "JPY"), ("GB", "GBP"), ("DE", "EUR"), ("EU", "EUR")])
def test_currency_of_a_country(code: str, currency: str) -> None:
    assert currency in gazetteer().countries[code].currencies


def test_every_code_has_a_country() -> None:
    known = gazetteer()
    for table in (known.names, known.demonyms, known.capitals):
        assert set(table.values()) <= known.countries.keys()
