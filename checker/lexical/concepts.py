"""What a word speaks of: words of one concept ("soldier", "serviceman", "troops") count as one.

The concepts are data (rules/vocabulary/concepts.yaml); a word outside them stands for itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.clauses import kids
from checker.data import load
from checker.keeping import kept
from checker.lexical import wordnet

if TYPE_CHECKING:
    from checker.language import Token

Concepts = frozenset[str]
_POS = {"NOUN": "n", "PROPN": "n", "VERB": "v", "AUX": "v", "ADJ": "a"}
_LISTS = {
    "n": "nouns",
    "v": "verbs",
    "a": "adjectives",
    "people": "done_to_people",
    "things": "done_to_things",
}
_BEHIND = frozenset({"to", "in", "into", "from", "off", "on", "under"})
_PARTICLES = frozenset({"out", "off", "up", "down", "away", "over", "back"})
_PEOPLE = frozenset({"PERSON", "NORP", "GPE"})


@lru_cache(maxsize=1)
def _index() -> dict[str, frozenset[str]]:
    """ "n:death toll" → the concepts that list it."""
    found: dict[str, set[str]] = {}
    for name, concept in load("concepts").items():
        for pos, key in _LISTS.items():
            for word in concept.get(key, ()):
                found.setdefault(f"{pos}:{word}", set()).add(name)
    return {key: frozenset(names) for key, names in found.items()}


@kept(20_000)
def type_of(concept: str) -> str | None:
    """state, event, thing or people; None for a word that stands for itself."""
    entry = load("concepts").get(concept)
    return entry["type"] if entry else None


def states(found: Iterable[str]) -> Concepts:
    """Those of some concepts that are states: what befell somebody or something."""
    return frozenset(c for c in found if type_of(c) == "state")


@kept(20_000)
def of_word(lemma: str, pos: str) -> Concepts:
    """The concepts of a lemma as "n", "v" or "a"; itself, marked by its part of speech, if none lists it."""
    return _index().get(f"{pos}:{lemma}") or frozenset({f"{pos}:{lemma}"})


def of_token(token: Token) -> Concepts:
    """The concepts of a word where it stands: with its compound, particle or object if they are listed."""
    pos = _POS.get(token.pos_, "n")
    index = _index()
    lemma = token.lemma_.lower()
    for phrase in _phrases(token, lemma, pos):
        listed = index.get(f"{pos}:{phrase}")
        if listed:
            return listed
    done = _done(token, lemma) if pos == "v" else None
    if done is not None:
        return done
    if pos == "v" and (phrasal := _phrasal(token, lemma)) is not None:
        return phrasal
    if token.tag_ == "VBG" and pos == "v" and not kids(token, "dobj"):
        return (
            index.get(f"v:{lemma}") or index.get(f"a:{token.lower_}") or of_word(lemma, pos)
        )  # "are missing"
    if pos == "v" and token.tag_ in ("VBN", "VBD"):  # participles double as adjectives: "wounded soldiers"
        return index.get(f"v:{lemma}") or index.get(f"a:{token.lower_}") or of_word(lemma, pos)
    return of_word(lemma, pos)


def _phrasal(token: Token, lemma: str) -> Concepts | None:
    """What a verb means with its particle, where that is another thing: "check out", "turn down"."""
    after = next((t for t in token.rights if t.i == token.i + 1), None)
    if after is None or after.lower_ not in _PARTICLES or after.dep_ not in ("prt", "advmod", "prep"):
        return None
    phrase = f"{lemma} {after.lower_}"
    return frozenset({f"v:{phrase}"}) if wordnet.known(phrase, "v") else None


def _done(token: Token, lemma: str) -> Concepts | None:
    """The concepts of a verb that is one thing if done to people and another if done to things: "fire"."""
    both = _index().get(f"people:{lemma}"), _index().get(f"things:{lemma}")
    if both == (None, None):
        return None
    found = both[1] if _to_a_thing(token) else both[0]
    return found or frozenset({f"v:{lemma}"})


def _to_a_thing(verb: Token) -> bool:
    """Whether what a verb is done to, or done by where it has no object, is no person and no name of one."""
    patients = kids(verb, "dobj", "nsubjpass")
    patients = patients or kids(verb, "nsubj")
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        patients = [verb.head]
    if not patients:
        return False
    noun = patients[0]
    if noun.pos_ == "NOUN":
        return not any(
            wordnet.is_a(noun.lemma_.lower(), kind) for kind in ("person", "group", "people", "body")
        )
    return noun.pos_ == "PROPN" and noun.ent_type_ not in _PEOPLE and bool(noun.ent_type_)


def more_than_verb(token: Token) -> bool:
    """Whether a verb means another thing with its particle or object: "take over", "take seats"."""
    whole = of_token(token)
    acts = any(type_of(concept) in ("event", "thing") for concept in whole)
    return acts and whole != of_word(token.lemma_.lower(), "v")


def placed(noun: Token) -> Concepts:
    """The concepts of a noun with the preposition before it, where the two are listed: "without power"."""
    return _index().get(f"n:{noun.head.lower_} {noun.lemma_.lower()}", frozenset())


def is_listed(noun: Token, of: Token) -> bool:
    """Whether two nouns with "of" between them are one listed thing: "state of emergency"."""
    return f"n:{noun.lemma_.lower()} of {of.lemma_.lower()}" in _index()


def _phrases(token: Token, lemma: str, pos: str) -> list[str]:
    if pos == "v":
        objects = [
            child
            for child in token.children
            if child.dep_ in ("prt", "dobj", "nsubjpass", "oprd", "acomp")
            or (child.dep_ == "ccomp" and child.pos_ == "ADJ")  # "found him guilty"
            or (child.i == token.i + 1 and child.dep_ in ("advmod", "prep"))  # a particle: "touched down"
        ]
        particle = "".join(f" {child.lemma_.lower()}" for child in kids(token, "prt"))
        ends = [
            f"{lemma}{told} {prep.lower_} {kid.lemma_.lower()}"  # "taken to hospital", "ended up in hospital"
            for prep in token.rights
            if prep.dep_ == "prep" and prep.lower_ in _BEHIND
            for kid in prep.children
            if kid.dep_ == "pobj"
            for told in dict.fromkeys((particle, ""))
        ]
        if token.dep_ == "acl" and token.tag_ == "VBN":
            objects.append(token.head)  # "the bullets fired by the guards"
        return [f"{lemma} {child.lemma_.lower()}" for child in objects] + ends
    if pos == "n":
        over = token.head
        behind = [f"{over.lower_} {lemma}"] if token.dep_ == "pobj" and over.dep_ == "prep" else []
        return (
            behind
            + [
                f"{child.lemma_.lower()} {lemma}"
                for child in token.lefts
                if child.dep_ in ("compound", "amod", "nmod")
            ]
            + [
                f"{lemma} of {kid.lemma_.lower()}"
                for child in token.rights
                if child.dep_ == "prep" and child.lower_ == "of"
                for kid in child.children
            ]
        )
    return []


@kept(50_000)
def same(a: Concepts, b: Concepts) -> bool:
    """Whether two words speak of the same thing: one concept, or synonyms of one part of speech."""
    if a & b:
        return True
    for x in a:
        for y in b:
            if x[1:2] == ":" and y[1:2] == ":" and x[0] == y[0] and wordnet.synonyms(x[2:], y[2:], x[0]):
                return True
            if x[1:2] == ":" and y[1:2] == ":" and x[0] != y[0] and wordnet.derived(x[2:], x[0], y[2:], y[0]):
                return True
    return False
