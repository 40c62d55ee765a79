"""The whole output of every case in every format, as it was last looked at.

After a change that is meant, `python -m tests.reports.golden` from the project's root writes them anew;
look at the difference before it is committed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reports.golden import CASES, FOLDER, NAMES, ROOT, cases_kept, outputs


@pytest.mark.parametrize("case", CASES)
def test_output_is_as_it_was(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    made = outputs(case)
    assert sorted(made) == sorted(NAMES)
    for name, text in made.items():
        kept = (FOLDER / case / name).read_text(encoding="utf-8")
        assert text == kept, f"{case}/{name} is another: python -m tests.reports.golden writes it anew"


def test_no_golden_is_left_over() -> None:
    assert cases_kept() == CASES


def test_same_bytes_under_any_hash_seed(tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        formats = [f"--format={name.partition('.')[0]}={folder / name}" for name in NAMES]
        command = [sys.executable, "-m", "checker", "check", "--fail-on=never", *formats]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        cases = [f"cases/{case}" for case in CASES]
        subprocess.run([*command, *cases], cwd=ROOT, env=environment, check=True)
        made.append({path.name: path.read_bytes() for path in sorted(folder.iterdir())})
    assert sorted(made[0]) == sorted(NAMES)
    assert made[0] == made[1]
