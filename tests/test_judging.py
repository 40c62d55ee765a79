"""From pairs to findings: what is an update, what is rounding, and how bad each is by the roles."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from checker.model import Article, ArticleSet, Finding, Role, Severity, Verdict
from checker.pipeline import check_set

MORNING = datetime(2024, 5, 6, 8, tzinfo=UTC)


def found(*texts: str, roles: str = "ss", hours: tuple[int, ...] | None = None) -> list[Finding]:
    """The findings on accounts with these roles (s or d), published so many hours after the morning."""
    articles = tuple(
        Article(
            id=f"a{number}",
            text=text,
            publisher=f"Paper {number}",
            role=Role.DRAFT if roles[number] == "d" else Role.SOURCE,
            published=None if hours is None else MORNING + timedelta(hours=hours[number]),
        )
        for number, text in enumerate(texts)
    )
    return [f for f in check_set(ArticleSet("set", articles)).findings if f.rule.startswith("general.")]


LOW = "The ferry fire in Bari killed 12 people."
HIGH = "The ferry fire in Bari killed 19 people."


def test_a_draft_against_its_source_is_worse_than_two_sources() -> None:
    assert [f.severity for f in found(LOW, HIGH)] == [Severity.WARNING]
    assert {f.severity for f in found(LOW, HIGH, roles="sd")} == {Severity.ERROR}


def test_sources_that_disagree_excuse_a_draft_that_follows_one() -> None:
    drafted = found(LOW, HIGH, HIGH, roles="ssd")
    assert Severity.ERROR not in {f.severity for f in drafted}
    assert found(LOW, LOW, HIGH, roles="ssd")[0].severity is Severity.ERROR


def test_a_later_higher_toll_is_an_update() -> None:
    assert found(LOW, HIGH, hours=(0, 6)) == []
    assert [f.verdict for f in found(HIGH, LOW, hours=(0, 6))] == [Verdict.CONTRADICTION]


def test_at_one_time_a_higher_toll_is_no_update() -> None:
    assert len(found(LOW, HIGH, hours=(0, 0))) == 1


def test_a_later_lower_toll_is_an_update_when_it_says_so() -> None:
    corrected = (
        "The ferry fire in Bari killed 12 people, officials said, and not 19. They corrected the figure."
    )
    assert found(HIGH, corrected, hours=(0, 6)) == []


def test_two_speakers_known_by_name_dispute() -> None:
    findings = found(
        "Joe Biden said the ferry fire killed 12 people.",
        "Emmanuel Macron said the ferry fire killed 19 people.",
    )
    assert [(f.verdict, f.severity) for f in findings] == [(Verdict.DISPUTED, Severity.NOTE)]


QUIET = {
    "the same": (LOW, "Twelve people were killed in the ferry fire in Bari."),
    "a bound that holds it": (LOW, "The ferry fire in Bari killed at least 10 people."),
    "rounded": (
        "The ferry fire in Bari destroyed 1,183 homes.",
        "The ferry fire in Bari destroyed about 1,200 homes.",
    ),
    "each and in all": (
        "The two sides freed 175 prisoners each.",
        "The two sides freed 350 prisoners in total.",
    ),
    "a month and 30 days": (
        "Russia agreed to a ceasefire of a month.",
        "Russia agreed to a 30-day ceasefire.",
    ),
    "90 minutes": ("The call lasted 90 minutes.", "The call lasted an hour and a half."),
}


@pytest.mark.parametrize(("one", "other"), QUIET.values(), ids=QUIET)
def test_quiet(one: str, other: str) -> None:
    assert found(one, other) == []


@pytest.mark.parametrize(("one", "other"), QUIET.values(), ids=QUIET)
def test_quiet_about_a_draft(one: str, other: str) -> None:
    assert found(one, other, roles="sd") == []


LOUD = {
    "a bound that does not hold it": (LOW, "The ferry fire in Bari killed at least 15 people."),
    "two months and 30 days": (
        "Russia agreed to a ceasefire of two months.",
        "Russia agreed to a 30-day ceasefire.",
    ),
    "more than two hours": ("The call lasted 90 minutes.", "The call lasted more than two hours."),
}


def test_each_against_another_total_is_found() -> None:
    assert found("The two sides freed 175 prisoners each.", "The two sides freed 300 prisoners in total.")


@pytest.mark.parametrize(("one", "other"), LOUD.values(), ids=LOUD)
def test_found(one: str, other: str) -> None:
    assert len(found(one, other)) == 1


def test_order_of_the_articles_changes_nothing_but_the_order() -> None:
    assert {f.fingerprint for f in found(LOW, HIGH)} == {f.fingerprint for f in found(HIGH, LOW)}


def test_a_pronoun_that_means_nobody_known_is_no_speaker() -> None:
    accounts = (
        Article("union", "They say that the strike lasted four days in Lyon.", "Union"),
        Article("daily", "The strike lasted six days in Lyon, the prefecture said.", "Daily"),
    )
    (finding,) = check_set(ArticleSet("set", accounts)).findings
    assert finding.message == "Union: four days — Daily (the prefecture): six days"


TWO = "A ferry ran aground off Lund Island on Saturday. Seventeen people were injured, most of them tourists."


@pytest.mark.parametrize(
    ("wire", "told"),
    [
        ("The hospital in Lund treated 17 people, most of them tourists.", "; Wire has “17 people”, too"),
        ("The hospital in Lund treated 18 people, most of them tourists.", ""),
        ("The ferry had been built in 17 months, the yard said.", ""),
        ("There were 17 dogs on board, the yard said.", ""),
    ],
)
def test_a_source_that_has_the_figure_of_the_draft_too_is_named(wire: str, told: str) -> None:
    """Of what it is need not be clear: who reads the finding sees at once."""
    radio = "A ferry ran aground off Lund Island on Saturday. Nineteen people were injured."
    articles = (
        Article("draft", TWO, "Our desk", Role.DRAFT),
        Article("wire", wire, "Wire"),
        Article("radio", radio, "Radio"),
    )
    (found,) = (f for f in check_set(ArticleSet("x", articles)).findings if "Radio" in f.message)
    assert found.message == f"Our desk: Seventeen people — Radio: Nineteen people{told}"
