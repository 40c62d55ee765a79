"""What goes on with a report is hung from the report: "said that it has refused and called for talks".

The parser hangs a coordinated verb from the nearest one, and so gives the call to whom it is aimed at.
It is the reporter's where the verb agrees in tense with the report and not with what is reported, where its
object is the subject of what is reported, or where it is a participle behind a comma ("…, adding that …").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.data import load, word_list

if TYPE_CHECKING:
    from checker.language import Doc, Token

_DEEPEST = 4  # clauses between a report and where the parser hung what goes on with it
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))


def with_reports_attached(doc: Doc) -> Doc:
    """The parse, each verb that goes on with a report hung from the verb of that report."""
    verbs = _reporting()
    for token in doc:
        if token.dep_ in ("conj", "advcl") and token.pos_ == "VERB" and token.lemma_.lower() in verbs:
            report = next((r for clause, r in _reports_over(token) if _goes_on(token, clause, r)), None)
            if report is not None:
                edge = token.left_edge.i
                for joint in [t for t in token.head.children if edge - 2 <= t.i < edge]:
                    if joint.dep_ in ("cc", "punct"):
                        joint.head = report
                token.head = report
    return doc


@lru_cache(maxsize=1)
def _reporting() -> frozenset[str]:
    return frozenset(word for group in load("reporting")["verbs"] for word in group["words"].split())


def _reports_over(verb: Token) -> Iterator[tuple[Token, Token]]:
    """The clauses that hold a verb, each with the verb that takes it."""
    clause = verb.head
    for _ in range(_DEEPEST):
        if clause.dep_ == "ccomp" and clause.head.pos_ == "VERB" and clause.head.i < verb.i:
            yield clause, clause.head
        clause = clause.head


def _goes_on(verb: Token, clause: Token, report: Token) -> bool:
    that = next((t for t in clause.lefts if t.dep_ == "mark" and t.lower_ == "that"), None)
    if that is not None and verb.i < that.i:
        return True  # "reported, citing two sources, that …"
    if any(t.dep_ in _SUBJECTS or t.dep_ in ("aux", "auxpass") for t in verb.children):
        return False
    if verb.dep_ == "advcl":
        return verb.tag_ == "VBG" and verb.nbor(-1).text == ","
    if verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP"):
        return False
    subject = next((t for t in clause.lefts if t.dep_ in _SUBJECTS), None)
    if subject is not None and _has_as_object(verb, clause, subject):
        return True
    return verb.tag_ == report.tag_ and verb.tag_ != clause.tag_


def _has_as_object(verb: Token, clause: Token, subject: Token) -> bool:
    """Whether a subject is named again behind the verb, or meant by a pronoun that can mean no one else."""
    if subject.pos_ == "PRON":
        return False
    inside = [t for t in verb.subtree if t.i > verb.i]
    named = subject.pos_ == "PROPN" or any(t.dep_ in ("det", "poss") for t in subject.lefts)
    if named and any(t.lemma_ == subject.lemma_ and t.pos_ == subject.pos_ for t in inside):
        return True
    pronoun = next((t for t in verb.rights if t.dep_ in ("dobj", "dative") and t.pos_ == "PRON"), None)
    if pronoun is None or (pronoun.lower_ not in word_list("pronouns", "several")) != (
        subject.tag_ in ("NN", "NNP")
    ):
        return False
    others = (t for t in clause.subtree if clause.i < t.i < verb.i and t.pos_ in ("NOUN", "PROPN"))
    return not any(t.tag_ == subject.tag_ for t in others)
