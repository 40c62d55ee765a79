"""The words that fill the roles of a predicate: subjects, objects, what prepositions lead to.

Whom a clause is about is told by checker.clauses; of nouns "of", "by" and the owner are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from checker.clauses import NOUNS, is_passive, kids, led_to, objects, subjects
from checker.data import load, word_list
from checker.lexical.sorts import lands_of, peoples_of
from checker.propositions.proposition import Role

if TYPE_CHECKING:
    from checker.language import Doc, Token

_TIMES = frozenset({"DATE", "TIME"})
_AMOUNTS = frozenset({"PERCENT", "MONEY", "QUANTITY"})


class Argument(NamedTuple):
    role: Role
    token: Token
    preposition: str = ""
    joined: bool = False
    loose: bool = False


def arguments(predicate: Token, *, nominal: bool) -> Sequence[Argument]:
    """What fills the roles of a predicate, each of what "and" joins by itself."""
    kept = _kept(predicate.doc)
    key = predicate.i, nominal
    if key not in kept:
        found = _of_nominal(predicate) if nominal else _of_clause(predicate)
        kept[key] = [each for one in found for each in _all(one)]
    return kept[key]


@lru_cache(maxsize=1)
def _kept(doc: Doc) -> dict[tuple[int, bool], Sequence[Argument]]:
    """The arguments found in a text: its values are read first, then its propositions."""
    return {}


def _of_clause(predicate: Token) -> Iterator[Argument]:
    linked = predicate.pos_ != "VERB" and predicate.head.pos_ in ("AUX", "VERB")
    clause = predicate.head if linked else predicate
    about, passive = subjects(clause), is_passive(predicate)
    behind = kids(predicate, "dobj")
    told = [*about, *behind] if passive else [t for t in objects(predicate) if t not in about]
    patients = [t for t in dict.fromkeys(told) if t.ent_type_ not in _AMOUNTS]
    if not passive:
        yield from (Argument(Role.AGENT, t, loose=not patients) for t in about)
    yield from (Argument(Role.PATIENT if t in patients else Role.QUANTITY, t) for t in told)
    if predicate.dep_ in ("attr", "acomp") and predicate.pos_ in NOUNS:
        yield Argument(Role.ATTRIBUTE, predicate)
        yield from (a for a in owners(predicate) if a.preposition == "of")
    yield from _beside(predicate)
    for one in dict.fromkeys([predicate, clause]):
        yield from _behind_prepositions(one, passive)
    for noun in (t for t in [*patients, *behind, *about] if t.pos_ == "NOUN"):
        yield from (a._replace(loose=True) for a in _behind_prepositions(noun, False) if a.role in _LOCAL)


_LOCAL = frozenset({Role.PLACE, Role.ORIGIN, Role.GOAL, Role.TIME})


def _beside(predicate: Token) -> Iterator[Argument]:
    """What no preposition leads to: "gave her", "named him captain", "rose 4 percent", "went north"."""
    beside = [(t.dep_, t) for t in predicate.children]
    yield from (Argument(Role.RECIPIENT, t, "to") for dep, t in beside if dep == "dative" and t.pos_ != "ADP")
    yield from (Argument(Role.ATTRIBUTE, t) for dep, t in beside if dep in ("oprd", "acomp", "attr"))
    for dep, measure in beside:
        if dep == "npadvmod" and measure.ent_type_ in _TIMES | _AMOUNTS:
            yield Argument(Role.TIME if measure.ent_type_ in _TIMES else Role.QUANTITY, measure)
    directions = word_list("propositions", "directions")
    yield from (Argument(Role.GOAL, t) for dep, t in beside if dep == "advmod" and t.lower_ in directions)


def _behind_prepositions(over: Token, passive: bool) -> Iterator[Argument]:
    for child in kids(over, "prep", "agent", "dative"):
        words = _preposition(child)
        for token in led_to(child):
            role = _role(words, token)
            if role is not Role.TIME and (child.dep_ == "agent" or (passive and words == "by")):
                role = Role.AGENT
            elif child.dep_ == "dative" and words == "to":
                role = Role.RECIPIENT
            yield Argument(role, token, words)
            yield from _places_within(token, role)


def _places_within(noun: Token, role: Role) -> Iterator[Argument]:
    """ "in a trailer on a lot in Lyme", "from the town of Lyme": where the place itself is, and its name."""
    if noun.pos_ != "NOUN" or role not in _LOCAL:
        return
    for child in noun.rights:
        if child.dep_ == "appos" and child.pos_ == "PROPN":
            yield Argument(role, child)
        for token in led_to(child) if child.dep_ == "prep" else ():
            if token.pos_ == "PROPN" and child.lower_ == "of":
                yield Argument(role, token)
            elif _role(child.lower_, token) is Role.PLACE:
                yield Argument(role, token)
                yield from _places_within(token, role)


def _preposition(token: Token) -> str:
    """ "because of" and "off the coast of": with the preposition behind it."""
    before = next((t.lower_ for t in token.lefts if t.dep_ in ("pcomp", "prep")), "")
    behind = next((t.lower_ for t in token.rights if t.dep_ in ("pcomp", "prep") and t.pos_ == "ADP"), "")
    return " ".join(filter(None, (before, token.lower_, behind)))


def _role(preposition: str, token: Token) -> Role:
    if token.ent_type_ in _TIMES:
        return Role.TIME
    if token.ent_type_ in _AMOUNTS and preposition == "by":
        return Role.QUANTITY
    return _roles().get(preposition) or _roles().get(preposition.split(" ")[0]) or Role.OTHER


@lru_cache(maxsize=1)
def _roles() -> dict[str, Role]:
    return {word: Role(role) for role, words in load("propositions")["roles"].items() for word in words}


def _of_nominal(noun: Token) -> Iterator[Argument]:
    """ "the closure of the plant by its owner", "plant closures", "her resignation"."""
    by = any(t.lower_ == "by" for t in noun.rights)
    for child in noun.lefts:
        if child.dep_ == "poss":
            yield Argument(Role.PATIENT if by else Role.AGENT, child, loose=not by)
        elif child.dep_ in ("compound", "nmod") and child.pos_ in NOUNS:
            yield Argument(Role.PATIENT, child, loose=True)
    for one in _behind_prepositions(noun, passive=True):
        of = one.preposition == "of" and one.role is not Role.TIME
        yield one._replace(role=Role.PATIENT, loose=not by) if of else one


def described(word: Token) -> Token | None:
    """Whom a word describes that stands beside a name: "Barnes, an Irishman", "his uncle, Toni", "the referee
    Barnes", "Ghana's Osei", "a dog called Yoda"."""
    over, forms = word.head, _forms(word)
    land = bool(peoples_of(forms) or (word.dep_ == "poss" and lands_of(forms)))
    if word.pos_ == "NOUN":
        following = [t for t in word.conjuncts if t.i > word.i] if len(word.conjuncts) == 1 else []
        beside = (_name_beside(noun) for noun in (word, *following))
        if (name := next(filter(None, beside), None)) is not None:
            return name
    if word.dep_ == "appos":
        inverted = word.pos_ == "PROPN" and not land and over.pos_ == "NOUN"
        return over if over.pos_ in NOUNS and not inverted else None
    if word.dep_ in ("compound", "nmod", "amod", "poss") and over.pos_ == "PROPN":
        return over if land or (word.pos_ == "NOUN" and word.dep_ != "poss") else None
    return _of_land(word)


