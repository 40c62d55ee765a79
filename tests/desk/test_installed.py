"""The hook and the action with what they install: 500 MB and half a minute each, so only when asked for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from newsroom import ROOT, git

pytestmark = pytest.mark.skipif(
    not os.environ.get("CHECKER_TEST_INSTALL"), reason="installs checker twice: set CHECKER_TEST_INSTALL=1"
)


def run(*command: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
    outside = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    given = list(map(str, command))
    return subprocess.run(given, env=outside | env, capture_output=True, text=True, check=False)


@pytest.fixture
def repository(desk: Path) -> Path:
    git("init", "-q", "-b", "main")
    git("add", ".")
    return desk


def test_hook_installs_itself_and_stops_the_commit(repository: Path, tmp_path: Path) -> None:
    git("clone", "-q", str(ROOT), str(tmp_path / "checker"))
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    (snippet,) = (b for b in page.split("```yaml\n")[1:] if "rev: main" in b)
    config = yaml.safe_load(snippet.split("```")[0])
    config["repos"][0]["repo"] = str(tmp_path / "checker")
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    home = {"PRE_COMMIT_HOME": str(tmp_path / "home")}
    pinned = run(sys.executable, "-m", "pre_commit", "autoupdate", "--bleeding-edge", **home)
    assert "updating main ->" in pinned.stdout + pinned.stderr
    git("add", ".pre-commit-config.yaml")
    found = run(sys.executable, "-m", "pre_commit", "run", **home)
    assert found.returncode == 1
    assert "Our draft: 12 people — Coast Agency" in found.stdout


def test_action_installs_and_checks(repository: Path, tmp_path: Path) -> None:
    install, check = yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"]
    run(sys.executable, "-m", "venv", tmp_path / "venv")
    path = f"{tmp_path / 'venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = run("bash", "-eo", "pipefail", "-c", install["run"], PATH=path, GITHUB_ACTION_PATH=str(ROOT))
    assert done.returncode == 0, done.stderr
    inputs = dict.fromkeys(check["env"], "")
    given = inputs | {"CHECKER_PATHS": "draft.md", "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}
    found = run("bash", "-eo", "pipefail", "-c", check["run"], PATH=path, **given)
    assert (found.returncode, "\n::error file=draft.md,line=7," in found.stdout) == (1, True)
    assert "Our draft: 12 people" in (tmp_path / "summary.md").read_text()
