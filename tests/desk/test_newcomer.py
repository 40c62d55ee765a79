"""docs/newcomer.md, walked: its files written, its commands run, its output compared."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from newsroom import ROOT, git

PAGE = (ROOT / "docs" / "newcomer.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[tuple[str, str]]:
    """What follows the language, and the text, of each fenced block in it."""
    return re.findall(rf"^```{language}(?: (\S+))?\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def steps(text: str) -> list[tuple[str, str]]:
    """Each command and its output."""
    return [
        (command, output)
        for command, output in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE)
    ]


def test_the_way(tmp_path: Path, on_path: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    for name, text in blocks("markdown"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".git", "ours.md", "wire.md"]
    status, mark, walked = 0, "", 0
    for _, block in blocks("console")[1:]:
        for command, output in steps(block):
            command, output = (
                text.replace("FINGERPRINT", mark or "FINGERPRINT") for text in (command, output)
            )
            if command == "echo $?":
                assert output == f"{status}\n"
                continue
            done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
            status, walked = done.returncode, walked + 1
            shown = done.stdout
            if not mark and "fingerprint" in shown:
                mark = shown.split('"')[3]
                output = output.replace("FINGERPRINT", mark)
            assert (command, shown, done.stderr) == (command, output, "")
    assert walked == 7


def test_clone_and_targets_are_there() -> None:
    (_, first), *_ = blocks("console")
    assert [command for command, _ in steps(first)][-2:] == ["make check", ". .venv/bin/activate"]
    assert re.search(r"^check:", (ROOT / "Makefile").read_text(), re.MULTILINE)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(tmp_path: Path, on_path: None, shell: str) -> None:
    assert f"{shell}_source" in PAGE
    done = subprocess.run(
        ["bash", "-c", f"_CHECKER_COMPLETE={shell}_source checker"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "_checker_completion" in done.stdout
    words = subprocess.run(
        ["bash", "-c", "COMP_WORDS='checker wat' COMP_CWORD=1 _CHECKER_COMPLETE=bash_complete checker"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert words.stdout == "plain,watch\n"
