"""What a finding of `apart` shows of two deeds that are told in the same words."""

from __future__ import annotations

import pytest

from checker.checks.apart import shown
from checker.matching.likely import likely_of
from checker.model import Article, ArticleSet
from checker.pipeline import read_set


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The chairman said that a human error could not be ruled out.",
            "The chairman ruled out a human error.",
        ),
        (
            "Rosa Lund denied that there was an attack on the yard.",
            "Rosa Lund told of an attack on the yard.",
        ),
        (
            "No agreement was reached in Oslo on the ferries.",
            "An agreement was reached in Oslo on the ferries.",
        ),
        ("There was no delay at the lock on Monday.", "There was a long delay at the lock on Monday."),
    ],
)
def test_what_denies_a_deed_is_shown(one: str, other: str) -> None:
    reading = read_set(ArticleSet("set", (Article("a", one), Article("b", other))))
    alike = [p for p in likely_of(reading).pairs if p.a.text == p.b.text]
    assert alike
    for pair in alike:
        said = shown(pair.a, pair.b)
        assert said[0] != said[1]
        assert all(pair.a.text in words for words in said)
