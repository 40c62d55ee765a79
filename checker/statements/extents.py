"""How far the words reach that a report takes: a clause, and a phrase without what explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.clauses import left
from checker.model import Span
from checker.statements.layout import Layout
from checker.statements.reporting import reporting

if TYPE_CHECKING:
    from checker.language import Token


def subtree(layout: Layout, token: Token) -> Span:
    """The words that hang on a token, in its sentence, to the end of a quotation that begins in them."""
    sentence = layout.sentence[token.i]
    first, last = max(token.left_edge.i, sentence.start), min(token.right_edge.i, sentence.stop - 1)
    return layout.trimmed(layout.whole_quotations(layout.span(first, max(first, last))))


def clause_span(layout: Layout, clause: Token) -> Span:
    """A reported clause, to a semicolon outside quotations or to what another reports."""
    span = subtree(layout, clause)
    at = layout.text.find(";", span.start, span.end)
    if at >= 0 and layout.quoted[layout.token_at(at)] < 0:
        span = layout.trimmed(Span(span.start, at))
    for token in clause.subtree:
        if token.i > clause.i and layout.quoted[token.i] < 0 and _other_reports(layout, token):
            first = token.left_edge.i
            end = layout.doc[first - (layout.doc[first - 1].lower_ == "but")].idx
            return layout.trimmed(Span(span.start, max(span.start, end)))
    return span


def _other_reports(layout: Layout, token: Token) -> bool:
    """Whether a verb begins what another source says: "…, while hospitals reported 15 deaths"."""
    first = token.left_edge
    turn = layout.doc[first.i - 1 if token.dep_ == "conj" and first.i else first.i]
    subject = left(token, "nsubj")
    return (
        token.dep_ in ("advcl", "conj")
        and token.lemma_.lower() in reporting().verbs
        and turn.lower_ in ("while", "whereas", "but")
        and subject is not None
        and subject.pos_ != "PRON"
    )


def without_gloss(layout: Layout, head: Token, span: Span) -> Span:
    """Without what the writer explains at the end: "…, the largest in the country", "…, which owns it"."""
    last = head.right_edge
    while last.i > head.i and last.is_punct:
        last = layout.doc[last.i - 1]
    for token in (last, *last.ancestors):
        if token.i <= head.i:
            break
        if token.dep_ in ("appos", "relcl"):
            comma = layout.doc[token.left_edge.i - 1]
            if comma.text == ",":
                return layout.trimmed(Span(span.start, comma.idx))
    return span
