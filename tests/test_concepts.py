"""Words that speak of one thing share a concept."""

from __future__ import annotations

import pytest

from checker.lexical import concepts


@pytest.mark.parametrize(("a", "b"), [("soldier", "troop"), ("kill", "die")])
def test_words_of_one_thing_are_the_same(a: str, b: str) -> None:
    pos = "v" if a == "kill" else "n"
    assert concepts.same(concepts.of_word(a, pos), concepts.of_word(b, pos))


@pytest.mark.parametrize(("a", "b"), [("kill", "injure"), ("arrest", "release"), ("kill", "arrest")])
def test_what_befell_people_is_told_apart(a: str, b: str) -> None:
    assert not concepts.same(concepts.of_word(a, "v"), concepts.of_word(b, "v"))


def test_killing_is_a_state_and_a_civilian_is_people() -> None:
    assert "state" in {concepts.type_of(c) for c in concepts.of_word("kill", "v")}
    assert "people" in {concepts.type_of(c) for c in concepts.of_word("civilian", "n")}


def test_a_word_without_a_concept_stands_for_itself() -> None:
    assert concepts.same(concepts.of_word("zelbrand", "n"), concepts.of_word("zelbrand", "n"))
    assert not concepts.same(concepts.of_word("zelbrand", "n"), concepts.of_word("mormel", "n"))
