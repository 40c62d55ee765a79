"""Findings that somebody let stand: by the command, in a comment, against a baseline."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from newsroom import Checker

from checker import CheckerError, check
from checker.accepted import named


def findings(checker: Checker, *args: str) -> dict[str, dict[str, Any]]:
    """What is found, by rule."""
    report = json.loads(checker("check", *args, "--format", "json").stdout)
    return {finding["rule"]: finding for finding in report["findings"]}


@pytest.fixture
def marks(desk: Path, checker: Checker) -> dict[str, str]:
    found = findings(checker, "draft.md")
    assert sorted(found) == ["general.count", "general.duration"]
    return {rule: finding["fingerprint"] for rule, finding in found.items()}


def test_accept_writes_who_when_why_until(desk: Path, checker: Checker, marks: dict[str, str]) -> None:
    result = checker(
        "accept",
        marks["general.count"],
        "draft.md",
        "--reason",
        "the morgue: 12",
        "--by",
        "Ada",
        "--until",
        "2024-07-01",
    )
    assert (result.stdout, result.returncode) == (f"accepted {marks['general.count']} in accepted.yaml\n", 0)
    assert (desk / "accepted.yaml").read_text() == (
        "# Findings that were looked at and may stand; see 'checker accept --help'.\n"
        f"- fingerprint: {marks['general.count']}\n"
        "  rule: general.count\n"
        "  about: 'Our draft: 12 people — Coast Agency (the fire brigade): nine people'\n"
        "  draft: draft.md\n"
        "  reason: 'the morgue: 12'\n"
        "  who: Ada\n"
        "  when: 2024-06-01\n"
        "  until: 2024-07-01\n"
    )


def test_accepted_finding_is_shown_and_fails_nothing(
    desk: Path, checker: Checker, marks: dict[str, str]
) -> None:
    checker("accept", *marks.values(), "draft.md", "--reason", "seen", "--by", "Ada")
    result = checker("check", "draft.md")
    assert result.returncode == 0
    assert "No disagreement found, other than what is accepted." in result.stdout
    assert "accepted  general.count Our draft: 12 people" in result.stdout
    assert "accepted.yaml:2  seen (Ada, 2024-06-01)" in result.stdout
    assert result.stdout.endswith("\n2 accepted\n")
    assert findings(checker, "draft.md")["general.count"]["accepted"]["who"] == "Ada"


def test_acceptance_survives_edits_elsewhere(desk: Path, checker: Checker, marks: dict[str, str]) -> None:
    checker("accept", *marks.values(), "draft.md", "--reason", "seen")
    draft = desk / "draft.md"
    head, body = draft.read_text().split("---\nA fire")
    draft.write_text(f"{head}---\nThe old port of Brenna is closed.\n\nA fire{body}\nIt rained later.\n")
    assert checker("check", "draft.md").returncode == 0


def test_who_is_gits_name(
    desk: Path, checker: Checker, marks: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.name")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "Grace Desk")
    checker("accept", marks["general.count"], "--reason", "seen", "draft.md")
    assert "\n  who: Grace Desk\n" in (desk / "accepted.yaml").read_text()


def test_other_entries_and_comments_stay(desk: Path, checker: Checker, marks: dict[str, str]) -> None:
    file = desk / "accepted.yaml"
    before = (
        "# our desk's\n\n"
        f"  - reason: first   # why\n    fingerprint: {marks['general.duration']}\n\n"
        "  - fingerprint: '0123456789abcdef'\n    reason: >-\n      two\n      lines\n\n# the end\n"
    )
    file.write_text(before)
    checker(
        "accept",
        marks["general.count"],
        "draft.md",
        "--reason",
        "seen",
        "--by",
        "Ada",
        "--date",
        "2024-05-04",
    )
    added = (
        f"  - fingerprint: {marks['general.count']}\n    rule: general.count\n"
        "    about: 'Our draft: 12 people — Coast Agency (the fire brigade): nine people'\n"
        "    draft: draft.md\n    reason: seen\n    who: Ada\n"
        "    when: 2024-05-04\n"
    )
    assert file.read_text() == before.replace("lines\n", f"lines\n{added}")
    assert "stale" in checker("check", "draft.md").stdout


def test_accepting_again_replaces_the_entry(desk: Path, checker: Checker, marks: dict[str, str]) -> None:
    mark = marks["general.count"]
    checker("accept", mark, "draft.md", "--reason", "old", "--until", "2024-05-05", "--by", "Ada")
    first = checker("check", "draft.md")
    assert first.returncode == 1
    assert f"expired  {mark}\n    accepted.yaml:2  old (Ada, 2024-06-01, until 2024-05-05)" in first.stdout
    checker("accept", mark, "draft.md", "--reason", "new", "--until", "2024-06-05", "--by", "Ada")
    text = (desk / "accepted.yaml").read_text()
    assert text.count(mark) == 1
    assert "reason: new" in text
    assert "expired" not in checker("check", "draft.md").stdout


def test_acceptance_holds_through_its_last_day(desk: Path, checker: Checker, marks: dict[str, str]) -> None:
    checker("accept", *marks.values(), "draft.md", "--reason", "seen", "--until", "2024-06-05")
    assert checker("check", "draft.md", "--today", "2024-06-05").returncode == 0
    assert checker("check", "draft.md", "--today", "2024-06-06").returncode == 1


def test_what_is_no_longer_found_is_stale(desk: Path, checker: Checker, marks: dict[str, str]) -> None:
    checker("accept", marks["general.count"], "draft.md", "--reason", "seen", "--by", "Ada")
    draft = desk / "draft.md"
    draft.write_text(draft.read_text().replace("12 people", "nine people"))
    result = checker("check", "draft.md")
    assert f"stale  {marks['general.count']} is no longer found\n    accepted.yaml:2  seen" in result.stdout


@pytest.mark.parametrize("force", [False, True])
def test_unknown_fingerprint(desk: Path, checker: Checker, force: bool) -> None:
    args = ["accept", "00000000deadbeef", "draft.md", "--reason", "seen"]
    result = checker(*args, *(["--force"] if force else []))
    assert result.returncode == (0 if force else 2)
    assert ("no finding 00000000deadbeef in port-fire" in result.stderr) is not force
    assert (desk / "accepted.yaml").exists() is force


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("fingerprint: x\n", "a list is wanted here"),
        ("- fingerprint: x\n  reason: y\n", "'x' is not a fingerprint"),
        ("- fingerprint: 0123456789abcdef\n", "the key 'reason' is missing"),
        ("- fingerprint: 0123456789abcdef\n  reason: y\n  until: soon\n", "'soon' is not a day"),
        ("- fingerprint: 0123456789abcdef\n  reason: y\n  untill: x\n", "did you mean 'until'?"),
        ("- [\n", "accepted.yaml:2:1: not YAML"),
    ],
)
def test_wrong_file_is_told_with_its_line(desk: Path, checker: Checker, written: str, told: str) -> None:
    (desk / "accepted.yaml").write_text(written)
    result = checker("check", "draft.md")
    assert result.returncode == 2
    assert told in result.stderr
    assert result.stderr.startswith("accepted.yaml:")


def test_accepted_beside_the_configuration_holds_for_its_sets_only(
    desk: Path, checker: Checker, marks: dict[str, str]
) -> None:
    above = desk.parent
    (above / "checker.yaml").write_text("fail-on: error\n")
    entries = "".join(f"- fingerprint: {m}\n  reason: seen\n  set: SET\n" for m in marks.values())
    (above / "accepted.yaml").write_text(entries.replace("SET", "another"))
    other = checker("check", "draft.md")
    assert (other.returncode, "stale" in other.stdout) == (1, False)
    (above / "accepted.yaml").write_text(entries.replace("SET", "port-fire"))
    assert checker("check", "draft.md").returncode == 0


def test_sets_of_a_stream_keep_apart(desk: Path, checker: Checker) -> None:
    sets = [
        {
            "id": name,
            "articles": [
                {"id": "a", "text": "A fire in Brenna killed nine people on 2 May 2024.", "publisher": "A"},
                {"id": "b", "text": "A fire in Brenna killed 12 people on 2 May 2024.", "publisher": "B"},
            ],
        }
        for name in ("one", "two")
    ]
    (desk / "sets.jsonl").write_text("".join(json.dumps(one) + "\n" for one in sets))
    lines = checker("check", "sets.jsonl", "--format", "jsonl").stdout.splitlines()
    (mark,) = {f["fingerprint"] for line in lines for f in json.loads(line)["findings"]}
    checker("accept", mark, "sets.jsonl", "--reason", "seen")
    assert "\n  set: one\n" in (desk / "accepted.yaml").read_text()
    lines = checker("check", "sets.jsonl", "--format", "jsonl").stdout.splitlines()
    assert [bool(json.loads(line)["findings"][0]["accepted"]) for line in lines] == [True, False]


def commented(desk: Path, comment: str, before: str = "A fire in") -> None:
    draft = desk / "draft.md"
    draft.write_text(draft.read_text().replace(before, f"{comment}{before}"))


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- checker: ignore general.count: the morgue said so -->\n",
        "<!-- checker: ignore general.count: the morgue said so -->\n\n",
        "<!-- checker: ignore general.count: the morgue said so --> ",
        "<!--checker:ignore general.count:\n  the morgue said so\n-->\n",
    ],
)
def test_comment_ignores_a_rule_in_its_paragraph(desk: Path, checker: Checker, comment: str) -> None:
    commented(desk, comment)
    found = findings(checker, "draft.md")
    accepted = found["general.count"]["accepted"]
    assert (accepted["reason"], accepted["path"], accepted["line"], accepted["inline"]) == (
        "the morgue said so",
        "draft.md",
        7,
        True,
    )
    assert found["general.duration"]["accepted"] is None


def test_comment_elsewhere_is_stale(desk: Path, checker: Checker) -> None:
    commented(desk, "<!-- checker: ignore general.count: seen -->\n", "The warehouse")
    result = checker("check", "draft.md")
    assert result.returncode == 1
    assert "stale  general.count is no longer found\n    draft.md:9  seen\n" in result.stdout


def test_comment_with_a_fingerprint_holds_anywhere(
    desk: Path, checker: Checker, marks: dict[str, str]
) -> None:
    commented(desk, f"<!-- checker: ignore {marks['general.count']}: seen -->\n", "The warehouse")
    assert findings(checker, "draft.md")["general.count"]["accepted"]["reason"] == "seen"


def test_the_first_digits_of_a_fingerprint_do_everywhere(
    desk: Path, checker: Checker, marks: dict[str, str]
) -> None:
    whole, short = marks["general.count"], marks["general.count"][:8]
    result = checker("accept", short, "draft.md", "--reason", "seen")
    assert result.stdout == f"accepted {whole} in accepted.yaml\n"
    (desk / "accepted.yaml").write_text(f"- fingerprint: '{short}'\n  reason: by hand\n")
    assert findings(checker, "draft.md")["general.count"]["accepted"]["reason"] == "by hand"
    (desk / "accepted.yaml").unlink()
    commented(desk, f"<!-- checker: ignore {short}: seen -->\n", "The warehouse")
    assert findings(checker, "draft.md")["general.count"]["accepted"]["reason"] == "seen"
    assert checker("accept", "01234567", "draft.md", "--reason", "x").returncode == 2


def test_explain_says_why_a_finding_was_made(checker: Checker, marks: dict[str, str]) -> None:
    told = checker("explain", marks["general.count"][:8], "draft.md")
    assert told.returncode == 0
    assert told.stdout.startswith(f"error  contradiction  general.count  {marks['general.count']}\n")
    assert "compared because: " in told.stdout
    assert "likely to disagree about one thing" in told.stdout
    assert "five years" not in told.stdout
    assert checker("explain", "01234567", "draft.md").returncode == 2


def test_what_begins_several_fingerprints_names_none(desk: Path, checker: Checker) -> None:
    (report,) = check("draft.md")
    first, second = report.findings
    other = replace(second, fingerprint=first.fingerprint[:9] + "0123456")
    assert named(first.fingerprint[:8], [first, second]) is first
    with pytest.raises(CheckerError, match="is the beginning of 2 fingerprints"):
        named(first.fingerprint[:8], [first, other])
    assert named(first.fingerprint, [first, other]) is first


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("<!-- checker: ignore general.count -->", "'general.count' is ignored without a reason"),
        ("<!-- checker: ignore general.count: -->", "'general.count' is ignored without a reason"),
        ("<!-- checker: ignore: all of it -->", "this comment is not understood"),
        ("<!-- checker: off -->", "this comment is not understood"),
        ("<!-- checker: ignore two words: all of it -->", "this comment is not understood"),
    ],
)
def test_comment_without_reason_is_an_error(desk: Path, checker: Checker, comment: str, told: str) -> None:
    commented(desk, comment + "\n")
    result = checker("check", "draft.md")
    assert result.returncode == 2
    assert result.stderr.startswith(f"draft.md:7: {told}\n")


def test_comments_of_sources_and_of_others_are_let_be(desk: Path, checker: Checker) -> None:
    commented(desk, "<!-- check this: with the desk -->\n")
    agency = desk / "agency.md"
    agency.write_text(agency.read_text() + "\n<!-- checker: ignore general.count: trust us -->\n")
    assert findings(checker, "draft.md")["general.count"]["accepted"] is None


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_baseline(desk: Path, checker: Checker, form: str) -> None:
    draft = desk / "draft.md"
    draft.write_text(draft.read_text().replace("five years", "two years"))
    checker("check", "draft.md", "--format", f"{form}=base.json")
    assert checker("check", "draft.md", "--baseline", "base.json").returncode == 0
    draft.write_text(draft.read_text().replace("two years", "five years"))
    known = findings(checker, "draft.md", "--baseline", "base.json")
    assert {rule: finding["known"] for rule, finding in known.items()} == {
        "general.count": True,
        "general.duration": False,
    }
    assert checker("check", "draft.md", "--baseline", "base.json").returncode == 1
    assert list(findings(checker, "draft.md", "--baseline", "base.json", "--new-only")) == [
        "general.duration"
    ]


def test_baseline_must_be_a_report(desk: Path, checker: Checker) -> None:
    (desk / "base.json").write_text('{"findings": 3}')
    result = checker("check", "draft.md", "--baseline", "base.json")
    assert (result.returncode, result.stderr.splitlines()[0]) == (
        2,
        "base.json: this is not a report in JSON",
    )
    assert "--new-only: new against what?" in checker("check", "draft.md", "--new-only").stderr
