"""What a desk sets: its own actors, and the sources it trusts most."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from checker.cli import main

SOURCE = """---
title: Readout
publisher: {publisher}
published: 2024-05-03T08:00:00+00:00
---
{text}
"""


def write(folder: Path, name: str, publisher: str, text: str) -> Path:
    path = folder / f"{name}.md"
    path.write_text(SOURCE.format(publisher=publisher, text=text), encoding="utf-8")
    return path


def run(*args: Path | str) -> dict[str, Any]:
    done = CliRunner().invoke(main, ["check", *map(str, args), "--format", "json", "--fail-on", "never"])
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.output)
    return found


@pytest.fixture
def accounts(tmp_path: Path) -> Path:
    write(
        tmp_path, "ministry", "Interior Ministry", "The police said 23 people were injured in Lyon on Friday."
    )
    write(tmp_path, "rival", "Rival", "In Lyon 30 people were injured on Friday, the police said.")
    draft = "In Lyon 30 people were injured on Friday, according to the police."
    write(tmp_path, "draft", "Desk", draft)
    return tmp_path


def severity(accounts: Path) -> set[str]:
    sources = [accounts / "ministry.md", accounts / "rival.md"]
    found = run(*sources, "--draft", accounts / "draft.md")
    return {f["severity"] for f in found["findings"] if f["rule"] == "general.count"}


def test_a_draft_that_follows_one_of_two_equal_sources_is_warned(accounts: Path) -> None:
    assert severity(accounts) == {"warning"}


def test_a_draft_against_the_more_trusted_source_is_an_error(accounts: Path) -> None:
    (accounts / "checker.yaml").write_text("trusted: [Interior Ministry, Rival]\n", encoding="utf-8")
    assert "error" in severity(accounts)


def test_the_house_knows_two_names_for_one_actor(tmp_path: Path) -> None:
    one = write(tmp_path, "a", "One", "Blue Harbour agreed to the merger with Kessel on Friday.")
    two = write(tmp_path, "b", "Two", "The BHX Partnership rejected the merger with Kessel on Friday.")
    assert not [f for f in run(one, two)["findings"] if f["rule"] == "general.contrary"]
    (tmp_path / "actors.yaml").write_text(
        "- name: Blue Harbour\n  kind: organisation\n  names: [BHX Partnership]\n", encoding="utf-8"
    )
    (tmp_path / "checker.yaml").write_text("actors: [actors.yaml]\n", encoding="utf-8")
    assert [f for f in run(one, two)["findings"] if f["rule"] == "general.contrary"]


def test_an_unknown_kind_of_actor_names_the_line(tmp_path: Path) -> None:
    one = write(tmp_path, "a", "One", "Blue Harbour agreed to the merger on Friday.")
    two = write(tmp_path, "b", "Two", "Blue Harbour rejected the merger on Friday.")
    (tmp_path / "actors.yaml").write_text("- name: Blue Harbour\n  kind: firm\n", encoding="utf-8")
    (tmp_path / "checker.yaml").write_text("actors: [actors.yaml]\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["check", str(one), str(two)])
    assert done.exit_code == 2
    assert "actors.yaml:2" in done.output
    assert "organisation" in done.output
