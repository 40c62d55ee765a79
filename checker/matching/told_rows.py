"""What two mentions without numbers have in common where they stand: the roles, the deeds, the words."""

from __future__ import annotations

import math

from checker.lexical import sorts, wordnet
from checker.lexical.opposed import listed, opposed
from checker.lexical.predicates import meanings
from checker.matching.deeds import is_denied, is_light
from checker.matching.terms import Level, noun_level
from checker.matching.told import NAMES, Sort, Told
from checker.propositions import Filler, Proposition

Row = dict[str, float]
_LISTS = ("once", "measured", "turned")
_MANY_SENSES = 10.0  # more than the log of the senses of any two words

# the features that are dear to find: see `most_known`
_OF_ALL = ("actors_other", "nearest_other")
_OF_PLACED = ("status_other", "earlier_other", "denied_other")
_OF_ROLES = ("predicate", "predicate_near", "predicate_other", "predicate_opposed", "role_alike")
_OF_DEEDS = (*_LISTS, "lemma", "light", "flat", "untold", "nominal")
_OF_NAMES = ("relatives", "name_part", "name_near")


def most_known(sort: Sort, placed: bool, rarest: float) -> Row:
    """The most that may be what two mentions of a sort have in common where they stand."""
    names = [*_OF_ALL, *(_OF_NAMES if sort in NAMES else ())]
    if placed:
        names += [*_OF_PLACED, *(_OF_DEEDS if sort is Sort.DEED else _OF_ROLES)]
    words = {"listed": 1.0, "many_senses": _MANY_SENSES} if sort in (Sort.WORD, Sort.PART) else {}
    return dict.fromkeys(names, 1.0) | words | dict.fromkeys(("rare_actor", "rare_nearest"), rarest)


def roles(f: Filler | None, g: Filler | None) -> Row:
    if f is None or g is None:
        return {"role": 0.0, "role_other": 0.0, "preposition": 0.0}
    role = f.role is g.role
    preposition = bool(f.preposition) and f.preposition == g.preposition
    return {"role": float(role), "role_other": float(not role), "preposition": float(preposition)}


def predicates(p: Proposition, q: Proposition, one_role: bool) -> Row:
    same = (p.lemma, p.pos) == (q.lemma, q.pos)
    near = not meanings(p.lemma, p.pos).isdisjoint(meanings(q.lemma, q.pos))
    return {
        "predicate": float(same and not is_light(p.lemma)),
        "predicate_near": float(near and not same),
        "predicate_other": float(not near),
        "predicate_opposed": float(not near and opposed((p.lemma,), (q.lemma,), "v")),
        "role_alike": float(one_role and near),
        "denied_other": float(is_denied(p) != is_denied(q)),
    }


def deeds(p: Proposition, q: Proposition) -> Row:
    sides = p.said, q.said
    return {
        **{name: float(listed(*sides, name)) for name in _LISTS},
        "lemma": float(p.lemma == q.lemma),
        "light": float(is_light(p.lemma) or is_light(q.lemma)),
        "flat": float(p.flat and q.flat),
        "untold": float(p.untold or q.untold),
        "nominal": float(p.noun or q.noun),
    }


def worded(x: str, y: str) -> Row:
    senses = [len(wordnet.entry(word, "n").senses) for word in (x, y)]
    return {
        "many_senses": math.log(1 + senses[0] * senses[1]),
        "listed": float(not sorts.listed_sorts(x).isdisjoint(sorts.listed_sorts(y))),
    }


def narrowing(a: Told, b: Told) -> Row:
    """Whether two words narrow one noun."""
    if not (a.narrows and b.narrows):
        return {"head_one": float(bool(a.narrows or b.narrows))}
    level = noun_level(a.narrows, b.narrows)
    return {"head": float(level > Level.BROADER), "head_other": float(not level)}
