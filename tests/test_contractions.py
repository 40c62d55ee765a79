"""Contractions that a program has torn apart are read whole, each character but the blank in its place."""

from __future__ import annotations

import pytest

from checker.contractions import with_whole_contractions
from checker.model import Article, ArticleSet
from checker.pipeline import check_set


def whole(text: str) -> str:
    return with_whole_contractions(Article("a", text)).text


@pytest.mark.parametrize(
    ("torn", "mended"),
    [
        ("The mayor didn’ t answer.", "The mayor didn’t  answer."),
        ("They' re late, and it’ s raining.", "They're  late, and it’s  raining."),
        ("Nobody knew what Lund’ s brother had.", "Nobody knew what Lund’s  brother had."),
    ],
)
def test_a_torn_contraction_is_whole(torn: str, mended: str) -> None:
    assert whole(torn) == mended


@pytest.mark.parametrize(
    "text", ["The boys’ t-shirts were blue.", "The workers’ s was silent.", "He said ‘no’ twice."]
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert whole(text) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lund didn’ t return a call seeking comment.", "Lund didn't return a call seeking comment."),
        ("The dam above Holm hasn’ t been closed.", "The dam above Holm has not been closed."),
        ("The council won’ t sell the yard.", "The council will not sell the yard."),
    ],
)
def test_its_denial_is_read(one: str, other: str) -> None:
    found = check_set(ArticleSet("a set", (Article("a", one), Article("b", other)))).findings
    assert not [f.message for f in found]
