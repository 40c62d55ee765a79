"""Bad input through the command line: one clear message, exit status 2, no traceback.

Each entry of bad_input.yaml lays out files, names paths and gives the whole message.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from checker.cli import main
from checker.errors import InputError
from checker.model import Article, ArticleSet, Role
from checker.reading import need_source, read_sets

ROOT = Path(__file__).parent.parent.parent
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "bad_input.yaml").read_text("utf-8"))


def lay_out(folder: Path, files: dict[str, Any]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_message(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, case.get("files", {}))
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(
        main, [case.get("command", "explain"), *case["paths"]], input=case.get("stdin", "")
    )
    assert done.stderr == case["message"]
    assert done.exit_code == 2
    assert bool(done.stdout) == case.get("partly", False)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "checker", *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, env=env, check=False)


def test_in_a_process_of_its_own(tmp_path: Path) -> None:
    done = run(tmp_path, "explain", "nothing.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("nothing.md: no such file or folder\n")
    assert "Traceback" not in done.stderr


def test_debug_shows_the_traceback(tmp_path: Path) -> None:
    done = run(tmp_path, "--debug", "explain", "nothing.md")
    assert done.returncode != 0
    assert "Traceback" in done.stderr


def test_a_draft_alone_is_nothing_to_compare() -> None:
    alone = ArticleSet("fire", (Article("a", "Words.", path="a.md", role=Role.DRAFT),))
    with pytest.raises(InputError) as caught:
        need_source(alone)
    assert caught.value.render() == (
        "a.md: the set 'fire' has a draft only: nothing to compare\n"
        "  name its sources after it, in its front matter (sources: [agency.md]) or in a set.yaml"
    )


def test_one_draft_for_two_sets(tmp_path: Path) -> None:
    row = '{"id": "%s", "articles": [{"id": "x", "text": "Words."}]}\n'
    lay_out(tmp_path, {"sets.jsonl": row % "a" + row % "b", "draft.md": "Words.\n"})
    with pytest.raises(InputError, match="one draft for 2 sets"):
        list(read_sets([tmp_path / "sets.jsonl"], tmp_path / "draft.md"))


def test_a_text_too_long_for_the_model(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words " * 200_000)
    with pytest.raises(InputError, match="150,000 is the most"):
        list(read_sets([tmp_path / "a.txt"]))
