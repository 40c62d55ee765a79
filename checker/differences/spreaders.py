"""What came to places: the districts that a fever reached are not those that aid reached."""

from __future__ import annotations

from checker.claims.claim import Claim
from checker.data import load
from checker.topics import words_of


def spread_apart(a: Claim, b: Claim) -> str | None:
    """Why two counts of places are of two things that came there: they name them, and not as one kind."""
    if not a.topic.predicate & b.topic.predicate & words_of("reaching_concepts"):
        return None
    x, y = ([c.article.words(span).lower() for span in c.topic.agents] for c in (a, b))
    if not x or not y or {x[0], y[0]} & words_of("no_names"):
        return None  # "it spread to nine districts"
    return None if _kind(x[0]) == _kind(y[0]) else f"{x[0]} and {y[0]}"


def _kind(word: str) -> str:
    """The kind of what spreads; a word that is of none stands for itself."""
    kinds: dict[str, list[str]] = load("topics")["spreaders"]
    return next((kind for kind, words in kinds.items() if word in words), word)
