"""The house's spellings and titles: the draft is held against them, sources and quotations are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.config import load_settings
from checker.errors import CheckerError
from checker.model import Article, ArticleSet, Finding, Role, Verdict
from checker.pipeline import check_set

NAMES = "- use: Kyiv\n  not: [Kiev]\n- use: Prime Minister\n  not: [Premier, PM]\n  why: In full, please.\n"


def findings(folder: Path, draft: str, source: str = "The mayor of Kiev spoke.") -> list[Finding]:
    (folder / "names.yaml").write_text(NAMES)
    (folder / "checker.yaml").write_text("names: names.yaml\n")
    articles = ArticleSet("s", (Article("d", draft, role=Role.DRAFT), Article("a", source)))
    report = check_set(articles, load_settings(folder).ruleset().active(articles))
    return [finding for finding in report.findings if finding.rule == "house.names"]


def test_spellings_of_the_draft(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, "Shells fell on Kiev. The people of Kiev took cover.")
    assert [e.span for e in found.evidence] == [(15, 19), (35, 39)]
    assert found.message == "d has “Kiev”; the house writes “Kyiv”."
    assert found.verdict is Verdict.STYLE


def test_titles_with_their_reason(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, "The PM spoke in Kyiv at 3 pm.")
    assert found.message.endswith("the house writes “Prime Minister”. In full, please.")


@pytest.mark.parametrize(
    "draft",
    [
        "Shells fell on Kyiv.",
        "He ate chicken kiev.",
        "“Shells fell on Kiev today,” Ivan Petrenko said.",
        "Kievan Rus fell.",
    ],
)
def test_quiet(tmp_path: Path, draft: str) -> None:
    assert findings(tmp_path, draft) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("use: Kyiv", "names.yaml:1:1: a list of names is wanted here"),
        ("- use: Kyiv\n  nt: [Kiev]", "names.yaml:2:3: unknown key 'nt'"),
        ("- use: Kyiv\n  not: []", "names.yaml:2:8: not: no spelling to avoid"),
        ("- {use: A, not: X}\n- {use: B, not: X}", "names.yaml:2:17: 'X' is to be written in two ways"),
    ],
)
def test_errors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, message: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("names.yaml").write_text(text)
    Path("checker.yaml").write_text("names: names.yaml\n")
    with pytest.raises(CheckerError) as error:
        load_settings(tmp_path).ruleset()
    assert error.value.render().startswith(message)
