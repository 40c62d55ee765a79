"""One bad article or set withholds nothing else: it is told in every format, and the status is 2."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from newsroom import Checker

GOOD = {"id": "a", "text": "A fire in Brenna killed nine people on 2 May 2024."}
OTHER = {"id": "b", "text": "A fire in Brenna killed ten people on 2 May 2024."}


def line(name: str, *articles: Any) -> str:
    return json.dumps({"id": name, "articles": articles or (GOOD, OTHER)}) + "\n"


BAD = {
    "no JSON": "{",
    "no object": "[1]",
    "nested": "[" * 100_000,
    "digits": '{"id": "x", "text": "Words.", "trust": %s}' % ("9" * 5_000),
    "a draft alone": '{"id": "x", "text": "Words.", "role": "draft"}',
    "half a letter": '{"id": "x", "text": ""}',
    "not UTF-8": b'{"id": "x", "txt": "\xff\xfe"}',
}


def stream(folder: Path) -> Path:
    """Good and bad sets in turn, and one of which a single article is bad."""
    path = folder / "sets.jsonl"
    lines = [line("first").encode()]
    for number, bad in enumerate(BAD.values()):
        lines += [(bad if isinstance(bad, bytes) else bad.encode()) + b"\n", line(f"good {number}").encode()]
    lines.append(line("partly", GOOD, {"id": "c", "text": "word " * 250_000}, OTHER).encode())
    path.write_bytes(b"".join(lines))
    return path


def test_every_good_set_of_a_stream_is_reported(desk: Path, checker: Checker) -> None:
    stream(desk)
    done = checker("check", "sets.jsonl", "--format", "jsonl", "--fail-on", "warning")
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert len(reports) == 2 * len(BAD) + 2
    whole = [one for one in reports if not one["failed"]]
    assert [one["id"] for one in whole] == ["first", *(f"good {n}" for n in range(len(BAD)))]
    assert all(one["status"] == 1 and one["findings"] for one in whole)
    failed = [failure for one in reports for failure in one["failed"]]
    assert len(failed) == len(BAD) + 1
    assert [failure["line"] for failure in failed] == [*range(2, 2 * len(BAD) + 1, 2), 2 * len(BAD) + 2]
    assert all(failure["path"] == "sets.jsonl" and failure["message"] for failure in failed)
    partly = reports[-1]
    assert (partly["status"], partly["failed"][0]["article"]) == (2, "c")
    assert partly["findings"]
    assert len(done.stderr) < 6_000


def test_one_and_two_are_told_apart(desk: Path, checker: Checker) -> None:
    (desk / "sets.jsonl").write_text(line("one") + "{\n" + line("two", GOOD, {**GOOD, "id": "b"}))
    done = checker("check", "sets.jsonl", "--format", "json", "--fail-on", "warning")
    assert [report["status"] for report in json.loads(done.stdout)] == [1, 2, 0]


def told(name: str, text: str) -> list[str]:
    """What a report in some format says was not checked."""
    if name == "json":
        return [f["message"] for r in json.loads(text) for f in r["failed"]]
    if name == "jsonl":
        return [f["message"] for row in text.splitlines() for f in json.loads(row)["failed"]]
    if name == "sarif":
        (run,) = json.loads(text)["runs"]
        assert not run["invocations"][0]["executionSuccessful"]
        return [n["message"]["text"] for n in run["invocations"][0]["toolExecutionNotifications"]]
    if name == "junit":
        root = ElementTree.fromstring(text)
        assert root.get("errors") == "2"
        return [error.get("message", "") for error in root.iter("error")]
    if name == "gitlab":
        return [i["description"] for i in json.loads(text) if i["check_name"] == "checker.failed"]
    if name == "csv":
        return [row[1] for row in csv.reader(io.StringIO(text)) if row[2] == "failed"]
    return re.findall("not JSON|Words are wanted|the article .*? is empty", text)


@pytest.mark.parametrize(
    "name", ["json", "jsonl", "sarif", "junit", "gitlab", "csv", "text", "html", "markdown", "github"]
)
def test_every_format_tells_it(desk: Path, checker: Checker, name: str) -> None:
    bad = {"id": "c", "text": ""}
    (desk / "sets.jsonl").write_text(line("one", GOOD, OTHER, bad) + "{\n" + line("two"))
    done = checker("check", "sets.jsonl", "--format", f"{name}=out")
    text = (desk / "out").read_text()
    assert done.returncode == 2
    first, second = told(name, text)
    assert "is empty" in first
    assert "not JSON" in second
    if name != "junit":
        assert "ten people" in text or name in ("gitlab", "csv", "github")


def test_files_that_cannot_be_read_leave_the_others(desk: Path, checker: Checker) -> None:
    (desk / "broken.json").write_text("{")
    (desk / "gone.md").symlink_to("nowhere.md")
    done = checker("check", ".", "--format", "json")
    (failed, link) = json.loads(done.stdout)["failed"]
    assert (failed["article"], failed["line"]) == ("broken.json", 1)
    assert link["message"] == "this link leads nowhere"
    assert json.loads(done.stdout)["findings"]
    assert done.returncode == 2


def test_a_source_that_is_not_there_leaves_the_others(desk: Path, checker: Checker) -> None:
    draft = (desk / "draft.md").read_text().replace("daily.md", "dayly.md")
    (desk / "draft.md").write_text(draft)
    done = checker("check", "draft.md", "--format", "json")
    report = json.loads(done.stdout)
    assert [failure["article"] for failure in report["failed"]] == ["dayly.md"]
    assert report["findings"]
    assert done.returncode == 2


def test_a_fault_of_our_own_is_a_failure_of_its_set(
    desk: Path, program: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = (
        "import sys\nfrom checker import cli, pipeline\nright = pipeline.check_set\n"
        "def check(articles, *rest):\n"
        "    if articles.id == 'bad': raise RecursionError if len(sys.argv) > 9 else KeyError('x' * 9000)\n"
        "    return right(articles, *rest)\n"
        "pipeline.check_set = check\ncli.main(sys.argv[1:])\n"
    )
    (desk / "sets.jsonl").write_text(line("one") + line("bad") + line("two"))
    command = [program[0], "-c", fault, "check", "sets.jsonl", "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    reports = [json.loads(row) for row in done.stdout.splitlines()]
    assert [report["status"] for report in reports] == [0, 2, 0]
    assert "checker failed on it: KeyError" in reports[1]["failed"][0]["message"]
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert len(done.stderr) < 1000
    command[3:3] = ["--debug"]
    loud = subprocess.run(command, capture_output=True, text=True, check=False)
    assert loud.stderr.startswith("Traceback")


def workers(parent: int) -> list[int]:
    """The processes that check for another, by /proc."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            words = (folder / "stat").read_text().rpartition(")")[2].split()
            command = (folder / "cmdline").read_bytes()
        except (OSError, IndexError):
            continue
        if int(words[1]) == parent and b"spawn_main" in command:
            found.append(int(folder.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="it reads /proc")
def test_a_worker_that_is_killed_costs_no_set(desk: Path, program: list[str]) -> None:
    (desk / "sets.jsonl").write_text("".join(line(f"set {number}") for number in range(60)))
    command = [*program, "check", "sets.jsonl", "--format", "jsonl"]
    plain = subprocess.run(command, capture_output=True, check=False)
    with subprocess.Popen(
        # unbuffered: what a buffer had taken beyond the first line, communicate() would not see
        [*command, "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        killed = workers(process.pid)[:1]
        for worker in killed:
            os.kill(worker, signal.SIGKILL)
        rest, err = process.communicate(timeout=120)
    assert killed
    assert (first + rest, err, process.returncode) == (plain.stdout, b"", 0)


def test_resume_goes_on_after_an_interruption(desk: Path, program: list[str]) -> None:
    (desk / "sets.jsonl").write_text("".join(line(f"set {n}") if n % 7 else "{\n" for n in range(200)))
    command = [*program, "check", "sets.jsonl", "--format"]
    plain = subprocess.run([*command, "jsonl"], capture_output=True, check=False)
    part, out = desk / "out.jsonl.part", desk / "out.jsonl"
    with subprocess.Popen([*command, "jsonl=out.jsonl"], stderr=subprocess.PIPE) as process:
        while not part.is_file() or part.read_bytes().count(b"\n") < 5:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"--resume goes on with it" in err
    assert not out.exists()
    before = part.read_bytes()
    assert before.count(b"\n") < 200
    part.write_bytes(before[:-20])  # as if it had been killed while it wrote
    done = subprocess.run([*command, "jsonl=out.jsonl", "--resume"], capture_output=True, check=False)
    assert done.returncode == plain.returncode == 2
    assert out.read_bytes() == plain.stdout
    assert not part.exists()


def test_resume_with_another_stream_is_refused(desk: Path, checker: Checker) -> None:
    (desk / "sets.jsonl").write_text(line("one") + line("two"))
    (desk / "out.jsonl.part").write_text('{"id": "three", "status": 0}\n')
    done = checker("check", "sets.jsonl", "--format", "jsonl=out.jsonl", "--resume")
    assert (done.returncode, done.stdout) == (2, "")
    assert "another stream: its set 'three' is not 'one'" in done.stderr
    assert checker("check", "sets.jsonl", "--resume").returncode == 2


def test_sets_are_read_when_they_are_asked_for(desk: Path, program: list[str]) -> None:
    """The report of the first set is there while the second is still to be written."""
    with subprocess.Popen(
        [*program, "check", "-", "--format", "jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(line("one").encode())
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == "one"
        out, _ = process.communicate(line("two").encode(), timeout=60)
    assert json.loads(out)["id"] == "two"


def test_explain_goes_on_too(desk: Path, checker: Checker) -> None:
    (desk / "sets.jsonl").write_text(line("one") + "{\n" + line("two"))
    done = checker("explain", "sets.jsonl", "--format", "jsonl")
    rows = [json.loads(row) for row in done.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["a", "b", "sets.jsonl:2", "a", "b"]
    assert rows[2]["failed"][0]["line"] == 2
    assert done.returncode == 2


@pytest.mark.parametrize("form", ["jsonl", "json", "text"])
def test_a_set_that_cannot_be_shown_is_a_failure(desk: Path, program: list[str], form: str) -> None:
    fault = (
        "import sys\nfrom checker import cli\nfrom checker.model import Evidence\n"
        "line = Evidence.line\n"
        "def broken(self):\n"
        "    if self.article.id == 'bad': raise ValueError('cannot be shown')\n"
        "    return line.fget(self)\n"
        "Evidence.line = property(broken)\ncli.main(sys.argv[1:])\n"
    )
    (desk / "sets.jsonl").write_text(line("one") + line("two", {**GOOD, "id": "bad"}, OTHER) + line("three"))
    command = [program[0], "-c", fault, "check", "sets.jsonl", "--format", f"{form}=out"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    text = (desk / "out").read_text()
    assert (done.returncode, text.count("ten people") > 1) == (2, True)
    assert "cannot be shown" in text
    assert "cannot be shown" in done.stderr
    assert "Traceback" not in done.stderr
