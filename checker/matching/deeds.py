"""How two deeds stand to each other: done and denied, opposed, one only in view."""

from __future__ import annotations

from checker.data import word_list
from checker.lexical import wordnet
from checker.lexical.predicates import converses, meanings
from checker.matching.ways import Way
from checker.propositions import Proposition, Status
from checker.propositions import Role as In
from checker.propositions.opposition import AGAINST, IN_VIEW, against, exclude

_TOLD_AS_THINGS = (In.PATIENT, In.ATTRIBUTE, In.OTHER, In.RECIPIENT)
_SETTLED = frozenset({Status.FACT, Status.DENIED})


def way_of_deeds(p: Proposition | None, q: Proposition | None) -> Way | None:
    if p is None or q is None:
        return None
    return _of_one_meaning(p, q) if one_meaning(p, q) else _of_two_meanings(p, q)


def _of_one_meaning(p: Proposition, q: Proposition) -> Way | None:
    if is_light(p.lemma) and things(p).isdisjoint(things(q)):
        return None
    if _is_apart(p, q):
        return Way.DENIED
    stages = {p.status, q.status}
    staged = (Status.FACT in stages and stages & IN_VIEW) or p.pending != q.pending
    return Way.STAGED if staged and not (p.noun or q.noun) else Way.SAME


def _of_two_meanings(p: Proposition, q: Proposition) -> Way | None:
    apart, opposed = _is_apart(p, q), q.lemma in against(p)
    if not (apart or opposed) or any(other.lemma == q.lemma for other in converses(p.lemma)):
        return None  # two sides of one act: bought and sold, won and lost
    if opposed and not (p.noun or q.noun) and exclude(p, q):
        return Way.SAME if apart else Way.OPPOSED
    if not apart:
        return None
    light = is_light(p.lemma) or is_light(q.lemma)
    return Way.UNDONE if (light and things(p) & things(q)) or _had(p, q) or _had(q, p) else None


def _is_apart(p: Proposition, q: Proposition) -> bool:
    """Whether one is denied and the other not.

    Of deeds told by nouns both must be settled: a halt to strikes that is proposed denies no strikes.
    """
    in_view = (p.noun or q.noun) and not {p.status, q.status} <= _SETTLED
    return is_denied(p) is not is_denied(q) and not in_view


def is_denied(told: Proposition) -> bool:
    if not (told.negated or told.status is Status.DENIED or told.stance in AGAINST):
        return False
    return told.flat or not told.noun  # told in passing: "no sign of a conflict over it"


def is_light(lemma: str) -> bool:
    return lemma in word_list("deeds", "light")


def things(told: Proposition) -> frozenset[str]:
    """The meanings of what a deed is done to, and of what somebody has or is by it."""
    found: set[str] = set()
    for filler in told.of(*_TOLD_AS_THINGS):
        if filler.pos in ("NOUN", "ADJ"):
            found |= meanings(filler.head, "n" if filler.pos == "NOUN" else "a")
        if filler.entity:
            found.add(filler.entity)
    return frozenset(found)


def deed_keys(told: Proposition) -> frozenset[str]:
    """What two deeds share unless they stand in no way to each other."""
    words = (f"={word}" for word in (told.lemma, *against(told)))
    return meanings(told.lemma, told.pos) | _first_senses(told) | things(told) | frozenset(words)


def one_meaning(p: Proposition, q: Proposition) -> bool:
    return not meanings(p.lemma, p.pos).isdisjoint(meanings(q.lemma, q.pos))


def _had(p: Proposition, q: Proposition) -> bool:
    """Whether the one has as a thing what the other tells by its verb: "had an injury", "was injured"."""
    if not is_light(p.lemma) and not p.noun:
        return False
    return not _first_senses(q).isdisjoint(things(p))


def _first_senses(told: Proposition) -> frozenset[str]:
    return frozenset({f"{told.pos}:{told.lemma}", *wordnet.entry(told.lemma, told.pos).senses[:2]})
