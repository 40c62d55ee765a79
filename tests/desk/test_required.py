"""`--require-compared`: a check cannot pass by not looking. `--fail-on note`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from newsroom import ROOT, Checker

UNRELATED = "---\nsources: [agency.md]\n---\nThe gardens of Lund are open again, with new lamps.\n"
COOKIES = "We value your privacy. Please accept all cookies to go on to this page.\n"


@pytest.mark.parametrize(
    ("draft", "agency"), [(UNRELATED, None), (None, COOKIES)], ids=["another story", "a page without a story"]
)
def test_a_draft_with_nothing_comparable(
    desk: Path, checker: Checker, draft: str | None, agency: str | None
) -> None:
    (desk / "daily.md").unlink()
    text = draft or (desk / "draft.md").read_text().replace(", daily.md", "")
    (desk / "draft.md").write_text(text)
    if agency:
        (desk / "agency.md").write_text(agency)
    assert checker("check", "draft.md").returncode == 0
    done = checker("check", "draft.md", "--require-compared", "--format", "json")
    assert done.returncode == 3
    assert done.stderr.splitlines() == [
        "draft.md: nothing in this draft was compared with a source",
        "  see that its sources tell of the same event, and that their text was read: checker explain",
    ]
    data = json.loads(done.stdout)
    assert (data["status"], data["failed"][0]["path"]) == (3, "draft.md")


def test_sources_of_which_nothing_was_compared(desk: Path, checker: Checker) -> None:
    (desk / "daily.md").write_text(COOKIES)
    done = checker("check", "agency.md", "daily.md", "--require-compared")
    assert (done.returncode, "nothing was compared" in done.stderr) == (3, True)
    assert checker("check", "agency.md", "daily.md").returncode == 0


def test_what_was_compared_passes(desk: Path, checker: Checker) -> None:
    draft = (desk / "draft.md").read_text()
    (desk / "draft.md").write_text(draft.replace("12", "nine").replace("five", "two"))
    assert checker("check", "draft.md", "--require-compared").returncode == 0
    assert checker("check", "agency.md", "daily.md", "--require-compared").returncode == 0


def test_speakers_of_one_article_are_compared(checker: Checker) -> None:
    case = str(ROOT / "cases" / "2022-05-28-paris-final")
    assert checker("check", case, "--require-compared").returncode == 0


def test_each_draft_of_a_set_is_asked(desk: Path, checker: Checker) -> None:
    (desk / "other.md").write_text(UNRELATED)
    done = checker("check", "draft.md", "other.md", "--require-compared", "--fail-on", "never")
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        3,
        "other.md: nothing in this draft was compared with a source",
    )


@pytest.mark.parametrize("kind", ["no source", "no such source", "a picture", "an empty file"])
def test_a_source_that_is_not_there_to_be_read(desk: Path, checker: Checker, kind: str) -> None:
    draft = (desk / "draft.md").read_text()
    names = {"no source": "[]", "no such source": "[agency.md, gone.md]", "a picture": "[agency.md, it.png]"}
    (desk / "it.png").write_bytes(b"\x89PNG")
    (desk / "void.md").write_text("---\npublisher: Void\n---\n")
    draft = draft.replace("[agency.md, daily.md]", names.get(kind, "[agency.md, void.md]"))
    (desk / "draft.md").write_text(draft)
    done = checker("check", "draft.md", "--require-compared", "--fail-on", "never")
    assert done.returncode == 2, done.stdout
    assert done.stderr


def test_a_desk_may_always_require_it(desk: Path, checker: Checker) -> None:
    (desk / "checker.yaml").write_text("require-compared: true\n")
    (desk / "daily.md").write_text(COOKIES)
    assert checker("check", "agency.md", "daily.md").returncode == 3
    assert "require-compared True  (checker.yaml)" in checker("config").stdout


def test_notes_fail_where_a_desk_wants_them_to(desk: Path, checker: Checker) -> None:
    (desk / "checker.yaml").write_text("severity: {general: note}\n")
    assert checker("check", "draft.md", "--fail-on", "warning").returncode == 0
    assert checker("check", "draft.md", "--fail-on", "note").returncode == 1
    (desk / "checker.yaml").write_text("severity: {general: note}\nfail-on: note\n")
    assert checker("check", "draft.md").returncode == 1
