"""The same input gives the same bytes, whatever order this run of Python keeps its sets in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CASES = [path.parent.relative_to(ROOT).as_posix() for path in sorted(ROOT.glob("cases/*/set.yaml"))]


def run(seed: str, *args: str) -> bytes:
    env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "checker", *args]
    return subprocess.run(command, capture_output=True, cwd=ROOT, env=env, check=True).stdout


@pytest.mark.parametrize(
    "args",
    [("check", "--fail-on", "never", "--format", "jsonl"), ("explain", "--format", "jsonl")],
    ids=["check", "explain"],
)
def test_same_bytes(args: tuple[str, ...]) -> None:
    first = run("1", *args, *CASES)
    assert len(first.splitlines()) >= len(CASES) >= 3
    assert run("2", *args, *CASES) == first
