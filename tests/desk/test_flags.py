"""The flags of the command line: short ones, chosen rules, settings, examples, completion, progress."""

from __future__ import annotations

import json
import os
import pty
import re
import shlex
import subprocess
from pathlib import Path

import click
import pytest
from newsroom import ROOT, Checker

from checker.cli import main
from checker.reports import FORMATS


def every_command(group: click.Group, words: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    inner = group.commands.items()
    deeper = [every_command(c, (*words, n)) for n, c in inner if isinstance(c, click.Group)]
    return [*((*words, name) for name, _ in inner), *(one for many in deeper for one in many)]


COMMANDS = [(), *every_command(main)]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_help_has_examples_that_can_be_typed(checker: Checker, words: tuple[str, ...]) -> None:
    shown = checker(*words, "-h").stdout
    assert shown == checker(*words, "--help").stdout
    _, _, text = shown.partition("Examples:\n")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    assert lines
    for line in lines:
        program, *args = shlex.split(line)
        assert program == "checker"
        assert tuple(args[: len(words)]) == words
        context, command = click.Context(main, **main.context_settings), main
        while isinstance(command, click.Group):  # every word and flag is one that the command knows
            name, command, args = command.resolve_command(context, args)
            assert name
            assert command
            context = command.make_context(name, list(args), parent=context) if name else context
        assert context.params or not command.params


def rules_found(checker: Checker, *args: str) -> set[str]:
    done = checker("check", "draft.md", "--format", "json", *args)
    return {finding["rule"] for finding in json.loads(done.stdout)["findings"]}


def test_rules_are_chosen(desk: Path, checker: Checker) -> None:
    both = {"general.count", "general.duration"}
    assert rules_found(checker) == both
    assert rules_found(checker, "--select", "general.count") == {"general.count"}
    assert rules_found(checker, "--select", "general.count,general.duration") == both
    assert rules_found(checker, "--select", "general", "--ignore", "general.count") == {
        "general.duration",
        "general.quantity",
    }
    assert rules_found(checker, "--ignore", "general") == set()


def test_chosen_rules_outrank_settings_and_call_nothing_stale(desk: Path, checker: Checker) -> None:
    both = {"general.count", "general.duration"}
    (desk / "names.yaml").write_text("- {use: harbour, not: [port]}\n")
    (desk / "checker.yaml").write_text("names: [names.yaml]\nseverity: {general.count: note}\n")
    assert "house.names" in rules_found(checker)
    assert rules_found(checker, "--ignore", "house.names,general.quantity") == both
    assert rules_found(checker, "--select", "house.names") == {"house.names"}
    found = json.loads(checker("check", "draft.md", "--format", "json").stdout)["findings"]
    mark = next(one["fingerprint"] for one in found if one["rule"] == "general.count")
    assert checker("accept", mark, "draft.md", "--reason", "seen").returncode == 0
    done = checker("check", "draft.md", "--select", "general.duration", "--format", "json")
    assert json.loads(done.stdout)["stale"] == []


@pytest.mark.parametrize("flag", ["--select", "--ignore"])
def test_a_rule_that_is_not_there(desk: Path, checker: Checker, flag: str) -> None:
    done = checker("check", "draft.md", flag, "general.cuont")
    assert (done.returncode, done.stderr.splitlines()[:2]) == (
        2,
        [f"{flag}: no rule or pack 'general.cuont'", "  did you mean 'general.count'?"],
    )


def test_a_mistyped_rule_is_told_in_three_lines_at_most(checker: Checker) -> None:
    for word, near in (
        ("general.cuont", "general.count"),
        ("cuont", "general.count"),
        ("xyz", "'checker rules list'"),
    ):
        told = checker("rules", "show", word).stderr
        assert near in told
        assert len(told.splitlines()) <= 3
        assert max(map(len, told.splitlines())) < 100


def test_settings_by_name_or_none_at_all(desk: Path, checker: Checker) -> None:
    (desk / "checker.yaml").write_text("severity: {general.count: off}\n")
    (desk / "strict.yaml").write_text("severity: {general.duration: off}\nfail-on: warning\n")
    assert "general.count" not in rules_found(checker)
    assert rules_found(checker, "--config", "strict.yaml") >= {"general.count"}
    assert rules_found(checker, "--no-config") == {"general.count", "general.duration"}
    done = checker("check", "draft.md", "--config", "gone.yaml")
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, "gone.yaml: no such file of settings")
    assert "fail-on          warning  (strict.yaml)" in checker("config", "--config", "strict.yaml").stdout


