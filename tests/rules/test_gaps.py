"""Phrases with gaps: what they find, and that a word that stands for several of them costs no more."""

from __future__ import annotations

import pytest

from checker.rules.phrases import Phrases, expand, words_of_text


def found(phrase: str, text: str) -> list[tuple[int, int]]:
    phrases: Phrases[str] = Phrases()
    phrases.add(expand(phrase), phrase)
    return [(match.first, match.stop) for match in phrases.find(words_of_text(text))]


@pytest.mark.parametrize(
    ("phrase", "text", "places"),
    [
        ("take ... back", "they take it all back now", [(1, 5)]),
        ("take ... back", "take back", [(0, 2)]),
        ("take ... back", "take one two three four back", [(0, 6)]),
        ("take ... back", "take one two three four five back", []),
        ("take ... back", "take it back, back", [(0, 3), (0, 4)]),
        ("a ... b ... c", "a x b c", [(0, 4)]),
        ("a ... a ... a", "a a a", [(0, 3)]),
    ],
)
def test_up_to_four_words_stand_in_a_gap(phrase: str, text: str, places: list[tuple[int, int]]) -> None:
    assert found(phrase, text) == places


def test_many_gaps_with_one_word() -> None:
    times = 40
    ends = found(" ... ".join(["a"] * times), "a " * 300)
    assert ends[0] == (0, times)
    assert len({start for start, _ in ends}) == 300 - times + 1
