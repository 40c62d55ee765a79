"""Two people of one surname: one person with two given names, or two people."""

from __future__ import annotations

import pytest

from checker.model import Article, ArticleSet, Finding, Severity
from checker.pipeline import check_set
from checker.spellings import other_given


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("paul willcox", "peter willcox", True),
        ("mustafa khan alamgir", "muhiuddin alamgir", True),
        ("bill clinton", "william clinton", False),  # short for it
        ("alex salmond", "alexander salmond", False),
        ("hillary clinton", "bill clinton", False),  # a woman and a man
        ("sara danius", "sarah danius", False),  # a spelling
        ("volodymyr zelensky", "volodymyr zelenskiy", False),
        ("schettino", "francesco schettino", False),
        ("john smith", "john adams", False),
    ],
)
def test_other_given_names(one: str, other: str, apart: bool) -> None:
    assert other_given(one.split(), other.split()) is apart
    assert other_given(other.split(), one.split()) is apart


LOCAL = """The ferry Aurora ran aground off Ystad on Sunday night with 212 people on board, the
coastguard said. Captain Peter Holmberg was led off in handcuffs. He told police that the chart was wrong."""
RIVAL = """A ferry has struck a rock outside Ystad. All 212 who were aboard got off.
Captain Martin Holmberg, who spent the night in a cell, blamed his chart, investigators said."""
KIN = """A ferry has struck a rock outside Ystad. All 212 who were aboard got off.
Peter Holmberg, the captain, was questioned. His brother Martin Holmberg, who cooks on board, was not."""


def found(*texts: str) -> list[Finding]:
    articles = tuple(Article(f"a{n}", text) for n, text in enumerate(texts))
    findings = check_set(ArticleSet("ferry", articles)).findings
    return [f for f in findings if any("Holmberg" in e.text for e in f.evidence)]


def test_one_man_with_two_given_names() -> None:
    (finding,) = found(LOCAL, RIVAL)
    assert finding.rule == "general.apart"
    assert finding.severity is Severity.WARNING
    assert [e.text for e in finding.evidence] == ["Peter Holmberg", "Martin Holmberg"]


def test_two_brothers() -> None:
    assert not found(LOCAL, KIN)
    assert not found(RIVAL, KIN)


def test_who_only_says_it_is_no_other_person_for_another_name() -> None:
    said = "Rescue chief {} said the ferry off Ystad was leaking. Divers went down at noon."
    articles = tuple(Article(name, said.format(name)) for name in ("Maria Holm", "Eva Berg"))
    assert not [f for f in check_set(ArticleSet("ferry", articles)).findings if f.rule == "general.apart"]
