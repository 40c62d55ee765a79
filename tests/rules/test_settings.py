"""What a desk configures: packs, severities, folders; and where each value comes from."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import main
from checker.config import load_settings
from checker.errors import CheckerError
from checker.model import Article, ArticleSet, Relation, Severity
from checker.rules.rule import Rule

SET = ArticleSet("s", (Article("a", "A truce began."), Article("b", "The truce ended.")))


def rules_in_force(folder: Path, articles: ArticleSet = SET) -> dict[str, Rule]:
    active = load_settings(folder).ruleset().active(articles)
    return {rule.id: rule for rule in active.rules}


def test_packs_are_on_where_the_articles_need_them(tmp_path: Path) -> None:
    found = rules_in_force(tmp_path)
    assert "ceasefires.scope" in found
    assert "general.count" in found
    assert "sport.medal" not in found


def test_a_tag_switches_a_pack_on(tmp_path: Path) -> None:
    tagged = ArticleSet("s", (Article("a", "x"), Article("b", "y")), ("sport",))
    assert "sport.medal" in rules_in_force(tmp_path, tagged)


def test_packs_and_severities_as_configured(tmp_path: Path) -> None:
    (tmp_path / "checker.yaml").write_text(
        "packs: {ceasefires: off, sport: on}\n"
        "severity: {general.count: note, general.money: off, sport: error}\n"
    )
    found = rules_in_force(tmp_path)
    assert not any(name.startswith("ceasefires.") for name in found)
    assert found["general.count"].severity_for(Relation.DISJOINT, "draft-source") is Severity.NOTE
    assert "general.money" not in found
    assert found["sport.doping"].severity_for(Relation.NARROWER) is Severity.ERROR


def test_toml_says_the_same(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.checker]\nfail-on = "warning"\npacks = {sport = "on"}\n')
    below = tmp_path / "sets" / "one"
    below.mkdir(parents=True)
    settings = load_settings(below)
    assert settings.values.fail_on == "warning"
    assert settings.origin["fail-on"].endswith("pyproject.toml")
    assert "sport.medal" in {rule.id for rule in settings.ruleset().active(SET).rules}


def test_flags_outrank_the_file(tmp_path: Path) -> None:
    (tmp_path / "checker.yaml").write_text("fail-on: never\n")
    settings = load_settings(tmp_path, {"fail_on": "warning", "model": None})
    assert settings.values.fail_on == "warning"
    assert (settings.origin["fail-on"], settings.origin["model"]) == ("--fail-on", "default")


def test_config_shows_values_and_origins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("checker.yaml").write_text("packs: {sport: off}\n")
    shown = CliRunner().invoke(main, ["config"])
    assert shown.exit_code == 0
    assert "packs            sport: off  (checker.yaml)" in shown.output
    assert "fail-on          error  (default)" in shown.output


def test_a_rule_that_is_off_comes_on_by_its_severity(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    rule = "id: desk.a\ntitle: A\nwhy: B\nenabled: false\nclaim: {value: {kind: age}}\n"
    (desk / "a.yaml").write_text(rule)
    (tmp_path / "checker.yaml").write_text("rules: desk\n")
    assert "desk.a" not in rules_in_force(tmp_path)
    (tmp_path / "checker.yaml").write_text("rules: desk\nseverity: {desk.a: warning}\n")
    assert "desk.a" in rules_in_force(tmp_path)


def test_scope_asks_for_tags_and_actors(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    rule = "id: desk.a\ntitle: A\nwhy: B\nclaim: {value: {kind: age}}\nscope: {tags: war, actors: Kremlin}\n"
    (desk / "a.yaml").write_text(rule)
    (tmp_path / "checker.yaml").write_text("rules: desk\n")
    said = (Article("a", "The Kremlin agreed."), Article("b", "y"))
    assert "desk.a" in rules_in_force(tmp_path, ArticleSet("s", said, ("war",)))
    assert "desk.a" not in rules_in_force(tmp_path, ArticleSet("s", said))
    assert "desk.a" not in rules_in_force(tmp_path, ArticleSet("s", said[1:] * 2, ("war",)))


def test_toml_with_a_number_too_long_to_read(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.checker]\nfail-on = {'9' * 5000}\n")
    with pytest.raises(CheckerError, match="not TOML") as error:
        load_settings(tmp_path)
    assert error.value.path is not None
    assert error.value.path.endswith("pyproject.toml")


def test_toml_in_which_lists_stand_in_lists_without_end(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.checker]\nnames = {'[' * 9_000}\n")
    with pytest.raises(CheckerError, match="not TOML"):
        load_settings(tmp_path)
