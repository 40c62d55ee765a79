"""Denials put in or left out of a passage, and words exchanged for those that exclude them.

Two of them in one place make none: "did not accept" is "rejected".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.copies.sentences import is_small
from checker.data import word_list
from checker.lexical.opposed import DECIDED, listed, opposed
from checker.readings import Change, Parallel, Word

_DENYING = frozenset({"without", "cannot"}).union(
    *(word_list("negation", key) for key in ("particles", "determiners", "pronouns"))
)
_IDLE = word_list("negation", "idle_after") | word_list("negation", "idle_after_no")
_NAMING = frozenset({"NOUN", "PROPN", "NUM"})


def is_made_good(parallel: Parallel, change: Change) -> bool:
    """Whether the denial only stands elsewhere in the sentence: "did not name anybody", "named nobody".

    It may stand before the first word in common, too: "no terms were disclosed".
    """
    ours = {i for c in parallel.changes for i in c.a} | _before_all(parallel.partner)
    theirs = {j for c in parallel.changes for j in c.b} | _before_all(parallel.partner.values())
    here = _denials(parallel.a, change.a) + _denials(parallel.b, change.b)
    all_of_them = _denials(parallel.a, ours) + _denials(parallel.b, theirs)
    return here < all_of_them and all_of_them % 2 == 0


def _before_all(common: Iterable[int]) -> set[int]:
    """The word before the first that both passages have in common."""
    first = min(common, default=0)
    return {first - 1} if first else set()


def is_contrary(parallel: Parallel, change: Change) -> bool:
    if not is_small(change) or _at_an_end(parallel, change):
        return False
    a, b = [parallel.a[i] for i in change.a], [parallel.b[j] for j in change.b]
    told = {word.lemma for word in parallel.b}  # a passage that has both tells of two moments
    pairs = [(x, y) for x in a if x.lemma not in told for y in b if _opposed(x, y)]
    apart = any(listed({x.lemma}, {y.lemma}, *DECIDED) for x, y in pairs)
    apart = apart or bool(pairs and not _of_others(parallel))
    if not apart and _rest(a) != _rest(b):
        return False  # other things are said there, with a denial among them
    denials = _denials(parallel.a, change.a) + _denials(parallel.b, change.b)
    if not apart:  # a verb that stands against another is counted already
        denials += sum(_denies(parallel.a, i) for i in change.a) + sum(
            _denies(parallel.b, j) for j in change.b
        )
    return (denials + apart) % 2 == 1


def _of_others(parallel: Parallel) -> bool:
    """Whether other people, things or days stand in the place of those of the passage."""
    sides = [({parallel.a[i].pos for i in c.a}, {parallel.b[j].pos for j in c.b}) for c in parallel.changes]
    return any(not (_NAMING.isdisjoint(ours) or _NAMING.isdisjoint(theirs)) for ours, theirs in sides)


def _rest(words: Sequence[Word]) -> set[str]:
    """What is said beside the denials and auxiliaries."""
    said = [w for i, w in enumerate(words) if w.text not in _DENYING and not _denies(words, i)]
    return {w.lemma for w in said if w.pos not in ("AUX", "PART", "DET")}


def _denies(words: Sequence[Word], i: int) -> bool:
    """Whether a verb denies the infinitive behind it: "refused to pay"."""
    after = words[i + 1].text if i + 1 < len(words) else ""
    return after == "to" and words[i].lemma in word_list("exchanged", "denying")


def _at_an_end(parallel: Parallel, change: Change) -> bool:
    """Words that one side has before the first or after the last word in common are not exchanged."""
    return not (change.a and change.b) and (change.a.start == 0 or change.a.stop == len(parallel.a))


def _denials(words: Sequence[Word], among: Iterable[int]) -> int:
    """How many of the words deny what follows them: "not only" and "no fewer" deny nothing."""
    found = 0
    for i in among:
        after = words[i + 1].text if i + 1 < len(words) else ""
        found += words[i].text in _DENYING and after not in _IDLE
    return found


def _opposed(a: Word, b: Word) -> bool:
    """Whether two words in one place exclude each other: verbs, participles, adjectives."""
    pos = "v" if "VERB" in (a.pos, b.pos) else "a" if a.pos == b.pos == "ADJ" else ""
    return bool(pos) and opposed((a.lemma,), (b.lemma,), pos)
