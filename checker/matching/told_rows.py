"""What two mentions without numbers have in common where they stand: the roles, the deeds, the words."""

from __future__ import annotations

import math

from checker.lexical import sorts, wordnet
from checker.lexical.opposed import listed, opposed
from checker.lexical.predicates import meanings
from checker.matching.deeds import is_denied, is_light
from checker.matching.terms import Level, noun_level
from checker.matching.told import Told
from checker.propositions import Filler, Proposition

Row = dict[str, float]
_LISTS = ("once", "measured", "turned")


def roles(p: Proposition, q: Proposition, f: Filler | None, g: Filler | None) -> Row:
    same = (p.lemma, p.pos) == (q.lemma, q.pos)
    near = not meanings(p.lemma, p.pos).isdisjoint(meanings(q.lemma, q.pos))
    role = f is not None and g is not None and f.role is g.role
    return {
        "predicate": float(same and not is_light(p.lemma)),
        "predicate_near": float(near and not same),
        "predicate_other": float(not near),
        "predicate_opposed": float(not near and opposed({p.lemma}, {q.lemma}, "v")),
        "role": float(role),
        "role_alike": float(role and near),
        "role_other": float(f is not None and g is not None and not role),
        "preposition": float(bool(f and g and f.preposition and f.preposition == g.preposition)),
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
