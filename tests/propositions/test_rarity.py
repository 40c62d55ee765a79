"""What two sentences of different accounts tell alike."""

from __future__ import annotations

from checker.model import Article, ArticleSet
from checker.pipeline import read_set
from checker.propositions.rarity import Common, rarity_of

FERRY = "The ferry left the pier of Brekke at noon with 340 passengers. The mayor waved."
BOAT = "With 340 travellers on board the ferry cast off from the pier of Brekke. A dog barked at the crowd."


def shared(first: int, second: int) -> Common:
    reading = read_set(ArticleSet("ferry", (Article("a", FERRY), Article("b", BOAT))))
    a, b = reading.articles
    told = rarity_of(reading)
    return told.common(told.keys(a, a.sentences[first]), told.keys(b, b.sentences[second]))


def test_names_things_and_figures_are_shared() -> None:
    keys = shared(0, 0).keys
    assert {"w:passenger", "w:n:pier"} <= keys
    assert any(key.startswith("=") for key in keys)


def test_sentences_that_tell_other_things_share_nothing() -> None:
    assert shared(1, 1) == Common(frozenset(), 0)


def test_what_is_rare_weighs_more() -> None:
    reading = read_set(ArticleSet("ferry", (Article("a", FERRY), Article("b", BOAT))))
    told = rarity_of(reading)
    assert told.weight("w:n:dog") > told.weight("w:n:pier")
