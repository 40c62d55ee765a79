"""Hundreds of figures of one sort in one article are held in a time that grows with their number."""

from __future__ import annotations

from checker.matching.pairings import pairings_of
from checker.model import Article, ArticleSet
from checker.pipeline import read_set

SAID = "“We lost 12 people in Kyiv,” said Anna Lund. “We lost 12 people in Kyiv,” said Boris Hale. "


def test_what_two_say_again_and_again_is_held_a_few_times() -> None:
    few, many = (
        len(pairings_of(read_set(ArticleSet("s", (Article("a", SAID * times),))))) for times in (5, 20)
    )
    assert 0 < many <= 2 * few
