"""What the lexicon knows of words: synonyms, broader words, opposites, words of one family."""

from __future__ import annotations

import pytest

from checker.lexical import wordnet


@pytest.mark.parametrize("word", ["soldier", "truce", "hospital"])
def test_common_nouns_are_known(word: str) -> None:
    assert wordnet.known(word, "n")


def test_a_made_up_word_is_not_known() -> None:
    assert not any(wordnet.known("zelbrandic", pos) for pos in "nva")


def test_synonyms_share_a_sense() -> None:
    assert wordnet.synonyms("car", "automobile", "n")
    assert not wordnet.synonyms("car", "bridge", "n")


@pytest.mark.parametrize(
    ("narrow", "broad"), [("woman", "person"), ("mayor", "person"), ("lorry", "vehicle")]
)
def test_a_narrower_word_is_one_of_the_broader(narrow: str, broad: str) -> None:
    assert wordnet.is_a(narrow, broad)
    assert not wordnet.is_a(broad, narrow)


def test_a_thing_is_no_person() -> None:
    assert not wordnet.is_a("bridge", "person")


def test_opposites_are_told_from_synonyms() -> None:
    assert wordnet.opposites("rise", "fall", "v")
    assert not wordnet.opposites("rise", "grow", "v")


def test_a_noun_derives_from_its_verb() -> None:
    assert wordnet.derived("resignation", "n", "resign", "v")
    assert not wordnet.derived("resignation", "n", "attack", "v")
