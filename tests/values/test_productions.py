"""Every production has a name, and `explain --values` tells which made a value and which readings lost."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from checker.cli import main
from checker.values import joined_amounts, ordinals  # noqa: F401  (they fill the grammar)
from checker.values.chart import GRAMMAR, Grammar
from checker.values.time_items import TIME


@pytest.mark.parametrize("grammar", [GRAMMAR, TIME])
def test_every_production_has_a_name_of_its_own(grammar: Grammar) -> None:
    by_name: dict[str, set[object]] = {}
    for rules in (*grammar.single.values(), *(r for pair in grammar.pairs.values() for r in pair.values())):
        for rule in rules:
            by_name.setdefault(rule.name, set()).add(rule.make)
    assert "" not in by_name
    assert all(len(makes) == 1 for makes in by_name.values())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The dam cost about three-quarters of a million dollars.",
            ["number of parts", "part of a scale", "name of money after"],
        ),
        ("They met on the first Friday of July.", ["the nth of a time", "a month without its year"]),
        ("They flew in a Boeing 737.", ["no value, but part of a name"]),
        ("Some 35m people voted.", ["number × scale", "hedge before"]),
    ],
)
def test_productions_and_losers_are_shown(text: str, told: list[str]) -> None:
    shown = CliRunner().invoke(main, ["explain", "--values", text])
    assert shown.exit_code == 0, shown.output
    assert [words for words in told if words not in shown.output] == []


def test_explain_wants_a_path_or_a_sentence() -> None:
    assert CliRunner().invoke(main, ["explain"]).exit_code == 2
