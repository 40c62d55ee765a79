"""Numbers that say nothing another account could contradict are read, and make no claim."""

from __future__ import annotations

import pytest

from checker.claims.no_claims import is_rest
from checker.model import Article, ArticleSet, Kind
from checker.pipeline import read_set
from checker.readings import Reading


def read(text: str) -> Reading:
    (item,) = read_set(ArticleSet("a set", (Article("a", text),))).articles
    return item


@pytest.mark.parametrize(
    "text",
    ["The 2007 Oscars were held in Los Angeles.", "About 20, 000 people marched through Lyon."],
)
def test_no_claim_is_made(text: str) -> None:
    item = read(text)
    assert item.values
    assert not [claim.value.text for claim in item.claims if claim.value.text in ("2007", "000", "20")]


def test_what_is_left_of_a_torn_number_is_told() -> None:
    item = read("About 20, 000 people marched through Lyon.")
    assert all(is_rest(item.article, v) for v in item.values if v.text.startswith("000"))


def test_a_plain_count_is_a_claim() -> None:
    item = read("The police arrested 12 people in Lyon.")
    assert [claim.value.stated for claim in item.claims if claim.value.kind is Kind.COUNT] == [("12",)]
