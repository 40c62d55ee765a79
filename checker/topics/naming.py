"""What a value is called where readers see it: "storm surge", "death toll", "hurricane landed".

Names are for the eye only: nothing is compared by them.
"""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from checker import befalling
from checker.lexical import concepts
from checker.model import Kind

if TYPE_CHECKING:
    from checker.language import Token

_NOUNS = ("NOUN", "PROPN")
_NARROWING = frozenset({"amod", "compound", "nmod", "poss", "case", "advmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BEHIND = ("of", "per", "in")  # "day of action", "earnings per share", "rise in prices"
_SHARES = ("cent", "percent", "number", "total")  # "the number of patients": name the patients
ABOUT_ACTS = frozenset({Kind.DATE, Kind.TIME})  # the day on which somebody did something
_LONGEST = 40


def name_of(
    kind: Kind, thing: Token | None, doing: Token | None, subject: Token | None, within: Set[int]
) -> str:
    """The thing with the words that narrow it, or, where no noun carries the value, who does what.

    `doing` is the verb that the value stands under and `subject` who does it; `within` are the tokens of
    the value, whose own words the name leaves out.
    """
    if thing is not None and thing.pos_ in (*_NOUNS, "ADJ") and thing.i not in within:
        name = _phrase(thing, within)
        acts = thing.dep_ in _SUBJECTS and doing is not None and doing.i == thing.head.i
        if acts and doing is not None and doing.pos_ == "VERB" and (kind in ABOUT_ACTS or " " not in name):
            return f"{name} {_act(doing)}"
        return name
    if doing is None or doing.pos_ != "VERB":
        return ""
    if subject is None or subject.i in within:
        return _act(doing)
    return f"{_phrase(subject, within)} {_act(doing)}"


def _act(verb: Token) -> str:
    """The verb, with what it is to do: "told to leave"."""
    for child in verb.children:
        if child.dep_ == "xcomp" and child.i == verb.i + 2 and verb.nbor(1).lower_ == "to":
            return f"{verb.text.lower()} to {child.text.lower()}"
    return verb.text.lower()


def states_untold(thing: Token | None, states: frozenset[str]) -> tuple[str, ...]:
    """The states that the thing's name does not tell by itself: a death toll is of the killed."""
    if thing is None:
        return tuple(sorted(states))
    words = [thing, *(t for t in thing.lefts if t.dep_ in _NARROWING)]
    told = {c for token in words for c in befalling.states(concepts.of_token(token))}
    return tuple(sorted(states - told))


def _phrase(noun: Token, within: Set[int]) -> str:
    named = _named_after(noun, within)
    if named is not None and noun.lemma_.lower() in _SHARES:
        return _phrase(named, within)
    name = _with_narrowing(noun, within)
    if named is not None and noun.pos_ == "NOUN":
        the = "the " if any(t.lower_ == "the" for t in named.lefts) else ""
        longer = f"{name} {named.head.lower_} {the}{_phrase(named, within)}"
        return longer if len(longer) <= _LONGEST else name
    return name


def _with_narrowing(noun: Token, within: Set[int]) -> str:
    """The noun with what stands right before it and belongs to it; a dateline does not."""
    words = _cased(noun)
    at = noun
    while at.i > noun.sent.start:
        before = at.nbor(-1)
        hyphen = before.text == "-" and not before.whitespace_
        if before.i in within or not (hyphen or _narrows(before, noun)):
            break
        words = _cased(before) + before.whitespace_ + words
        at = before
    return " ".join(words.strip(" -").split())


def _narrows(token: Token, noun: Token) -> bool:
    if token.dep_ not in _NARROWING or token.pos_ in ("NUM", "DET", "PRON", "PUNCT"):
        return False
    if token.dep_ == "advmod" and token.head.i == noun.i:
        return False
    while token.dep_ in _NARROWING and token.i != noun.i:
        token = token.head
    return token.i == noun.i


def _named_after(noun: Token, within: Set[int]) -> Token | None:
    """The noun behind "of", "per" or "in" that belongs to this one; where people are is no part of a name."""
    people = any(concepts.type_of(c) == "people" for c in concepts.of_token(noun))
    for prep in noun.rights:
        if prep.dep_ == "prep" and prep.lower_ in _BEHIND and prep.i not in within:
            for kid in prep.children:
                plain = kid.pos_ in _NOUNS and kid.i not in within
                where = prep.lower_ == "in" and (people or kid.pos_ == "PROPN")
                if kid.dep_ == "pobj" and plain and not where and not any(t.pos_ == "NUM" for t in kid.lefts):
                    return kid
    return None


def _cased(token: Token) -> str:
    known = token.is_sent_start and any(concepts.type_of(c) for c in concepts.of_token(token))
    own = token.pos_ == "PROPN" and not known  # "Turnout" at the start of a sentence is no name
    return token.text if own or not token.is_title else token.text.lower()
