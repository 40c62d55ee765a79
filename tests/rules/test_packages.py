"""`checker rules add`: a package of rules comes in whole, and nothing of it changes unseen."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main

RULE = """\
id: house.passed-away
title: People die
why: The house says so.
severity: note
check: must_not_have
words: [passed away]
fix: died
"""
TEST = """\
- finds:
    - {role: draft, text: The singer passed away on Friday.}
- quiet:
    - {role: draft, text: The singer died on Friday.}
"""
FILES = {"house/passed-away.yaml": RULE, "house/passed-away.test.yaml": TEST, "LICENSE": "Free for all.\n"}


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a desk, which is the current one."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def as_folder(place: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = place / "house-style" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return place / "house-style"


def as_zip(place: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(place / "house-style.zip", "w") as archive:
        for name, text in files.items():
            archive.writestr(f"house-style/{name}", text)
    return place / "house-style.zip"


def as_tar(place: Path, files: dict[str, str]) -> Path:
    with tarfile.open(place / "house-style.tar.gz", "w:gz") as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(f"house-style/{name}")
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text.encode()))
    return place / "house-style.tar.gz"


@pytest.mark.parametrize("pack", [as_folder, as_zip, as_tar])
def test_a_package_is_added_and_its_rules_are_in_force(
    tmp_path: Path, desk: Path, pack: Callable[[Path, dict[str, str]], Path]
) -> None:
    added = run("rules", "add", pack(tmp_path, FILES))
    assert added.output == (
        "added house-style: 1 rule, 3 files in rules/house-style\n"
        "wrote rules/rules.lock\n"
        "test it: checker rules test --rules rules\n"
        "use it: write 'rules: [rules]' into checker.yaml\n"
    )
    (desk / "checker.yaml").write_text("rules: [rules]\n")
    (desk / "draft.md").write_text("---\nrole: draft\nsources: [wire.md]\n---\nThe singer passed away.\n")
    (desk / "wire.md").write_text("The singer died.\n")
    assert "People die: “passed away”" in run("check", "draft.md").output
    assert run("rules", "test", "--rules", "rules", "house").output.startswith("2 tests: 2 passed")
    assert "use it" not in run("rules", "add", pack(tmp_path, FILES)).output  # it is used already


def changed(folder: Path) -> None:
    rule = folder / "house" / "passed-away.yaml"
    rule.write_text(rule.read_text().replace("note", "error"))


def gone(folder: Path) -> None:
    (folder / "house" / "passed-away.test.yaml").unlink()


def more(folder: Path) -> None:
    (folder / "house" / "more.yaml").write_text(RULE.replace("passed-away", "more"))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (changed, "house/passed-away.yaml: this file is not as it was added from house-style.zip"),
        (gone, "house/passed-away.test.yaml: this file is gone, and was added from house-style.zip"),
        (more, "house/more.yaml: this file is in the folder of a package and did not come with it"),
    ],
)
def test_what_is_changed_by_hand_is_told(
    tmp_path: Path, desk: Path, change: Callable[[Path], None], told: str
) -> None:
    package = as_zip(tmp_path, FILES)
    run("rules", "add", package)
    change(desk / "rules" / "house-style")
    for command in (("rules", "list", "--rules", "rules"), ("rules", "add", package)):
        result = run(*command)
        assert (result.exit_code, told in result.output) == (2, True), result.output
        assert "checker rules add --force" in result.output
    assert run("rules", "add", package, "--force").exit_code == 0
    assert run("rules", "list", "--rules", "rules", "--pack", "house").exit_code == 0


def test_ends_of_lines_that_git_changes_are_no_change(tmp_path: Path, desk: Path) -> None:
    run("rules", "add", as_zip(tmp_path, FILES))
    rule = desk / "rules/house-style/house/passed-away.yaml"
    rule.write_bytes(rule.read_bytes().replace(b"\n", b"\r\n"))
    assert run("rules", "list", "--rules", "rules").exit_code == 0


def test_a_newer_package_takes_the_place_of_the_older(tmp_path: Path, desk: Path) -> None:
    run("rules", "add", as_zip(tmp_path, FILES))
    newer = {
        "house/gone.yaml": RULE.replace("passed-away", "gone"),
        "house/gone.test.yaml": TEST,
    }
    assert run("rules", "add", as_zip(tmp_path, newer)).exit_code == 0
    listed = run("rules", "list", "--rules", "rules", "--pack", "house").output
    assert ("house.gone" in listed, "house.passed-away" in listed) == (True, False)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"readme.md": "Rules to come."}, "there are no rules in it"),
        ({"house/a.yaml": RULE.replace("why", "wy")}, "house-style.zip/house/a.yaml:3:1: unknown key 'wy'"),
        ({"../../out.yaml": RULE}, "leads out of the archive"),
        ({"general/a.yaml": RULE, "general/b.yaml": RULE}, "house.passed-away"),
    ],
)
def test_what_is_no_package_leaves_all_as_it_was(
    tmp_path: Path, desk: Path, files: dict[str, str], told: str
) -> None:
    result = run("rules", "add", as_zip(tmp_path, files))
    assert (result.exit_code, told in result.output) == (2, True), result.output
    assert [path for path in desk.rglob("*") if path.is_file()] == []
    assert not (tmp_path / "out.yaml").exists()


def test_a_folder_of_its_name_that_was_not_added_is_left_alone(tmp_path: Path, desk: Path) -> None:
    own = desk / "rules" / "house-style" / "own.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(RULE)
    result = run("rules", "add", as_zip(tmp_path, FILES), "--force")
    assert (result.exit_code, "was not added" in result.output) == (2, True)
    assert own.read_text() == RULE


@pytest.mark.parametrize("name", ["nothing.zip", "note.txt", "broken.zip"])
def test_what_cannot_be_read(tmp_path: Path, name: str) -> None:
    if name != "nothing.zip":
        (tmp_path / name).write_text("x")
    result = run("rules", "add", tmp_path / name)
    assert (result.exit_code, result.output.startswith(str(tmp_path / name))) == (2, True)
    assert "a folder, a .zip or a .tar.gz" in result.output or "no such file" in result.output


def test_too_much_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "big.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big/a.yaml", b"#" * 30_000_000)
    result = run("rules", "add", tmp_path / "big.zip")
    assert (result.exit_code, "is the most" in result.output) == (2, True)
