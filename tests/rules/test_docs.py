"""docs/writing-rules.md: its examples load, pass their own tests and lint clean; it documents every key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from checker.authoring.lint import lint
from checker.authoring.pages import pack_page
from checker.authoring.rule_tests import Example, Said, read_tests, run_tests
from checker.config import Configuration
from checker.house.names import HouseName, read_names
from checker.rules.messages import SIDE_FIELDS
from checker.rules.patterns import ClaimPattern, Conditions, Exclusion, ValuePattern
from checker.rules.rule import Compare, Rule, Scope
from checker.rules.rulesets import Pack, PackFile, Ruleset, load_ruleset
from checker.rules.vocabulary import Term, Vocabulary
from checker.schema import NAMES, schema
from checker.yaml_files.marked_yaml import loads, validate

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ruleset:
    monkeypatch.chdir(tmp_path)
    for block in BLOCKS:
        named = re.match(r"# file: (\S+)\n", block)
        if named:
            path = tmp_path / named[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block, encoding="utf-8")
    return load_ruleset((tmp_path,), shipped=False)


def test_examples_pass_their_tests(desk: Ruleset) -> None:
    tests = [test for pack in desk.packs for test in read_tests(pack)]
    assert len(tests) >= 10
    wrong = [(o.test.name, o.trouble) for o in run_tests(tests, desk.all()) if not o.ok]
    assert wrong == []


def test_examples_lint_clean(desk: Ruleset) -> None:
    assert [fault.render() for fault in lint(desk)] == []


def test_configuration_example_is_valid() -> None:
    (block,) = [block for block in BLOCKS if block.startswith("# configuration")]
    assert validate(Configuration, loads(block, "checker.yaml")).fail_on == "error"


def test_names_example_is_valid(tmp_path: Path) -> None:
    (block,) = [block for block in BLOCKS if block.startswith("# names")]
    (tmp_path / "names.yaml").write_text(block, encoding="utf-8")
    assert [name.use for name in read_names(tmp_path / "names.yaml", "names.yaml")] == [
        "Kyiv",
        "Prime Minister",
    ]


MODELS: list[type[BaseModel]] = [
    *(Rule, ClaimPattern, ValuePattern, Conditions, Exclusion, Compare, Scope, Vocabulary, Term),
    *(PackFile, Example, Said, HouseName),
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_is_documented(model: type[BaseModel]) -> None:
    keys = [info.alias or name for name, info in model.model_fields.items()]
    missing = [key for key in keys if not re.search(rf"\b{key}\b[`:]", PAGE)]
    assert missing == []


def test_every_message_field_is_documented() -> None:
    assert [name for name in SIDE_FIELDS if f"{{a.{name}}}" not in PAGE] == []


@pytest.mark.parametrize("name", NAMES)
def test_shipped_schema_is_current(name: str) -> None:
    assert (ROOT / "rules" / "schemas" / f"{name}.json").read_text(encoding="utf-8") == schema(name)


SHIPPED = load_ruleset().packs


@pytest.mark.parametrize("pack", SHIPPED, ids=lambda pack: pack.id)
def test_page_of_pack_is_current(pack: Pack) -> None:
    page = ROOT / "docs" / "rules" / f"{pack.id}.md"
    assert page.read_text(encoding="utf-8") == pack_page(pack), "run: checker rules docs docs/rules"


def test_there_are_packs_enough() -> None:
    rules = load_ruleset().all().rules
    tests = [test for pack in SHIPPED for test in read_tests(pack)]
    assert len(rules) >= 80
    assert len([test for test in tests if test.example.todo is None]) >= 400
    for pack in SHIPPED:
        assert len(pack.rule_files) >= 6, pack.id
