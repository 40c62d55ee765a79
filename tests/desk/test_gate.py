"""The gate for bytes: what is opened, how much of it is read, and what it may name."""

from __future__ import annotations

import json
import os
import resource
import subprocess
from pathlib import Path

import pytest
from newsroom import AGENCY, Checker

SET = "articles:\n- file: agency.md\n- file: {}\n"


@pytest.fixture
def apart(desk: Path, tmp_path: Path) -> Path:
    """An account beside the desk's folder, which is not its own."""
    path = tmp_path / "secret.md"
    path.write_text("The vault holds 12 people and 300 dollars.\n")
    return path


def failures(stdout: str) -> list[str]:
    return [failure["message"] for failure in json.loads(stdout)["failed"]]


@pytest.mark.parametrize(
    "by", ["set.yaml", "front matter", "a link", "a link to a folder", "an absolute path"]
)
def test_what_is_named_lies_in_the_working_tree(desk: Path, apart: Path, checker: Checker, by: str) -> None:
    paths = ["."]
    (desk / "daily.md").unlink()
    if by == "set.yaml":
        (desk / "set.yaml").write_text(SET.format("../secret.md"))
    elif by == "an absolute path":
        (desk / "set.yaml").write_text(SET.format(apart))
    elif by == "front matter":
        draft = (desk / "draft.md").read_text().replace("daily.md", "../secret.md")
        (desk / "draft.md").write_text(draft)
        paths = ["draft.md"]
    elif by == "a link":
        (desk / "daily.md").symlink_to(apart)
        (desk / "draft.md").unlink()
    else:
        (desk / "more").symlink_to(apart.parent)
        (desk / "draft.md").unlink()
        (desk / "set.yaml").write_text(SET.format("more/secret.md"))
    done = checker("check", *paths, "--format", "json")
    assert done.returncode == 2
    assert "vault" not in done.stdout
    assert any("leads out of the folder" in message for message in failures(done.stdout))
    allowed = checker("check", *paths, "--format", "json", "--allow-outside")
    assert failures(allowed.stdout) == []
    assert json.loads(allowed.stdout)["read"]["articles"] == json.loads(done.stdout)["read"]["articles"] + 1


def test_what_is_typed_is_trusted(desk: Path, apart: Path, checker: Checker) -> None:
    (desk / "link.md").symlink_to(apart)
    done = checker("check", "link.md", "../secret.md", "agency.md", "--format", "json")
    assert (done.returncode, failures(done.stdout)) == (0, [])


@pytest.mark.parametrize("mark", [".git", "checker.yaml"])
def test_a_working_tree_reaches_beyond_the_folder(
    desk: Path, apart: Path, checker: Checker, mark: str
) -> None:
    (desk / "set.yaml").write_text(SET.format("../secret.md"))
    if mark == ".git":
        (apart.parent / mark).mkdir()
    else:
        (apart.parent / mark).write_text("fail-on: error\n")
    assert failures(checker("check", ".", "--format", "json").stdout) == []


def test_links_that_lead_nowhere_are_told(desk: Path, checker: Checker) -> None:
    (desk / "daily.md").unlink()
    (desk / "daily.md").symlink_to("gone.md")
    assert failures(checker("check", ".", "--format", "json").stdout) == ["this link leads nowhere"]
    (desk / "set.yaml").symlink_to("gone.yaml")
    done = checker("check", ".", "--format", "json")
    assert failures(done.stdout) == ["this link leads nowhere"]
    assert done.returncode == 2


def test_no_more_is_read_than_asked_for(desk: Path, checker: Checker) -> None:
    (desk / "long.md").write_text("Words of no weight. " * 1000)
    done = checker("check", "agency.md", "daily.md", "long.md", "--format", "json", "--max-bytes", "10000")
    assert failures(done.stdout) == ["this file has more than 10,000 bytes"]
    row = json.dumps({"id": "a", "text": "Nine people died."}) + "\n"
    (desk / "s.jsonl").write_text(row + json.dumps({"id": "b", "text": "x" * 30_000}) + "\n" + row)
    done = checker("check", "s.jsonl", "--format", "jsonl", "--max-bytes", "10000")
    assert [json.loads(one)["id"] for one in done.stdout.splitlines()] == ["a", "s.jsonl:2", "a"]
    assert "s.jsonl:2: this line has more than 10,000 bytes" in done.stderr


