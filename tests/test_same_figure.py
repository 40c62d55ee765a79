"""Accounts that give one striking figure in unlike words: a row of the matrix, and proof of nothing else."""

from __future__ import annotations

import pytest

from checker.model import Article, ArticleSet
from checker.pipeline import check_set
from checker.reports.report import Report

RELEASE = "The bank will receive up to 100 billion francs. Net income came to $1.87 billion in the quarter."
RIVAL = "As much as 100 billion francs are granted to the lender. Operating income was $1.87 billion."


def report(*accounts: str) -> Report:
    articles = [Article(f"account-{n}", text, f"Account {n}") for n, text in enumerate(accounts, 1)]
    return check_set(ArticleSet("accounts", tuple(articles)))


def rows(*accounts: str) -> list[list[str]]:
    """The words of each row that has a cell of every account."""
    facts = [fact for fact in report(*accounts).facts if len(fact.cells) == len(accounts)]
    return [[e.text for _, cell in fact.cells for e in cell] for fact in facts]


def test_one_figure_in_unlike_words_is_one_fact() -> None:
    assert ["up to 100 billion francs", "As much as 100 billion francs"] in rows(RELEASE, RIVAL)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The flood killed 142 people.", "Rescuers saved 142 people from the flood."),  # another state
        ("Prices rose 14.5 percent.", "The share of renters is 14.5 percent."),  # a change and a level
        ("Two men were held.", "Both cars had two doors."),  # a number that everything may have
        ("Net income was $2.27 billion.", "Operating income was $2.27 billion."),  # two known things
        ("The vote was held in March 2024.", "The school opened in March 2024."),  # dates stand everywhere
    ],
)
def test_one_figure_of_two_things_is_no_fact(one: str, other: str) -> None:
    assert rows(one, other) == []


def test_a_row_disagrees_only_where_two_articles_are_held_against_each_other() -> None:
    release = "Revenue rose 12 percent to $10.25 billion from $8.83 billion."
    found = report(release, "Its revenue came to $10.25 billion.")
    (fact,) = (fact for fact in found.facts if len(fact.cells) == 2)
    assert [finding.rule for finding in found.findings] == ["general.arithmetic"]
    assert not fact.disagrees
