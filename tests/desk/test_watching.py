"""`checker watch`: a draft checked again on every save."""

from __future__ import annotations

import queue
import signal
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import Checker

RULE = """\
id: house.empty-for
title: How long it stood empty
why: The owner's word changes.
severity: warning
claim:
  value: {kind: duration}
compare:
  finding: [disjoint]
message: "{a.words} and {b.words}"
"""


@pytest.fixture
def watching(desk: Path, program: list[str]) -> Iterator[tuple[subprocess.Popen[str], queue.Queue[str]]]:
    """The program at work, and the last line of each report as it is printed."""
    process = subprocess.Popen(
        [*program, "watch", "draft.md"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    sums: queue.Queue[str] = queue.Queue()

    def listen() -> None:
        assert process.stdout is not None
        for line in process.stdout:
            if " compared" in line:
                sums.put(line)

    threading.Thread(target=listen, daemon=True).start()
    yield process, sums
    process.kill()
    process.wait()


def test_again_on_every_save_until_interrupted(
    desk: Path, watching: tuple[subprocess.Popen[str], queue.Queue[str]]
) -> None:
    process, sums = watching
    assert sums.get(timeout=120).startswith("2 errors; ")
    draft = desk / "draft.md"
    draft.write_text(draft.read_text().replace("12 people", "nine people"))
    assert sums.get(timeout=120).startswith("1 error; ")
    agency = desk / "agency.md"
    agency.write_text(agency.read_text().replace("two years", "five years"))
    assert sums.get(timeout=120).startswith("no findings; ")
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=60) == 0
    assert process.stderr is not None
    assert process.stderr.read() == ""


def test_goes_on_after_what_cannot_be_read(
    desk: Path, watching: tuple[subprocess.Popen[str], queue.Queue[str]]
) -> None:
    process, sums = watching
    sums.get(timeout=120)
    draft = desk / "draft.md"
    whole = draft.read_text()
    draft.write_text(whole.replace("role: draft", "rol: draft"))
    assert process.stderr is not None
    assert process.stderr.readline() == "draft.md:4:1: unknown key 'rol'\n"
    draft.write_text(whole.replace("12 people", "nine people"))
    assert sums.get(timeout=120).startswith("1 error; ")


def test_settings_and_rules_are_read_anew(
    desk: Path, watching: tuple[subprocess.Popen[str], queue.Queue[str]]
) -> None:
    _, sums = watching
    assert sums.get(timeout=120).startswith("2 errors; ")
    (desk / "house").mkdir()
    (desk / "checker.yaml").write_text("rules: [house]\nseverity: {general.count: note}\n")
    assert sums.get(timeout=120).startswith("1 error, 1 note; ")
    (desk / "checker.yaml").write_text("rules: [house]\nseverity: {general: off}\n")
    assert sums.get(timeout=120).startswith("no findings; ")
    (desk / "house" / "empty-for.yaml").write_text(RULE)
    assert sums.get(timeout=120).startswith("1 warning; ")
    (desk / "house" / "empty-for.yaml").write_text(RULE.replace("warning", "note"))
    assert sums.get(timeout=120).startswith("1 note; ")


def test_once_is_the_short_report(desk: Path, checker: Checker) -> None:
    result = checker("watch", "draft.md", "--once")
    assert result.returncode == 1
    first, *rest = result.stdout.splitlines()
    assert first.startswith("draft.md:7:41: error: Our draft: 12 people")
    assert rest[:2] == [
        "    Coast Agency (the fire brigade), line 5: “A fire in the old port of Brenna killed nine people "
        "on",
        "      Thursday night, the fire brigade said.”",
    ]
    assert checker("watch", "draft.md", "--once", "--fail-on", "never").returncode == 0


def test_sources_may_be_named(desk: Path, checker: Checker) -> None:
    draft = desk / "plain.md"
    draft.write_text("A fire in the old port of Brenna killed 12 people on Thursday, 2 May 2024.\n")
    alone = checker("watch", "plain.md", "--once")
    assert (alone.returncode, "this draft names no sources" in alone.stderr) == (2, True)
    assert checker("watch", "plain.md", "agency.md", "daily.md", "--once").returncode == 1