def test_one_line_a_finding(desk: Path, checker: Checker) -> None:
    done = checker("check", "draft.md", "--format", "concise")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    for line in lines:
        path, at, column, level, _ = (part.strip() for part in line.split(":", 4))
        words = (desk / path).read_text().splitlines()[int(at) - 1][int(column) - 1 :]
        assert level == "error"
        assert words.startswith(("12 people", "five years"))
        assert re.search(r"\[general\.(count|duration)\]$", line)


def test_statistics(desk: Path, checker: Checker) -> None:
    done = checker("check", "draft.md", "--statistics")
    assert done.returncode == 1
    rows = [line.split()[:3] for line in done.stdout.splitlines()]
    assert rows == [["1", "error", "general.count"], ["1", "error", "general.duration"]]
    done = checker("check", "draft.md", "--format", "json=out.json", "--statistics")
    assert [line.split()[:3] for line in done.stdout.splitlines()] == rows
    assert json.loads((desk / "out.json").read_text())["status"] == 1


def test_quiet_shows_findings_only(desk: Path, checker: Checker) -> None:
    whole = checker("check", "draft.md")
    done = checker("check", "-q", "draft.md")
    assert done.returncode == whole.returncode == 1
    assert done.stdout.rstrip() in whole.stdout
    assert "Facts" not in done.stdout
    assert "Our draft: 12 people" in done.stdout
    done = checker("check", "agency.md", "daily.md", "-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_short_flags(desk: Path, checker: Checker) -> None:
    assert checker("check", "draft.md", "-v").stdout == checker("check", "draft.md", "--verbose").stdout
    assert checker("check", "draft.md", "-o", "out.txt").stdout == ""
    assert (desk / "out.txt").read_text() == checker("check", "draft.md").stdout
    assert checker("-V").stdout.startswith("checker, version ")


def test_excluded(desk: Path, checker: Checker) -> None:
    (desk / "old").mkdir()
    for name in ("old/daily.md", "notes-old.md"):
        (desk / name).write_text("Some 40 people died in the fire in the old port of Brenna on Thursday.\n")
    (desk / "draft.md").write_text((desk / "draft.md").read_text().replace("daily.md", "old"))

    def read(*args: str) -> set[str]:
        data = json.loads(checker("check", *args, "--format", "json").stdout)
        return {cell for fact in data["facts"] for cell in fact["cells"]}

    assert {"old/daily.md", "notes-old"} <= read(".")
    assert read(".", "--exclude", "old", "--exclude", "*-old.md") & {"old/daily.md", "notes-old"} == set()


def completed(words: str, at: int) -> set[str]:
    env = {**os.environ, "COMP_WORDS": words, "COMP_CWORD": str(at), "_CHECKER_COMPLETE": "bash_complete"}
    done = subprocess.run(["checker"], env=env, capture_output=True, text=True, check=False)
    return {line.partition(",")[2] for line in done.stdout.splitlines()}


def test_completion_of_formats_and_rules(on_path: None) -> None:
    assert completed("checker check --format ", 3) == set(FORMATS)
    assert completed("checker check --format sa", 3) == {"sarif"}
    assert {"general.count", "general.contrary"} <= completed("checker rules show general.c", 3)
    assert "sport" in completed("checker check --select sp", 3)
    assert completed("checker rules test general.coun", 3) == {"general.count"}
    assert completed("checker schema acc", 2) == {"accepted"}


def test_progress_within_one_large_set(desk: Path, program: list[str]) -> None:
    for n in range(30):
        text = f"A fire in the old port of Brenna killed {n + 3} people on Thursday night.\n"
        (desk / f"wire-{n:02}.md").write_text(text)
    ours, theirs = pty.openpty()
    command = [*program, "check", ".", "--format", "json=out.json"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs, cwd=desk)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:  # how a terminal tells its end
        pass
    process.wait()
    told = shown.decode()
    assert "understanding 2 of 33" in told
    assert "comparing" in told
    assert told.endswith("\r\x1b[K")  # nothing of it is left


def test_tests_know_the_docs() -> None:
    page = (ROOT / "docs" / "ci.md").read_text()
    assert all(f"`{name}`" in page for name in FORMATS)
