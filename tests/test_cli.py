"""Commands that parse nothing answer at once: neither spaCy nor dateparser nor a model is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from checker.cli import main

ROOT = Path(__file__).parent.parent
HEAVY = ("spacy", "thinc", "numpy", "dateparser", "babel", "countryinfo", "trafilatura", "charset_normalizer")
PROGRAM = f"""
import sys
from checker.cli import main
status = 0
try: main(sys.argv[1:])
except SystemExit as e: status = e.code
loaded = sorted({{name.split('.')[0] for name in sys.modules}} & set({HEAVY!r}))
print('loaded:', *loaded, file=sys.stderr)
sys.exit(status)
"""


def commands(group: click.Command, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every command and group, by the words that call it."""
    inner = group.commands.items() if isinstance(group, click.Group) else ()
    return [path, *(found for name, command in inner for found in commands(command, (*path, name)))]


def run(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *args], capture_output=True, text=True, cwd=ROOT, check=False
    )


@pytest.mark.parametrize("command", commands(main), ids=" ".join)
def test_every_command_has_help(command: tuple[str, ...]) -> None:
    done = CliRunner().invoke(main, [*command, "--help"])
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) > 4


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (["--help"], 0),
        (["--version"], 0),
        (["check", "--help"], 0),
        (["explain", "--help"], 0),
        (["chekc"], 2),
        (["check"], 2),
        (["check", "a.md", "--fail-on", "notes"], 2),
        (["explain", "a.md", "--format", "xml"], 2),
        (["rules", "list"], 0),
        (["rules", "show", "general.count"], 0),
        (["rules", "show", "general.cuont"], 2),
        (["rules", "lint"], 0),
        (["schema", "rule"], 0),
        (["config"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_answers_at_once(args: list[str], status: int) -> None:
    done = run(*args)
    assert (done.stderr.splitlines()[-1], done.returncode) == ("loaded:", status)


@pytest.mark.parametrize(
    "args",
    [["check", "none.md"], ["explain", "none.md"], ["check", "README.md", "--format", "xml"]],
    ids=" ".join,
)
def test_bad_input_is_told_before_spacy_is_loaded(args: list[str]) -> None:
    done = run(*args)
    assert (done.stderr.splitlines()[-1], done.returncode) == ("loaded:", 2)


def test_python_m_is_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "checker", "--version"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (done.returncode, done.stdout.startswith("checker, version ")) == (0, True)
