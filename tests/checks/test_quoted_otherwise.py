"""Quotations of two sources that are one, told otherwise, and others that only share words."""

from __future__ import annotations

import pytest

from checker.model import Article, ArticleSet, Verdict
from checker.pipeline import check_set

TOLD = "{} stood on the quay on Friday. “{},” she said. The council meets again next week."


def found(one: str, other: str) -> list[str]:
    texts = (one, other)
    articles = tuple(Article(f"paper {n}", TOLD.format("Anna Lund", words)) for n, words in enumerate(texts))
    report = check_set(ArticleSet("quay", articles))
    return [f.message for f in report.findings if f.verdict is Verdict.ALTERED]


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        (
            "The bridge will be rebuilt by spring",
            "The bridge will be rebuilt by autumn",
            "“spring” for “autumn”",
        ),
        (
            "That was a gift to the smugglers",
            "That was a gift to the fishermen",
            "“smugglers” for “fishermen”",
        ),
        ("Nobody on the quay saw a warning", "Nobody on the quay heard a warning", "“saw” for “heard”"),
        ("Even ferries have limits", "Even ferries have rules", "“limits” for “rules”"),
        ("Anger has no timetable", "Grief has no timetable", "“anger” for “grief”"),
        ("I trust my crew and my charts", "I trust my crew and my gut", "“charts” for “gut”"),
    ],
)
def test_words_exchanged_between_two_sources(one: str, other: str, shown: str) -> None:
    assert [message for message in found(one, other) if shown in message], found(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bridge will be rebuilt by spring", "The bridge will be rebuilt"),
        ("We want the old colour back", "We want the old color back"),
        ("Nobody on the quay saw a warning", "There was a warning, and nobody heard it"),
        ("The ferry was late again", "The harbour was empty when the ferry came in"),
        ("We are not done yet", "We are done with waiting for the council"),
    ],
)
def test_other_words_and_cut_words_are_no_change(one: str, other: str) -> None:
    assert not found(one, other)
