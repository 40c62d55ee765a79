"""A desk at work: a folder with two sources and a draft that disagrees with them twice."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from newsroom import AGENCY, DAILY, DRAFT, ROOT, Checker, Outcome

from checker.cli import main


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder, which is the current one."""
    folder = tmp_path / "port-fire"
    folder.mkdir()
    for name, text in (("agency.md", AGENCY), ("daily.md", DAILY), ("draft.md", DRAFT)):
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def checker(monkeypatch: pytest.MonkeyPatch) -> Checker:
    """The command line, in this process: `checker("check", "draft.md")`; the day is 1 June 2024."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")

    def run(*args: str) -> Outcome:
        result = CliRunner().invoke(main, list(args))
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Outcome(result.stdout, result.stderr, result.exit_code)

    return run


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The command that starts the program in a process of its own, from any folder."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")
    path = os.pathsep.join(part for part in (str(ROOT), os.environ.get("PYTHONPATH")) if part)
    monkeypatch.setenv("PYTHONPATH", path)
    return [sys.executable, "-m", "checker"]


@pytest.fixture
def on_path(tmp_path: Path, program: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """`checker` as a command that the shell finds."""
    tools = tmp_path.parent / f"{tmp_path.name}-bin"
    tools.mkdir()
    script = tools / "checker"
    start = "from checker.cli import main; main(prog_name='checker')"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{start}" "$@"\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
