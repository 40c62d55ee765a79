"""Hundreds of figures of one sort in one article are held in a time that grows with their number."""

from __future__ import annotations

import pytest

from checker.matching import candidates
from checker.matching.pairings import pairings_of
from checker.model import Article, ArticleSet
from checker.pipeline import check_set, read_set

NAMES = ("Anna Lund", "Boris Hale", "Clara Voss", "David Orr", "Elena Marsh", "Frank Ode", "Greta Sand")
SAID = "“We lost 12 people in Kyiv,” said Anna Lund. “We lost 12 people in Kyiv,” said Boris Hale. "


def test_what_two_say_again_and_again_is_held_a_few_times() -> None:
    few, many = (
        len(pairings_of(read_set(ArticleSet("s", (Article("a", SAID * times),))))) for times in (5, 20)
    )
    assert 0 < many <= 2 * few


def test_a_sentence_that_names_nobody_is_like_one_that_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two accounts with many names, those in sentences that tell alike are held."""
    monkeypatch.setattr(candidates, "_ALL", 5)
    told = [
        f"{name} left the port of Brenna on Monday. A fire burned in the port of Brenna." for name in NAMES
    ]
    articles = (Article("a", " ".join(told)), Article("b", " ".join(told[::-1])))
    assert check_set(ArticleSet("s", articles)).read