def _forms(word: Token) -> tuple[str, ...]:
    """A word, and with a capital before it both: "Zealander", "New Zealander"."""
    before = word.nbor(-1) if word.i > word.sent.start else None
    two = before is not None and before.text[:1].isupper()
    return (word.lower_, f"{before.lower_} {word.lower_}") if before is not None and two else (word.lower_,)


def _of_land(word: Token) -> Token | None:
    """Who is of a country that a preposition leads to: "Mahler, of Denmark", "Mamani is from Bolivia"."""
    led = word.dep_ == "pobj" and word.head.lower_ in word_list("kin", "origin_prepositions")
    if not led or word.pos_ != "PROPN" or not lands_of(_forms(word)):
        return None
    over = word.head.head
    if over.pos_ == "PROPN" and over.ent_type_ == "PERSON":
        return over
    linked = over.lemma_ == "be" and over.pos_ == "AUX" and word.head.lower_ == "from"
    return next(iter(subjects(over)), None) if linked else None


def _name_beside(noun: Token) -> Token | None:
    for child in noun.rights:
        if child.dep_ == "appos" and child.pos_ == "PROPN" and not peoples_of(_forms(child)):
            return child
        if child.dep_ == "acl" and child.lemma_.lower() in word_list("propositions", "naming"):
            return next((t for t in child.rights if t.dep_ in ("oprd", "dobj") and t.pos_ == "PROPN"), None)
    return None


def owners(noun: Token) -> list[Argument]:
    """Whose something is: "his uncle", "an uncle of Karl Lund", "the envoy from Oslo"."""
    owned = [Argument(Role.OTHER, t, "of") for t in noun.lefts if t.dep_ == "poss"]
    return [*owned, *_behind_prepositions(noun, False)]


def _all(one: Argument) -> Iterator[Argument]:
    others: Iterable[Token] = one.token.conjuncts
    joined = bool(others)
    yield one._replace(joined=joined)
    yield from (one._replace(token=t, joined=True) for t in others if t.pos_ in NOUNS)
