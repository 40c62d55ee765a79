"""`check --changed` and `--all-drafts`: the drafts that a commit touches, or that there are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from newsroom import Checker, git


@pytest.fixture
def repository(desk: Path) -> Path:
    git("init", "-q", "-b", "main")
    git("config", "user.name", "Desk")
    git("config", "user.email", "desk@news.example")
    git("add", ".")
    git("commit", "-qm", "copy of the day")
    return desk


def touch(path: Path) -> None:
    path.write_text(path.read_text() + "\nIt rained later.\n")


def ids(text: str) -> list[str]:
    data = json.loads(text)
    return [one["id"] for one in (data if isinstance(data, list) else [data])]


def test_nothing_touched(repository: Path, checker: Checker) -> None:
    result = checker("check", "--changed")
    assert (result.stdout, result.stderr, result.returncode) == (
        "",
        "no draft was touched, and none was checked\n",
        0,
    )


@pytest.mark.parametrize(
    "form", ["json", "jsonl", "sarif", "junit", "gitlab", "github", "markdown", "csv", "html"]
)
def test_nothing_touched_is_a_report_in_every_format(repository: Path, checker: Checker, form: str) -> None:
    result = checker("check", "--changed", "--format", f"{form}=out")
    assert result.returncode == 0
    assert (repository / "out").is_file()


def test_staged_draft_is_checked_against_its_sources(repository: Path, checker: Checker) -> None:
    touch(repository / "draft.md")
    assert checker("check", "--changed").returncode == 0
    git("add", "draft.md")
    result = checker("check", "--changed")
    assert result.returncode == 1
    assert "Our draft: 12 people — Coast Agency (the fire brigade): nine people" in result.stdout


def test_sources_and_other_files_alone_are_not_checked(repository: Path, checker: Checker) -> None:
    touch(repository / "agency.md")
    (repository / "notes.md").write_text("---\ntitle: [not ours\n---\nNotes.\n")
    (repository / "photo.png").write_bytes(b"\x89PNG")
    git("add", ".")
    assert "no draft was touched" in checker("check", "--changed").stderr


def test_since_a_revision(repository: Path, checker: Checker) -> None:
    git("checkout", "-qb", "story")
    touch(repository / "draft.md")
    git("commit", "-qam", "draft")
    git("checkout", "-q", "main")
    touch(repository / "daily.md")
    git("commit", "-qam", "source")
    git("checkout", "-q", "story")
    assert checker("check", "--changed").returncode == 0
    assert checker("check", "--since", "main").returncode == 1


def test_confined_to_folders(repository: Path, checker: Checker) -> None:
    touch(repository / "draft.md")
    (repository / "other").mkdir()
    git("add", ".")
    assert checker("check", "--changed", "other").returncode == 0
    assert checker("check", "--changed", ".").returncode == 1


def test_set_of_a_folder(repository: Path, checker: Checker) -> None:
    described = "id: port\narticles:\n  - {file: agency.md}\n  - {file: text.md, role: draft}\n"
    (repository / "text.md").write_text("A fire in the old port of Brenna killed 12 people on 2 May 2024.\n")
    (repository / "set.yaml").write_text(described)
    git("add", ".")
    git("commit", "-qm", "set")
    touch(repository / "daily.md")
    git("add", ".")
    assert "no draft was touched" in checker("check", "--changed").stderr
    touch(repository / "agency.md")
    touch(repository / "text.md")
    git("add", ".")
    assert ids(checker("check", "--changed", "--format", "json").stdout) == ["port"]


def test_a_draft_beside_a_set_is_its_own(repository: Path, checker: Checker) -> None:
    (repository / "set.yaml").write_text("id: port\narticles:\n  - {file: agency.md}\n  - {file: daily.md}\n")
    git("add", ".")
    git("commit", "-qm", "set")
    touch(repository / "draft.md")
    git("add", ".")
    for how in ("--changed", "--all-drafts"):
        done = checker("check", how, "--format", "json")
        assert (ids(done.stdout), done.returncode) == (["port-fire"], 1)


@pytest.mark.parametrize("file", ["set.yaml", "draft.md"])
def test_a_set_that_cannot_be_read_is_told_whichever_file_is_touched(
    repository: Path, checker: Checker, file: str
) -> None:
    (repository / "set.yaml").write_text(
        "id: port\narticles:\n  - {file: agency.md}\n  - {file: draft.md, role: draft}\n"
    )
    (repository / file).write_bytes(b"---\n[\n---\nWords.\n" if file == "draft.md" else b"articles: [\n")
    git("add", ".")
    done = checker("check", "--all-drafts", file)
    assert (done.returncode, f"{file}:" in done.stderr) == (2, True)


def test_deleted_draft_is_let_be(repository: Path, checker: Checker) -> None:
    git("rm", "-q", "draft.md")
    assert checker("check", "--changed").returncode == 0


def test_broken_draft_is_told(repository: Path, checker: Checker) -> None:
    draft = repository / "draft.md"
    draft.write_text(draft.read_text().replace("daily.md", "missing.md"))
    git("add", ".")
    result = checker("check", "--changed")
    assert result.returncode == 2
    assert "draft.md: no such file: 'missing.md'" in result.stderr


def test_outside_a_repository_and_unknown_revision(desk: Path, checker: Checker) -> None:
    result = checker("check", "--changed")
    assert (result.returncode, "not a git repository" in result.stderr) == (2, True)
    git("init", "-q")
    assert checker("check", "--since", "nowhere").returncode == 2
    assert checker("check", "--since=--output=x").returncode == 2


def test_no_paths_at_all(desk: Path, checker: Checker) -> None:
    result = checker("check")
    assert (result.returncode, "Missing argument 'PATHS...'" in result.stderr) == (2, True)


def drafts_checked(checker: Checker, *args: str) -> tuple[list[str], int]:
    result = checker("check", "--all-drafts", *args, "--format", "jsonl")
    return [json.loads(line)["id"] for line in result.stdout.splitlines()], result.returncode


@pytest.mark.parametrize("under_git", [True, False])
def test_all_drafts(desk: Path, checker: Checker, under_git: bool) -> None:
    if under_git:
        git("init", "-q")
        (desk / ".gitignore").write_text("out/\n")
        (desk / "out").mkdir()
        (desk / "out" / "draft.md").write_text("---\nrole: draft\n---\nNot ours.\n")
    (desk / "later").mkdir()
    (desk / "later" / "two.md").write_text("---\nsources: [../agency.md]\n---\nNine people died in Brenna.\n")
    (desk / "checker.yaml").write_text("fail-on: error\n")
    assert drafts_checked(checker) == (["port-fire", "set"], 1)
    assert drafts_checked(checker, "later") == (["set"], 0)
    assert drafts_checked(checker, "agency.md", "draft.md", "daily.md") == (["port-fire"], 1)
    assert drafts_checked(checker, ".", "--exclude", "later") == (["port-fire"], 1)
    assert drafts_checked(checker, "--exclude", "*.md", "draft.md", "later/two.md") == ([], 0)


def test_no_draft_at_all(desk: Path, checker: Checker) -> None:
    (desk / "draft.md").unlink()
    for args in ([], ["."], ["agency.md", "daily.md"]):
        done = checker("check", "--all-drafts", "--require-compared", *args)
        assert (done.returncode, done.stderr) == (0, "no draft is there, and none was checked\n")


@pytest.mark.parametrize(
    "args",
    [
        ["--all-drafts", "--changed"],
        ["--changed", "--since", "main"],
        ["--all-drafts", "--draft", "draft.md"],
    ],
)
def test_one_choice_of_drafts(desk: Path, checker: Checker, args: list[str]) -> None:
    assert "one of them" in checker("check", *args).stderr
