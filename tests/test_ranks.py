"""Ordinals compare where their order is known, and only there."""

from __future__ import annotations

import pytest

from checker.matching.pairings import pairings_of
from checker.model import Article, ArticleSet, Kind
from checker.pipeline import read_set


def refusal(one: str, other: str) -> str | None:
    reading = read_set(ArticleSet("set", (Article("a", one), Article("b", other))))
    (pair,) = [p for p in pairings_of(reading) if p.a.value.kind is Kind.ORDINAL]
    return pair.refused


def test_ranks_in_one_order_compare() -> None:
    assert (
        refusal("Lena Roth is the second-tallest player in Norway.", "Roth is Norway's third-tallest player.")
        is None
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The lake is the second-largest lake in Norway.",
            "The lake is the third-smallest lake in Norway.",
        ),
        (
            "Maria Costa won her third win of the season.",
            "Maria Costa won her fifth win in a row.",
        ),
        (
            "Maria Costa lost the second game.",
            "Maria Costa lost the third game.",
        ),
    ],
)
def test_others_do_not(one: str, other: str) -> None:
    assert refusal(one, other) is not None
