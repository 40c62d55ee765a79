"""The rows of the fact matrix: what they are called, and which of their figures moved."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from checker.model import Article, ArticleSet, Fact
from checker.pipeline import check_set
from checker.reports.timeline import timelines

Told = tuple[str, str, int, str]  # id, publisher, hour of publication, text


def facts_of(*told: Told) -> tuple[Fact, ...]:
    articles = (
        Article(id=name, text=text, publisher=by, published=datetime(2024, 5, 1, hour, tzinfo=UTC))
        for name, by, hour, text in told
    )
    return check_set(ArticleSet("a set", tuple(articles))).facts


def labels(facts: tuple[Fact, ...]) -> list[str]:
    return [fact.label for fact in facts]


MORNING = ("a", "Agency", 8, "The flood in Lisbon killed 19 people on Wednesday, police said.\n")
EVENING = ("b", "Daily", 18, "The flood in Lisbon has killed 26 people since Wednesday, police said.\n")


def test_a_toll_that_rose_is_one_row_that_moved() -> None:
    (toll,) = [fact for fact in facts_of(MORNING, EVENING) if fact.kind == "count"]
    assert (toll.label, toll.disagrees, toll.moved) == ("people killed", False, True)
    (line,) = timelines([toll])
    assert [point.evidence.text for point in line.points] == ["19 people", "26 people"]


def test_a_toll_told_at_one_time_did_not_move() -> None:
    at_once = ("b", "Daily", 8, EVENING[3])
    assert not any(fact.moved for fact in facts_of(MORNING, at_once))


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("The call lasted 90 minutes, the ministry said.", "The call lasted two hours, the ministry said."),
        ("Net income came to $1.2 billion.", "Net income came to $1.4 billion."),
        (
            "The jury convicted her on five counts of fraud.",
            "The jury convicted her on seven counts of fraud.",
        ),
        ("Rossi scored eight goals in the tournament.", "Rossi scored nine goals in the tournament."),
    ],
)
def test_what_happened_once_does_not_move(early: str, late: str) -> None:
    facts = facts_of(("a", "Agency", 8, early), ("b", "Daily", 18, late))
    assert any(fact.disagrees for fact in facts)
    assert not any(fact.moved for fact in facts)
    assert timelines(facts) == ()


@pytest.mark.parametrize(
    ("early", "late", "label"),
    [
        ("Turnout had reached 41 percent.", "Turnout has reached 58 percent.", "turnout"),
        ("The fire has burned 2,000 acres.", "The fire has burned 5,500 acres.", "fire burned"),
    ],
)
def test_shares_and_areas_that_grew_have_a_time_line(early: str, late: str, label: str) -> None:
    facts = facts_of(("a", "Agency", 8, f"{early}\n"), ("b", "Daily", 18, f"{late}\n"))
    assert [line.label for line in timelines(facts)] == [label]


def test_what_is_yet_to_happen_did_not_move() -> None:
    early, late = (f"The two sides will exchange {n} wounded soldiers.\n" for n in (20, 30))
    assert not any(fact.moved for fact in facts_of(("a", "Agency", 8, early), ("b", "Daily", 18, late)))


def test_a_lower_figure_later_did_not_move() -> None:
    later = ("b", "Daily", 18, "The flood in Lisbon killed 11 people on Wednesday, police said.\n")
    assert not any(fact.moved for fact in facts_of(MORNING, later))


def test_a_label_holds_for_most_who_tell_it() -> None:
    facts = facts_of(
        ("a", "Agency", 8, "Kyiv received 30 critically wounded soldiers.\n"),
        ("b", "Daily", 8, "Kyiv received 30 badly wounded soldiers.\n"),
        ("c", "Weekly", 8, "Kyiv received 30 wounded soldiers.\n"),
    )
    assert labels(facts) == ["wounded soldiers"]


def test_terms_are_called_by_their_vocabulary() -> None:
    facts = facts_of(
        ("a", "Agency", 8, "The hurricane reached the coast as a category 4 storm.\n"),
        ("b", "Daily", 8, "The hurricane reached the coast as a category 5 storm.\n"),
    )
    assert "storm category" in labels(facts)


def test_a_label_does_not_say_twice_what_befell() -> None:
    early = ("a", "Agency", 8, "All 379 people on the jet got out in Tokyo. Fourteen were injured.")
    late = ("b", "Daily", 18, "All 379 people on the jet got out in Tokyo. 17 of them were hurt.")
    assert "injured" in labels(facts_of(early, late))
