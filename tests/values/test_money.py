"""Which dollar, rupee or franc a bare word or sign is, by who publishes the article and when."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from checker.language import parse
from checker.model import Article, Kind, Relation, Value
from checker.values import find_values
from checker.values.currencies import country_of


def find(doc: Any, article: Article) -> list[Value]:
    return [value for value in find_values(doc, article) if value.kind is Kind.MONEY]


def read(
    text: str, publisher: str | None = None, year: int = 2024
) -> list[tuple[str | None, tuple[str, ...]]]:
    article = Article("a", text, publisher=publisher, published=datetime(year, 3, 1))
    return [(value.unit, value.notes) for value in find(parse([text])[0], article)]


ASSUMED = ("assumed:publisher",)


@pytest.mark.parametrize(
    ("publisher", "text", "unit", "notes"),
    [
        (None, "It cost $5 million.", "USD", ()),
        ("The Washington Post", "It cost $5 million.", "USD", ()),
        ("The Sydney Morning Herald", "It cost $5 million.", "AUD", ASSUMED),
        ("smh.com.au", "It cost 5 million dollars.", "AUD", ASSUMED),
        ("CBC News", "It cost $5 million.", "CAD", ASSUMED),
        ("CBC News", "It cost US$5 million.", "USD", ()),
        ("RNZ", "It cost 60 cents.", "NZD", ASSUMED),
        ("The Straits Times", "It cost $5 million.", "SGD", ASSUMED),
        ("South China Morning Post", "It cost $5 million.", "HKD", ASSUMED),
        ("dawn.com.pk", "It cost Rs 500.", "PKR", ASSUMED),
        ("The Times of India", "It cost Rs 500.", "INR", ()),
        ("The Kathmandu Post", "It cost 500 rupees.", "NPR", ASSUMED),
        ("Sveriges nyheter, Sweden", "It cost 500 kronor.", "SEK", ()),
        ("Buenos Aires Times", "It cost 500 pesos.", "ARS", ASSUMED),
        ("El Sol, Mexico City", "It cost 500 pesos.", "MXN", ASSUMED),
        ("BBC News", "It cost 20 pounds.", "GBP", ()),
        ("Ahram Online, Egypt", "It cost 20 pounds.", "EGP", ASSUMED),
    ],
)
def test_publisher_tells_which(publisher: str | None, text: str, unit: str, notes: tuple[str, ...]) -> None:
    assert read(text, publisher) == [(unit, notes)]


@pytest.mark.parametrize(("year", "unit"), [(1994, "FRF"), (2001, "FRF"), (2002, "CHF"), (2024, "CHF")])
def test_time_tells_which(year: int, unit: str) -> None:
    assert read("It cost 500 francs.", year=year)[0][0] == unit


@pytest.mark.parametrize(
    ("publisher", "country"),
    [
        (None, None),
        ("", None),
        ("Le Monde", None),
        ("abc.net.au", "AU"),
        ("theglobeandmail.ca", "CA"),
        ("The Times of India", "IN"),
        ("The Times", "GB"),
        ("Sundial", None),
    ],
)
def test_country_of_publisher(publisher: str | None, country: str | None) -> None:
    assert country_of(publisher) == country


def test_a_rate_never_compares_with_a_total() -> None:
    text = "It paid $5 a share, $5 per barrel and $5."
    share, barrel, total = find(parse([text])[0], Article("a", text))
    assert len({share.dimension, barrel.dimension, total.dimension}) == 3
    assert not share.comparable(total)
    assert share.relation(total) is Relation.DISJOINT


def test_rates_of_one_dimension_are_converted() -> None:
    text = "Ore sold at $200 a tonne, or $0.20 a kilo."
    first, second = find(parse([text])[0], Article("a", text))
    assert first.relation(second) is Relation.EQUAL


@pytest.mark.parametrize(
    "text", ["$" * 30000, "1 $ " * 8000, "$1 to " * 8000, "1 pound of " * 4000, '5" ' * 8000]
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    """Long runs of half amounts neither fail nor nest."""
    doc = parse(["$1"])[0]
    assert len(list(find(doc, Article("a", text)))) <= len(text)
