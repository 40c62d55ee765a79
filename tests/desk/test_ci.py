"""The hook, the action and the snippets of docs/ci.md, run in a real repository."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from newsroom import ROOT, git


@pytest.fixture
def repository(desk: Path, on_path: None) -> Path:
    """The desk under git, its draft staged, and `checker` on the path."""
    git("init", "-q", "-b", "main")
    git("config", "user.name", "Desk")
    git("config", "user.email", "desk@news.example")
    git("add", "agency.md", "daily.md")
    git("commit", "-qm", "copy of the day")
    git("add", "draft.md")
    return desk


def bash(script: str, **env: str) -> subprocess.CompletedProcess[str]:
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, env={**os.environ, **env}, capture_output=True, text=True, check=False)


def pre_commit(*args: str) -> subprocess.CompletedProcess[str]:
    pytest.importorskip("pre_commit")
    command = [sys.executable, "-m", "pre_commit", *args]
    env = {**os.environ, "PRE_COMMIT_HOME": str(Path("../pre-commit-home").resolve())}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def test_manifest_is_valid() -> None:
    result = pre_commit("validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert result.returncode == 0, result.stdout


HOOKS = [".pre-commit-config.yaml", ".pre-commit-config.yaml, every draft at every commit"]


@pytest.fixture(params=HOOKS)
def hooked(request: pytest.FixtureRequest, repository: Path) -> Path:
    """The repository with a configuration of pre-commit as it stands in the docs."""
    config = snippets()[request.param]
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    git("add", ".pre-commit-config.yaml")
    return repository


def test_hook_stops_the_commit(hooked: Path) -> None:
    found = pre_commit("run")
    assert found.returncode == 1
    assert "Our draft: 12 people — Coast Agency" in found.stdout
    git("rm", "-q", "--cached", "draft.md")
    (hooked / "draft.md").unlink()
    assert pre_commit("run").returncode == 0


def test_hook_checks_all_files_when_ci_asks_for_them(hooked: Path) -> None:
    git("commit", "-qnm", "a wrong draft that no hook saw")
    found = pre_commit("run", "--all-files")
    assert found.returncode == 1
    assert "Our draft: 12 people — Coast Agency" in found.stdout
    draft = hooked / "draft.md"
    draft.write_text(draft.read_text().replace("12 people", "nine people").replace("five years", "two years"))
    git("add", "draft.md")
    found = pre_commit("run", "--all-files")
    assert (found.returncode, "Passed" in found.stdout) == (0, True), found.stdout


def test_hook_does_not_pass_what_it_could_not_compare(hooked: Path) -> None:
    draft = hooked / "draft.md"
    told = "The gardens of Lund are open again, with new lamps.\n"
    draft.write_text(f"---\nsources: [agency.md]\n---\n{told}")
    git("add", "draft.md")
    found = pre_commit("run")
    assert (found.returncode, "nothing in this draft was compared" in found.stdout) == (1, True)


def action_step() -> dict[str, Any]:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    assert action["runs"]["using"] == "composite"
    install, check = action["runs"]["steps"]
    assert install["run"].startswith("python -m pip install")
    return {"run": check["run"], "env": check["env"], "inputs": action["inputs"]}


def run_action(repository: Path, **given: str) -> subprocess.CompletedProcess[str]:
    step = action_step()
    env = {}
    for name, written in step["env"].items():
        key = written.removeprefix("${{ inputs.").removesuffix(" }}")
        env[name] = given.pop(key.replace("-", "_"), step["inputs"][key]["default"])
    assert not given
    return bash(step["run"], **env, GITHUB_STEP_SUMMARY=str(repository.parent / "summary.md"))


def test_action_annotates_and_summarises(repository: Path) -> None:
    result = run_action(repository, paths="agency.md\ndaily.md", draft="draft.md", format="sarif=out.sarif")
    assert result.returncode == 1
    assert commands(result.stdout)[0].startswith("::error file=draft.md,line=7,")
    assert "Our draft: 12 people" in (repository.parent / "summary.md").read_text()
    assert json.loads((repository / "out.sarif").read_text())["version"] == "2.1.0"


def test_action_does_not_pass_what_it_could_not_compare(repository: Path) -> None:
    (repository / "draft.md").write_text("---\nrole: draft\n---\nThe gardens of Lund are open again.\n")
    result = run_action(repository, paths="agency.md", draft="draft.md")
    assert (result.returncode, commands(result.stdout)[0]) == (
        3,
        "::error file=draft.md,title=not checked::"
        "draft.md: nothing in this draft was compared with a source%0A"
        "  see that its sources tell of the same event, and that their text was read: checker explain",
    )
    given = {"paths": "agency.md", "draft": "draft.md", "require_compared": "false"}
    assert run_action(repository, **given).returncode == 0


def commands(log: str) -> list[str]:
    """What the runner obeys: not what stands between stop-commands and the word that ends it."""
    found, deaf = [], None
    for line in log.splitlines():
        if line.startswith("::stop-commands::"):
            deaf = line.removeprefix("::stop-commands::")
        elif deaf is not None:
            deaf = None if line == f"::{deaf}::" else deaf
        elif line.lstrip().startswith("::") or "##[" in line:
            found.append(line)
    assert deaf is None
    return found


@pytest.mark.parametrize(
    "head", ["::warning::owned", 'title: ["##[add-path]owned', "title: ::add-mask::a: b"]
)
def test_action_takes_no_commands_from_files(repository: Path, head: str) -> None:
    (repository / "draft.md").write_text(f"---\n{head}\n---\nWords.\n")
    result = run_action(repository, paths="agency.md\ndaily.md", draft="draft.md")
    assert result.returncode == 2
    assert "draft.md:2" in result.stdout
    (ours,) = commands(result.stdout + result.stderr)
    assert ours.startswith("::error file=draft.md,line=2,col=")


def test_action_on_a_pull_request(repository: Path) -> None:
    git("checkout", "-qb", "story")
    git("commit", "-qm", "draft")
    assert run_action(repository, since="main").returncode == 1
    assert run_action(repository, since="main", fail_on="never").returncode == 0
    assert run_action(repository, since="story").returncode == 0
    assert run_action(repository, all_drafts="true").returncode == 1
    assert run_action(repository, since="; touch owned").returncode == 2
    assert not (repository / "owned").exists()


def snippets() -> dict[str, Any]:
    """The YAML of docs/ci.md by the file that its first line names."""
    found = {}
    for block in (ROOT / "docs" / "ci.md").read_text().split("```yaml\n")[1:]:
        text = block.split("```")[0]
        if text.startswith("# "):
            found[text.split("\n")[0].removeprefix("# ")] = yaml.safe_load(text)
    return found


def test_snippets_name_what_is_there() -> None:
    found = snippets()
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    (local,) = found[".pre-commit-config.yaml"]["repos"][0]["hooks"]
    shared = ("id", "name", "entry", "require_serial")
    assert {key: local[key] for key in shared} == {key: hooks[0][key] for key in shared}
    used = found[".github/workflows/drafts.yml"]["jobs"]["drafts"]["steps"][-1]["with"]
    assert set(used) <= set(action_step()["inputs"])


def test_gitlab_snippet_runs(repository: Path) -> None:
    git("branch", "target")
    git("commit", "-qm", "draft")
    git("update-ref", "refs/remotes/origin/target", "target")
    job = snippets()[".gitlab-ci.yml"]["drafts"]
    result = bash("\n".join(job["script"]), CI_MERGE_REQUEST_TARGET_BRANCH_NAME="target")
    assert result.returncode == 1
    assert "general.count" in result.stdout
    reports = job["artifacts"]["reports"]
    assert [
        issue["check_name"] for issue in json.loads((repository / reports["codequality"]).read_text())
    ] == [
        "general.count",
        "general.duration",
    ]
    assert (repository / reports["junit"]).is_file()
