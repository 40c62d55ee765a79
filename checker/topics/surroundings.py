"""What stands around a value: words that narrow it, who does it, whose it is and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Span
from checker.topics.words import words_of

if TYPE_CHECKING:
    from checker.language import Token


_NARROWING = {"amod", "compound", "nmod", "poss", "advmod"}


def modifiers_of(thing: Token, within: set[int]) -> list[Token]:
    found = [t for t in thing.children if t.dep_ in _NARROWING and t.i not in within and t.pos_ != "NUM"]
    found = [
        t for t in found if t.tag_ not in ("VBD", "VBZ", "VBP")
    ]  # verbs that the parser took for part of it
    for child in list(found):
        found += [t for t in child.children if t.dep_ in ("compound", "amod", "conj") and t.i not in within]
    found += [t for t in thing.children if t.dep_ == "acl" and t.tag_ == "VBN"]  # "soldiers wounded in …"
    return found + list(_kinds(thing))


def _kinds(thing: Token) -> Iterator[Token]:
    """What tells one lot of a thing from others: "two counts of fraud and five counts of conspiracy".

    Counts "of fraud and conspiracy" are all that there are.
    """
    lots = any(t.lemma_ == thing.lemma_ for t in thing.conjuncts)
    if not lots and thing.lemma_.lower() not in words_of("of_kinds"):
        return
    for prep in thing.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            named = [t for t in prep.children if t.dep_ == "pobj" and not (t.conjuncts and not lots)]
            yield from (t for t in named if t.lemma_.lower() not in words_of("no_kinds"))


def agents_of(verb: Token | None) -> Iterator[Span]:
    for token in verb.children if verb is not None else ():
        if token.dep_ == "nsubj":
            yield Span(token.idx, token.idx + len(token))


def owners_of(thing: Token | None, node: Token, verb: Token | None, within: set[int]) -> list[Span]:
    found: list[Token] = []
    if thing is not None:
        found += [
            t for t in thing.children if t.dep_ == "poss" or (t.dep_ in _NARROWING and t.pos_ == "PROPN")
        ]
        for prep in thing.children:
            if prep.dep_ == "prep" and prep.lower_ in ("of", "by", "from"):
                found += [t for t in prep.children if t.dep_ == "pobj"]
    said_of = thing is not None and thing.dep_ in ("attr", "appos")
    if said_of:
        found.clear()  # "Russell, a 20-year veteran of the department": the years are Russell's
    if thing is not None and thing.dep_ == "appos":
        found.append(thing.head)
    if verb is not None and (said_of or not found):
        subjects = [t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass")]
        if verb.dep_ == "relcl":  # "Anna Berg, who served four years"
            subjects = [verb.head if t.tag_ in ("WP", "WDT") else t for t in subjects]
        found += [t for subject in subjects for t in (subject, *subject.conjuncts)]
        for by in verb.children:
            if by.dep_ == "agent":
                found += [t for t in by.children if t.dep_ == "pobj"]
    if thing is not None and thing.pos_ == "VERB" and thing.dep_ == "acl" and not found:
        found.append(thing.head)  # "the bridge, opened in 1972"
    own = within | ({thing.i} if thing is not None else set())
    return [Span(t.idx, t.idx + len(t)) for t in found if t.i not in own]


def places_of(*over: Token | None) -> Iterator[Span]:
    """What the locative phrases of the thing, the number or the verb name."""
    for token in over:
        for prep in token.children if token is not None else ():
            if prep.dep_ == "prep" and prep.lower_ in words_of("locatives"):
                for place in prep.children:
                    if place.dep_ == "pobj":
                        yield Span(place.left_edge.idx, place.idx + len(place))


def clause_of(verb: Token | None, node: Token) -> Span:
    """The words of the clause; one that narrows a noun has the noun with it: "the captain, 39, survived".

    What stands beyond a semicolon is told of others, whatever the tree has it hang on.
    """
    top = verb if verb is not None else node
    first, last = top.left_edge, top.right_edge
    if top.dep_ in ("acl", "relcl") and top.head.pos_ in ("NOUN", "PROPN") and top.head.i < first.i:
        first = next((t for t in top.head.lefts if t.dep_ == "compound"), top.head)
    if first.i <= node.i <= last.i:
        turns = [t.i for t in node.doc[first.i : last.i + 1] if t.text == ";"]
        first = node.doc[max((i + 1 for i in turns if i < node.i), default=first.i)]
        last = node.doc[min((i - 1 for i in turns if i > node.i), default=last.i)]
    return Span(first.idx, last.idx + len(last))
