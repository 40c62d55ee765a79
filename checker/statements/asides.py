"""Reports set aside in the sentence that they report: "…, the ministry said", "as the bank noted, …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.clauses import kid, kids
from checker.model import Span
from checker.statements.layout import Layout
from checker.statements.reporting import reporting

if TYPE_CHECKING:
    from checker.language import Token

_BRACKETS = frozenset((",", "—", "–", "--", "-", "”", "''", '"', "’", ";"))
_FINITE = frozenset(("ccomp", "ROOT", "xcomp", "advcl", "conj", "parataxis", "aux", "auxpass"))


def aside(layout: Layout, verb: Token) -> list[Span]:
    """The sentence around "…, the ministry said, …"; nothing where the verb is no aside."""
    doc, sentence = layout.doc, layout.sentence[verb.i]
    subject = kid(verb, "nsubj")
    if subject is None or subject.lower_ in ("who", "which", "that"):
        return []
    first = max(sentence.start, min(verb.i, subject.left_edge.i))
    before = first - 1
    if before >= sentence.start and doc[before].lower_ == "as":
        return _around(layout, before, verb)
    if before < sentence.start or doc[before].text not in _BRACKETS:
        return []
    last = max(verb.i, subject.right_edge.i if subject.i > verb.i else verb.i)
    while last + 1 < sentence.stop and doc[last + 1].text not in (",", ".", "—", "--", ";", "?", "!"):
        last += 1
        if doc[last].pos_ in ("VERB", "AUX") and doc[last].dep_ in _FINITE:
            return []
    parts = [layout.trimmed(layout.span(sentence.start, before))]
    goes_on = last + 2 < sentence.stop and doc[last + 1].text in (",", "—", "--")
    if goes_on and not (doc[last + 2].tag_ == "VBG" and doc[last + 2].lemma_.lower() in reporting().verbs):
        parts.append(layout.trimmed(layout.span(last + 2, sentence.stop - 1)))
    return parts


def _around(layout: Layout, first: int, verb: Token) -> list[Span]:
    """The sentence around "as the bank noted last year"; nothing where the verb there has an object."""
    doc, sentence = layout.doc, layout.sentence[verb.i]
    if kids(verb, "dobj", "ccomp", "xcomp"):
        return []
    last = sentence.stop - 1
    comma = next((i for i in range(verb.i, last) if doc[i].text in (",", ".", ";")), last)
    around = [range(sentence.start, first), range(comma + 1, sentence.stop)]
    return [layout.trimmed(layout.span(part[0], part[-1])) for part in around if part]