def test_only_regular_files_are_opened(desk: Path, program: list[str]) -> None:
    os.mkfifo(desk / "pipe.md")
    for path in ("pipe.md", "/dev/zero", "."):
        done = subprocess.run(
            [*program, "check", path, "agency.md", "--format", "json"],
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 2
        assert "this is a pipe or a device" in failures(done.stdout.decode())[0]


@pytest.mark.parametrize("target", ["pipe", "/dev/zero", "."])
@pytest.mark.parametrize(
    "settings",
    [
        {"checker.yaml": "names: [{}]"},
        {"checker.yaml": "actors: [{}]"},
        {"pyproject.toml": '[tool.checker]\nnames = ["{}"]'},
    ],
)
def test_files_that_settings_name_are_regular_too(
    desk: Path, program: list[str], settings: dict[str, str], target: str
) -> None:
    os.mkfifo(desk / "pipe")
    for name, content in settings.items():
        (desk / name).write_text(content.format(target))
    done = subprocess.run(
        [*program, "check", "agency.md", "daily.md"], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert target in done.stderr
    assert "a file is wanted" in done.stderr or "this is a folder" in done.stderr


def test_pipes_among_rules_and_findings(desk: Path, program: list[str]) -> None:
    (desk / "rules" / "desk").mkdir(parents=True)
    for name in ("rules/desk/toll.yaml", "base.json"):
        os.mkfifo(desk / name)
    for options in (
        ["agency.md", "daily.md", "--rules", "rules"],
        ["agency.md", "daily.md", "--baseline", "base.json"],
    ):
        done = subprocess.run(
            [*program, "check", *options], capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode == 2
        assert "this is a pipe or a device" in done.stderr


def test_an_endless_standard_input_ends(desk: Path, program: list[str]) -> None:
    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000, 2_000_000_000))

    for endless in ("tr '\\0' 'a' < /dev/zero", "yes 'some words'"):
        command = f"{endless} | {' '.join(program)} check - --format json --max-bytes 100000"
        done = subprocess.run(
            ["sh", "-c", command], capture_output=True, timeout=60, check=False, preexec_fn=limited
        )
        assert done.returncode == 2
        assert "has more than 100,000 bytes" in failures(done.stdout.decode())[0]


LOOK_ALIKES = {
    "story.doc": "save it as .docx",
    "story.pages": "export it",
    "photo.JPG": "text recognition",
    "story.zip": "unpack it",
    "story.msg": ".eml",
    "story.xyz": "save the article as .txt",
}


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_look_alikes_are_refused_with_what_to_do(desk: Path, checker: Checker, name: str) -> None:
    (desk / name).write_text("Nine people died in the fire.\n")
    done = checker("check", name, "agency.md", "--format", "json")
    (failed,) = json.loads(done.stdout)["failed"]
    assert LOOK_ALIKES[name] in failed["hint"]
    assert done.returncode == 2


def test_an_address_is_no_file(desk: Path, checker: Checker) -> None:
    done = checker("check", "https://news.example/story", "agency.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert "save the page and name its file" in done.stderr


def test_a_document_that_cannot_be_read_is_not_passed_over(desk: Path, checker: Checker) -> None:
    (desk / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    done = checker("check", ".", "--format", "json")
    assert failures(done.stdout) == ["files that end in .doc cannot be read"]


@pytest.mark.parametrize("name", ["x" * 300 + ".md", "a\0b.md", "a" * 5_000])
def test_names_that_no_file_can_have(desk: Path, checker: Checker, name: str) -> None:
    (desk / "set.yaml").write_text(SET.format(json.dumps(name)))
    done = checker("check", ".", "--format", "json")
    assert done.returncode == 2
    assert len(failures(done.stdout)) == 1
    assert len(done.stderr) < 2_000
    if "\0" in name:
        return  # which nobody can type
    for args in (["check", name], ["check", "--draft", name, "agency.md"], ["explain", name]):
        typed = checker(*args)
        assert (typed.returncode, typed.stdout) == (2, "")
        assert len(typed.stderr) < 2_000


@pytest.mark.parametrize("target", ["agency.md", "link.md", "same.md", "accepted.yaml"])
def test_no_report_is_written_onto_what_is_read(desk: Path, checker: Checker, target: str) -> None:
    (desk / "link.md").symlink_to("agency.md")
    os.link(desk / "agency.md", desk / "same.md")
    (desk / "accepted.yaml").write_text("# nothing\n")
    for paths in (["agency.md", "daily.md"], ["draft.md"]):
        before = (desk / target).read_text()
        for args in (["check", *paths, "--output", target], ["explain", *paths, "--output", target]):
            done = checker(*args)
            assert (done.returncode, done.stdout) == (2, "")
            assert "a report would be written onto it" in done.stderr
        assert (desk / target).read_text() == before
    assert (desk / "agency.md").read_text() == AGENCY


def test_a_report_in_a_folder_of_articles_is_none(desk: Path, checker: Checker) -> None:
    """The second run must not read what the first one wrote; it says so instead of checking it."""
    (desk / "draft.md").unlink()
    assert checker("check", ".", "--format", "json=report.json").returncode == 0
    done = checker("check", ".", "--format", "json=report.json")
    assert done.returncode == 2
    assert "a report would be written onto it" in done.stderr


def test_a_working_folder_that_is_gone(desk: Path, program: list[str]) -> None:
    command = f"rm -r '{desk}' && {' '.join(program)} check agency.md"
    done = subprocess.run(["sh", "-c", command], cwd=desk, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "the current folder is gone\n  change into one that is there\n"


def test_an_accepted_file_that_cannot_be_read(desk: Path, checker: Checker) -> None:
    for content in (b"\xff\xfe\x00", b"- [", b"[" * 900 + b"]" * 900, b"- fingerprint: 1\n  reason: x\n"):
        (desk / "accepted.yaml").write_bytes(content)
        done = checker("check", "draft.md", "--format", "json")
        assert done.returncode == 2
        (failed,) = json.loads(done.stdout)["failed"]
        assert failed["path"].endswith("accepted.yaml")
        assert "checker failed" not in failed["message"]
