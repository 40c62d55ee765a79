"""Which numbered things are one: "the second-largest bank in Spain", "her third win of the season".

An ordinal is a fact about something only where its order is known: a superlative stands behind it, or
it numbers what one person or body has one after the other. Goals, rounds and days are numbered, too,
but two accounts tell of different ones.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checker.claims.claim import Claim
from checker.data import load, word_list
from checker.model import Kind

_DURING = re.compile(r"\bduring\s(?:\S+\s){0,3}$")  # "during her second term"
_REACH = 8  # words behind an ordinal that say over what it is counted


def ranks_apart(a: Claim, b: Claim) -> str | None:
    """What sets two ordinals apart, in words; None where they are ranks in one order, or no ordinals."""
    if a.value.kind is not Kind.ORDINAL:
        return None
    if any(_DURING.search(c.article.text[c.sentence.start : c.value.span.start]) for c in (a, b)):
        return "it only says when"
    ends = _superlative(a), _superlative(b)
    if ends[0] != ends[1]:
        return "numbered in different orders"
    if a.parties and b.parties and not a.parties & b.parties:
        return "different parties"
    differing = _stretch(a) ^ _stretch(b)
    if ends[0] is None:
        if not {a.topic.word.lower(), b.topic.word.lower()} <= word_list("ranks", "numbered"):
            return "nothing says what the order is"
        if not a.parties & b.parties:
            return "nothing says whose they are"
        return "numbered over different stretches" if differing else None
    by = [claim.context & word_list("ranks", "measures") for claim in (a, b)]
    if by[0] and by[1] and not by[0] & by[1]:
        return "ranked by different measures"
    return None if a.participants & b.participants else "nothing says among which they are ranked"


def _superlative(claim: Claim) -> str | None:
    """The superlative behind the ordinal, the first of those that mean the same."""
    counted = claim.value.counted
    words = counted.text.lower().split() if counted is not None else []
    if not words or (words[0] not in _superlatives() and not words[0].endswith("est")):
        return None
    return _superlatives().get(words[0], words[0])


def _stretch(claim: Claim) -> frozenset[str]:
    """Over what it is counted: "straight" of "her third straight win", "season" of "third of the season"."""
    start = claim.value.span.end
    told = re.split(r"[,;:.–—]", claim.article.text[start : claim.sentence.end], maxsplit=1)[0]
    words = told.lower().replace("'s", "").split()[:_REACH]
    return word_list("ranks", "stretches") & {
        form for word in words for form in (word, word.removesuffix("s"))
    }


@lru_cache(maxsize=1)
def _superlatives() -> dict[str, str]:
    return {word: group[0] for group in load("ranks")["superlatives"] for word in group}
