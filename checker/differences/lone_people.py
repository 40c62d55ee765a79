"""Whether two accounts that name nobody tell of one person: each has one driver, and no other kind of driver.

"The bus driver, 44," and "the 54-year-old driver" are one where neither account has a second driver and
both together tell of one kind of driver at most; with "the driver of the car" there are two.
"""

from __future__ import annotations

import re

from checker.claims.claim import Claim
from checker.data import word_list
from checker.lexical import wordnet
from checker.model import Article


def maybe_two(a: Claim, b: Claim) -> bool:
    """Whether an account has several of those whose ages are told, or the other has another sort of them."""
    word = a.topic.word.lower()
    if word not in word_list("ages", "lone"):
        return False
    return (
        any(_several(c.article, word) for c in (a, b))
        or len(_sorts(a.article, word) | _sorts(b.article, word)) > 1
    )


def _several(article: Article, word: str) -> bool:
    """Whether an account speaks of more than one of them."""
    plural = f"{word[:-3]}men" if word.endswith("man") else rf"{word}s(?!['’])"
    more = rf"\b(?:an?other|other|second|one|each|every|fellow|co-?)[ -](?:\w+ )?{word}\b"
    return re.search(rf"(?i)\b{plural}\b|{more}", article.text) is not None


def _sorts(article: Article, word: str) -> set[str]:
    """Which kinds an account tells of: "bus" of "the bus driver" and "the driver of the bus"."""
    before = re.findall(rf"(?i)\b(\w+) {word}\b", article.text)
    after = re.findall(rf"(?i)\b{word} of (?:the |a |an )?(\w+)", article.text)
    return {
        w for w in map(str.lower, (*before, *after)) if wordnet.known(w, "n") and not wordnet.known(w, "a")
    }
