"""Word lists hold words: YAML's other spellings of true and false are none there."""

from __future__ import annotations

import pytest

from checker.data import load


@pytest.mark.parametrize(
    ("name", "key", "word"),
    [
        ("topics", "locatives", "off"),
        ("actors", "no_starts", "yes"),
        ("quotations", "helping_words", "no"),
        ("drafts", "particles", "on"),
    ],
)
def test_a_word_is_not_taken_for_yes_or_no(name: str, key: str, word: str) -> None:
    words = load(name)[key]
    assert not any(isinstance(item, bool) for item in words)
    assert word in words


def test_true_and_false_are_no_words() -> None:
    assert True in {
        value for cue in load("stance")["verbs"] for value in cue.values() if isinstance(value, bool)
    }
