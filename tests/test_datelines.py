"""What only dates an article makes no claim: another account may be of another day."""

from __future__ import annotations

import pytest

from checker.model import Article, ArticleSet, Kind
from checker.pipeline import read_set


def dates(text: str) -> list[str]:
    (item,) = read_set(ArticleSet("a set", (Article("a", text),))).articles
    return [claim.value.text for claim in item.claims if claim.value.kind is Kind.DATE]


@pytest.mark.parametrize("head", ["Published: 4 May 2023", "Updated 4 May 2023 at 10:15"])
def test_a_line_that_dates_the_article_is_passed_over(head: str) -> None:
    assert dates(f"{head}\n\nThe bridge over the Elbe was closed by the city council.\n") == []


def test_a_date_in_the_text_is_a_claim() -> None:
    assert dates("The bridge over the Elbe collapsed on 4 May 2023.\n") == ["4 May 2023"]


@pytest.mark.parametrize("head", ["Updated 4:08 p.m. ET.", "Posted at 9.15 am.", "Last modified: 17:40"])
def test_a_clock_time_that_a_label_tells_is_passed_over(head: str) -> None:
    text = (
        f"Bridge over the Elbe closed. {head} The bridge over the Elbe was closed at 7 a.m. by the council."
    )
    (item,) = read_set(ArticleSet("a set", (Article("a", text),))).articles
    assert [c.value.text for c in item.claims if c.value.kind is Kind.TIME] == ["7 a.m."]
