"""A stream of sets checked by several processes: the same bytes as by one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest


def one_set(number: int) -> str:
    texts = [f"A fire in Brenna killed {n} people on 2 May 2024." for n in (9, 9 + number % 3)]
    articles = [{"id": name, "text": text} for name, text in zip("ab", texts, strict=True)]
    return json.dumps({"id": f"set {number}", "articles": articles}) + "\n"


@pytest.mark.parametrize("last", ["", "{"])
def test_same_bytes(desk: Path, program: list[str], last: str) -> None:
    (desk / "sets.jsonl").write_text("".join(map(one_set, range(9))) + last)
    runs = [
        subprocess.run(
            [*program, "check", "sets.jsonl", "--format", "jsonl", "--fail-on", "warning", "--jobs", jobs],
            capture_output=True,
            text=True,
            check=False,
        )
        for jobs in ("1", "3")
    ]
    first, other = runs
    assert (other.stdout, other.stderr, other.returncode) == (first.stdout, first.stderr, first.returncode)
    assert len(first.stdout.splitlines()) == 9 + bool(last)
    assert first.returncode == (2 if last else 1)


def test_ctrl_c_ends_every_process(desk: Path, program: list[str]) -> None:
    """A terminal sends the signal to the whole group."""
    (desk / "sets.jsonl").write_text("".join(map(one_set, range(3000))))
    with subprocess.Popen(
        [*program, "check", "sets.jsonl", "--format", "jsonl", "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        try:
            _, err = process.communicate(timeout=120)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    assert (process.returncode, err) == (130, b"")
