"""What befell those who are counted, where the verb beside the number says it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.lexical import concepts
from checker.model import Kind, Value

if TYPE_CHECKING:
    from checker.language import DocSpan, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_CLAUSES = frozenset({"conj", "ROOT", "advcl", "ccomp", "relcl", "parataxis"})


def verb_of_its_own(value: Value, number: DocSpan | None) -> Token | None:
    """The verb of a number that counts what was named before it, or nothing that is named: "20 injured"."""
    if number is None or value.kind is not Kind.COUNT:
        return None
    if value.counted is not None and value.counted.span.start >= value.span.start:
        return None
    root = number.root
    verb = root.head
    own = root.dep_ in _SUBJECTS and verb.dep_ in _CLAUSES and verb.pos_ in ("VERB", "AUX")
    return verb if own else None


def predicated(verb: Token) -> frozenset[str]:
    """The states that are said of what a linking verb ties: "were missing", "left two people hurt"."""
    said = [t for t in verb.children if t.dep_ in ("acomp", "attr", "oprd")]
    said += [t for t in verb.children if t.dep_ == "xcomp" and t.tag_ == "VBN" and not t.n_lefts]
    among = [t for prep in verb.children if prep.lower_ == "among" for t in prep.children if t.dep_ == "pobj"]
    found = {c for t in said if t.pos_ in ("ADJ", "VERB") for c in _of_predicate(t)}
    found |= {c for t in among for c in _of_predicate(t)}  # "two children were among the dead"
    behind = [t for prep in verb.children if prep.dep_ == "prep" for t in prep.children if t.dep_ == "pobj"]
    found |= {c for t in behind for c in concepts.placed(t)}  # "were without power", "is in custody"
    return states(found)


def states(found: Iterable[str]) -> frozenset[str]:
    """Those of the concepts that are states."""
    return frozenset(c for c in found if concepts.type_of(c) == "state")


def told_of(thing: Token) -> list[Token]:
    """The verbs of relative clauses: "those who lost their lives"."""
    found = [t for t in thing.children if t.dep_ == "relcl" and t.pos_ == "VERB"]
    for prep in thing.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            found += [
                t for kid in prep.children for t in kid.children if t.dep_ == "relcl" and t.pos_ == "VERB"
            ]
    return found


def _of_predicate(token: Token) -> frozenset[str]:
    return concepts.of_token(token) | concepts.of_word(token.lower_, "a")
