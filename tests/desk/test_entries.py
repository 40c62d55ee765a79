"""`checker accept --list` and `--prune`: what stands in accepted.yaml, and what stands there in vain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from newsroom import DRAFT, Checker


def fingerprint(checker: Checker, draft: str, rule: str = "general.count") -> str:
    report = json.loads(checker("check", draft, "--format", "json").stdout)
    return next(str(f["fingerprint"]) for f in report["findings"] if f["rule"] == rule)


@pytest.fixture
def written(desk: Path, checker: Checker) -> dict[str, str]:
    """One entry that holds, one that has expired and one that nothing matches."""
    marks = {rule: fingerprint(checker, "draft.md", f"general.{rule}") for rule in ("count", "duration")}
    checker("accept", marks["count"], "draft.md", "--reason", "the morgue: 12", "--by", "Ada")
    checker(
        "accept", marks["duration"], "draft.md", "--reason", "asked", "--by", "Ada", "--until", "2024-05-31"
    )
    with (desk / "accepted.yaml").open("a") as file:
        file.write("# from the old desk\n- fingerprint: 00000000deadbeef\n  reason: seen\n")
    return {**marks, "gone": "00000000deadbeef"}


def test_list_tells_what_holds_and_what_does_not(written: dict[str, str], checker: Checker) -> None:
    result = checker("accept", "--list", "draft.md")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == (
        f"accepted  {written['count']}  accepted.yaml:2  general.count\n"
        "    Our draft: 12 people — Coast Agency (the fire brigade): nine people\n"
        "    the morgue: 12 (Ada, 2024-06-01)\n"
        f"expired   {written['duration']}  accepted.yaml:9  general.duration\n"
        "    Our draft (the owner): five years — Coast Agency (the owner): two years\n"
        "    asked (Ada, 2024-06-01, until 2024-05-31)\n"
        "stale     00000000deadbeef  accepted.yaml:18\n"
        "    seen\n"
    )


def test_prune_takes_out_what_is_expired_or_stale_and_nothing_else(
    desk: Path, written: dict[str, str], checker: Checker
) -> None:
    before = (desk / "accepted.yaml").read_text().splitlines(keepends=True)
    result = checker("accept", "--prune", "draft.md")
    assert result.stdout == (
        f"removed {written['duration']} from accepted.yaml: expired on 2024-05-31\n"
        "removed 00000000deadbeef from accepted.yaml: no longer found\n"
    )
    after = (desk / "accepted.yaml").read_text()
    assert after == "".join(line for n, line in enumerate(before, 1) if n < 9 or n == 17)
    assert checker("accept", "--prune", "draft.md").stdout == "nothing to remove\n"
    assert checker("check", "draft.md").stdout.count("accepted  general.count") == 1


def test_what_ends_by_another_day(written: dict[str, str], checker: Checker) -> None:
    assert "expired" not in checker("accept", "--list", "draft.md", "--today", "2024-05-31").stdout


def test_a_file_that_is_empty_afterwards_can_still_be_read(desk: Path, checker: Checker) -> None:
    (desk / "accepted.yaml").write_text("- fingerprint: 00000000deadbeef\n  reason: seen\n")
    assert checker("accept", "--prune", "draft.md").returncode == 0
    assert checker("accept", "--list", "draft.md").stdout == "nothing is accepted here\n"
    mark = fingerprint(checker, "draft.md")
    assert checker("accept", mark, "draft.md", "--reason", "seen").returncode == 0


def test_comments_are_listed_and_stay(desk: Path, checker: Checker) -> None:
    comment = "<!-- checker: ignore general.money: nothing to see -->\n"
    (desk / "draft.md").write_text(DRAFT.replace("A fire in", f"{comment}A fire in"))
    assert (
        checker("accept", "--list", "draft.md").stdout
        == "stale     general.money  draft.md:7\n    nothing to see\n"
    )
    assert checker("accept", "--prune", "draft.md").stdout == "nothing to remove\n"
    assert comment in (desk / "draft.md").read_text()


def test_drafts_of_one_folder_leave_each_others_entries_alone(desk: Path, checker: Checker) -> None:
    (desk / "second.md").write_text(DRAFT.replace("12 people", "14 people"))
    for name in ("draft.md", "second.md"):
        checker("accept", fingerprint(checker, name), name, "--reason", "seen", "--by", "Ada")
    assert "\n  draft: second.md\n" in (desk / "accepted.yaml").read_text()
    for name in ("draft.md", "second.md"):
        assert "stale" not in checker("check", name).stdout
        assert checker("accept", "--prune", name).stdout == "nothing to remove\n"
    (desk / "second.md").unlink()
    assert checker("accept", "--prune", "draft.md").stdout.endswith("from accepted.yaml: no longer found\n")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--list", "--prune"], "--list and --prune: one of them"),
        (["--list", "draft.md", "--reason", "seen"], "--reason"),
        (["--prune", "0123456789abcdef"], "0123456789abcdef"),
        (["0123456789abcdef", "draft.md"], "--reason"),
        ([], "FINGERPRINT"),
    ],
)
def test_wrong_use_is_told(desk: Path, checker: Checker, args: list[str], told: str) -> None:
    result = checker("accept", *args)
    assert result.returncode == 2
    assert told in result.stderr
