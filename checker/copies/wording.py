"""What it says of a fact when a word stands for another in a passage that is otherwise the same.

Synonyms, derived words, broader and narrower ones are other wording of one thing. Opposites and words of
one sort whose members exclude each other (colours, kin, sports: rules/vocabulary/exchanged.yaml) tell
another fact. What is neither may be either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from itertools import product

from checker.data import load
from checker.lexical import concepts, wordnet
from checker.lexical.gazetteer import fold
from checker.lexical.sorts import exclusive
from checker.readings import Change, Parallel, Word
from checker.spellings import house_style
from checker.statements.reporting import reporting

_FEW = 2  # words on a side, beside the small ones
_POS = {"NOUN": "n", "PROPN": "n", "VERB": "v", "ADJ": "a"}


class Wording(Enum):
    SAME = "other words for one thing"
    OTHER = "other words"
    SORT = "words of one sort that exclude each other"
    OPPOSED = "words that exclude each other"


def wording(parallel: Parallel, change: Change) -> Wording:
    """How the words of a change on both sides stand to each other."""
    ours, theirs = _said(parallel.a, change.a), _said(parallel.b, change.b)
    if _links(parallel.a, change.a) != _links(parallel.b, change.b):
        return Wording.SAME
    common = {w.lemma for w in ours} & {w.lemma for w in theirs}
    ours, theirs = ([w for w in words if w.lemma not in common] for words in (ours, theirs))
    pairs = list(product(ours, theirs))
    if not pairs or max(len(ours), len(theirs)) > _FEW:
        return Wording.SAME
    if any(wordnet.opposites(x.lemma, y.lemma, pos) for x, y in pairs for pos in _both(x, y)):
        return Wording.OPPOSED
    a, b = pairs[-1]
    if any(_akin(x, y) for x, y in pairs):
        return Wording.SAME
    if exclusive((a.text, a.lemma), (b.text, b.lemma)):
        return Wording.SORT
    single = len(ours) == len(theirs) == 1 and a.pos == b.pos in ("NOUN", "VERB")
    known = all(wordnet.known(w.lemma, _POS[w.pos]) for w in (a, b))
    return Wording.OTHER if single and known else Wording.SAME


def is_other_scope(parallel: Parallel, change: Change) -> bool:
    """Whether words of two groups of one scale stand for one another: "all", "some"; "before", "after".

    What is before one thing and after another may be both: the words that follow must be the same.
    """
    if not (1 <= len(change.a) <= _FEW and 1 <= len(change.b) <= _FEW):
        return False
    follows = all(parallel.partner.get(change.a.stop + n) == change.b.stop + n for n in range(_FEW))
    ours = {pair for i in change.a for pair in _scales().get(parallel.a[i].text, ())}
    theirs = {pair for j in change.b for pair in _scales().get(parallel.b[j].text, ())}
    return ours.isdisjoint(theirs) and any(
        x[:2] == y[:2] and (follows or x[0] == "scope") for x in ours for y in theirs
    )


@lru_cache(maxsize=1)
def _scales() -> dict[str, set[tuple[str, int, int]]]:
    """A word → the scales it stands on, each with its place there."""
    found: dict[str, set[tuple[str, int, int]]] = defaultdict(set)
    for sort in ("scope", "order"):
        for number, scale in enumerate(load("exchanged")[sort]):
            for place, words in enumerate(scale):
                for word in words:
                    found[word].add((sort, number, place))
    return found


def _is_anyone(word: Word) -> bool:
    return any(concepts.type_of(concept) == "people" for concept in concepts.of_word(word.lemma, "n"))


def _said(words: Sequence[Word], among: range) -> list[Word]:
    return [words[i] for i in among if words[i].pos in _POS and any(c.isalpha() for c in words[i].text)]


def _links(words: Sequence[Word], among: range) -> list[str]:
    """What leads to a word: "in the" says another thing of it than "of the"."""
    return [words[i].text for i in among if words[i].pos in ("ADP", "CCONJ", "SCONJ")]


def _both(a: Word, b: Word) -> set[str]:
    """The parts of speech that either has: of a word alone in its place the tagger is a poor judge."""
    return {_POS[a.pos], _POS[b.pos]}


def _akin(a: Word, b: Word) -> bool:
    """Whether two words may name one thing."""
    if (
        house_style(fold(a.text)) == house_style(fold(b.text))
        or {a.lemma, b.lemma} <= reporting().verbs.keys()
    ):
        return True
    if any(_is_anyone(x) and wordnet.is_a(y.lemma, "person") for x, y in ((a, b), (b, a))):
        return True
    for pos in _both(a, b):
        if wordnet.synonyms(a.lemma, b.lemma, pos, 4) or not concepts.of_word(a.lemma, pos).isdisjoint(
            concepts.of_word(b.lemma, pos)
        ):
            return True
        if wordnet.is_a(a.lemma, b.lemma, pos) or wordnet.is_a(b.lemma, a.lemma, pos):
            return True
    return wordnet.derived(a.lemma, _POS[a.pos], b.lemma, _POS[b.pos])
