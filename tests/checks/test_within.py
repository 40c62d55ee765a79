"""Two figures for one thing in one account: early and late paragraph, text and caption."""

from __future__ import annotations

import pytest

from checker.model import Article, ArticleSet, Finding, Severity
from checker.pipeline import check_set

FERRY = "Ten people were killed when the ferry sank off Lamu on Sunday. Rescuers searched all night.\n\n"


def found(text: str) -> list[Finding]:
    findings = check_set(ArticleSet("set", (Article("a", FERRY + text),))).findings
    return [f for f in findings if f.rule == "general.count"]


def test_a_caption_that_was_not_brought_up_to_date() -> None:
    (finding,) = found("Rescuers carry a body ashore where the ferry sank and 14 people were killed.")
    assert finding.severity is Severity.WARNING
    assert [e.text for e in finding.evidence] == ["Ten people", "14 people"]


@pytest.mark.parametrize(
    "text",
    [
        "Rescuers carry a body ashore where the ferry sank and 10 people were killed.",
        "Two years ago 14 people were killed when a ferry sank off Lamu.",
        "Earlier the coastguard had said that 14 people were killed when the ferry sank.",
        "Some 14 people were killed when a ferry sank off Lamu on 3 March.",
        "Of those who were on the ferry when it sank, 14 people were injured.",
    ],
)
def test_quiet(text: str) -> None:
    assert not found(text)


BUS = "A bus plunged into a ravine near Cusco on Monday and crashed, killing 16 people.\n\nThe road was wet. "


def totals(text: str) -> list[list[str]]:
    findings = check_set(ArticleSet("set", (Article("a", BUS + text),))).findings
    return [[e.text for e in f.evidence] for f in findings if f.rule == "general.count"]


@pytest.mark.parametrize(
    "text",
    ["In all, 14 people died.", "A total of 14 people were killed.", "In all, 14 people died in the crash."],
)
def test_fewer_in_all_than_before(text: str) -> None:
    ((figure, total),) = totals(text)
    assert figure == "16 people"
    assert "14" in total


@pytest.mark.parametrize(
    "text",
    [
        "In all, 16 people died.",
        "In all, 18 people died.",
        "In all, 14 people were injured.",
        "In all, 14 people died last year.",
        "In Lima, 14 people died in all.",
        "In all, 14 people died in floods.",
        "In all, 14 people died in another crash.",
        "In all, 14 women died.",
        "At least 14 people died in all.",
    ],
)
def test_quiet_on_totals(text: str) -> None:
    assert not totals(text)
