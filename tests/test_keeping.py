"""What is known of words does not grow with the number of sets that a process has checked."""

from __future__ import annotations

import pytest

from checker import keeping
from checker.lexical import wordnet
from checker.model import Article, ArticleSet
from checker.pipeline import check_set


def checked(number: int) -> object:
    told = "Ada Quay{} said that {} people died in Brenna on Friday."
    articles = (Article(name, told.format(number, dead)) for name, dead in (("a", 9), ("b", 12)))
    return check_set(ArticleSet("s", tuple(articles)))


def answers() -> int:
    return sum(cached.cache_info().currsize for cached in keeping._keeping)


def test_what_is_known_of_words_is_kept_from_set_to_set() -> None:
    checked(0)
    known = answers()
    assert known > 0
    checked(0)
    assert answers() >= known


def test_much_of_it_is_forgotten_when_a_set_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    first = checked(0)
    monkeypatch.setattr(keeping, "_MUCH", 10_000)
    for number in range(40_000):
        wordnet.synonyms(f"quay{number}", "harbour", "n")
    assert answers() > 40_000
    assert checked(0) == first
    assert answers() < 10_000
