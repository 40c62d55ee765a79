"""How far the words reach that a report takes: clauses cut where the source, or another, reports anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Span
from checker.statements.layout import Layout
from checker.statements.reporting import reporting

if TYPE_CHECKING:
    from checker.language import Token


def is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts)


def subtree(layout: Layout, token: Token) -> Span:
    """The words that hang on a token, in its sentence, to the end of a quotation that begins in them."""
    sentence = layout.sentence[token.i]
    first, last = max(token.left_edge.i, sentence.start), min(token.right_edge.i, sentence.stop - 1)
    return layout.trimmed(layout.whole_quotations(layout.span(first, max(first, last))))


def clause_span(layout: Layout, verb: Token, clause: Token) -> Span:
    """A reported clause without what the source reports anew: "…, adding that", "and warned of"."""
    span = _to_semicolon(layout, subtree(layout, clause))
    that = _that(clause)
    if that is not None and span.start < that.idx < span.end:
        span = Span(that.idx, span.end)  # "reported, citing two sources, that …"
    for token in clause.subtree:
        if token.i <= clause.i or layout.quoted[token.i] >= 0:
            continue
        if _other_reports(token):
            first = token.left_edge.i - 1
            while first > clause.i and layout.doc[first].dep_ in ("cc", "punct"):
                first -= 1
            return layout.trimmed(Span(span.start, layout.span(first, first).end))
    return span


def _that(clause: Token) -> Token | None:
    return next((c for c in clause.lefts if c.dep_ == "mark" and c.lower_ == "that"), None)


def _to_semicolon(layout: Layout, span: Span) -> Span:
    """A semicolon outside quotations ends what is reported, unless "and" or "that" goes on with it."""
    at = layout.text.find(";", span.start, span.end)
    if at < 0 or layout.quoted[layout.token_at(at)] >= 0:
        return span
    if layout.text[at + 1 : at + 7].split()[:1] in (["and"], ["that"], ["but"]):
        return span
    return layout.trimmed(Span(span.start, at))


def _other_reports(token: Token) -> bool:
    """Whether a verb begins what another source says: "…, while hospitals reported 15 deaths"."""
    if token.dep_ not in ("advcl", "conj") or token.lemma_.lower() not in reporting().verbs:
        return False
    subject = next((c for c in token.lefts if c.dep_ == "nsubj"), None)
    if token.dep_ == "conj":
        turn = token.left_edge.i and token.left_edge.nbor(-1).lower_ == "but"
        return bool(turn) and subject is not None and subject.pos_ != "PRON"
    mark = next((c for c in token.lefts if c.dep_ == "mark"), None)
    return (
        mark is not None
        and mark.lower_ in ("while", "whereas")
        and subject is not None
        and subject.pos_ != "PRON"
    )


def without_gloss(layout: Layout, head: Token, span: Span) -> Span:
    """Without what the writer explains at the end: "…, the largest in the country", "…, which owns it"."""
    last = head.right_edge
    while last.i > head.i and (last.is_punct or last.is_space):
        last = layout.doc[last.i - 1]
    for token in (last, *last.ancestors):
        if token.i <= head.i:
            break
        if token.dep_ in ("appos", "relcl"):
            comma = layout.doc[token.left_edge.i - 1]
            if comma.text == "," and comma.i > head.i and layout.quoted[comma.i] < 0:
                return layout.trimmed(Span(span.start, comma.idx))
    return span
