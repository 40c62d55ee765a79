"""Every malformed file in `broken/` gives one clear error: the text that stands beside it in `<name>.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.authoring.lint import lint
from checker.authoring.rule_tests import read_tests
from checker.config import load_settings
from checker.errors import CheckerError, Errors
from checker.rules.rulesets import load_ruleset

FOLDER = Path(__file__).parent / "broken"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix == ".yaml")
PACK = "id: pack\ntitle: A pack\nabout: What it is for.\n"
SCOPE = """
id: scope
kind: lattice
terms:
  full: [full truce]
  energy: {words: [energy truce], part_of: full}
  sea: {words: [sea truce], part_of: full}
"""
BASE = """
id: pack.base
title: Sources disagree on what the truce covers
why: It matters.
claim: {value: {vocabulary: scope}}
"""
TESTS = "- finds: [A full truce., An energy truce.]\n- quiet: [A full truce., A full truce.]\n"


def diagnose(path: Path) -> CheckerError:
    """Put the broken file into a pack that is otherwise whole and read all of it."""
    pack = Path("desk/pack")
    pack.mkdir(parents=True)
    files = {"pack.yaml": PACK, "scope.vocabulary.yaml": SCOPE, "base.yaml": BASE, "base.test.yaml": TESTS}
    for name, text in files.items():
        (pack / name).write_text(text)
    name = path.name
    if name.endswith(".checker.yaml"):
        target = Path("checker.yaml")
    elif name.endswith(".pack.yaml"):
        target = pack / "pack.yaml"
    elif name.endswith(".test.yaml"):
        target = pack / "base.test.yaml"
    else:
        target = pack / name
        target.with_suffix(".test.yaml").write_text(TESTS)
    target.write_bytes(path.read_bytes())
    try:
        if target.name == "checker.yaml":
            load_settings(Path())
        ruleset = load_ruleset((Path("desk").resolve(),), shipped=False)
        faults = lint(ruleset)
        for each in ruleset.packs:
            read_tests(each)
    except CheckerError as e:
        return e
    pytest.fail(f"{name} is read without an error") if not faults else None
    assert len(faults) == 1
    return faults[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_error(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    error = diagnose(path)
    assert not isinstance(error, Errors)
    assert error.render() + "\n" == path.with_suffix(".txt").read_text()
    assert error.line is not None


def test_there_are_enough() -> None:
    assert len(FILES) >= 60
    assert {path.stem for path in FILES} == {path.stem for path in FOLDER.glob("*.txt")}
