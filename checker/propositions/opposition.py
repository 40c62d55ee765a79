"""Deeds that exclude each other or are one: approve and turn down, close and closure."""

from __future__ import annotations

from checker.keeping import kept
from checker.lexical import concepts, wordnet
from checker.lexical.opposed import excluding, opposed
from checker.propositions.proposition import Proposition as Deed
from checker.propositions.proposition import Status

IN_VIEW = frozenset({Status.OFFERED, Status.THREATENED})  # not done, and said to be in view
AGAINST = frozenset({"rejected", "denied", "banned"})  # stances by which a deed told as a thing is denied


def one_deed(a: Deed, b: Deed) -> bool:
    """Whether two words tell one deed: one word, or the verb and its noun."""
    if a.lemma == b.lemma or not concepts.same(a.keys, b.keys):
        return a.lemma == b.lemma
    pos = ["n" if d.noun else "v" for d in (a, b)]
    if a.noun == b.noun:
        return wordnet.synonyms(a.lemma, b.lemma, pos[0])
    return wordnet.derived(a.lemma, pos[0], b.lemma, pos[1]) or wordnet.derived(
        b.lemma, pos[1], a.lemma, pos[0]
    )


def against(deed: Deed) -> frozenset[str]:
    """The lemmas of the predicates that may exclude that of a deed: where to look for them."""
    return _against(deed.said, deed.pos)


@kept(20_000)
def _against(said: frozenset[str], pos: str) -> frozenset[str]:
    return frozenset().union(*(excluding(words, pos) for words in said))


def exclude(a: Deed, b: Deed) -> bool:
    return opposed(a.said, b.said, "v" if "v" in (a.pos, b.pos) else "a")
