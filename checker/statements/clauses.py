"""Reporting verbs with what they take: "said that …", "called the plan a mistake", "vowed to …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Attitude, Span
from checker.statements.attribution import Attribution, cue_span, source_span, subject_of
from checker.statements.layout import Layout
from checker.statements.reporting import Frames, reporting

if TYPE_CHECKING:
    from checker.language import Token

_BRACKETS = frozenset((",", "—", "–", "--", "-", "”", "''", '"', "’", ";"))
_AFTER_OBJECT = frozenset(("oprd", "xcomp", "advcl", "prep", "acl", "relcl", "npadvmod", "ccomp"))


def verb_attributions(layout: Layout, taken: set[int]) -> Iterator[Attribution]:
    """What reporting verbs outside quotations take; verbs in `taken` already report a quotation."""
    verbs = reporting().verbs
    for token in layout.doc:
        if token.pos_ != "VERB" or token.i in taken or layout.quoted[token.i] >= 0:
            continue
        frames = verbs.get(token.lemma_.lower())
        if frames is None:
            continue
        found = _complement(layout, token, frames)
        if found is not None:
            yield found


def _complement(layout: Layout, verb: Token, frames: Frames) -> Attribution | None:
    said = frames.get("clause")
    if said is not None:
        aside = _aside(layout, verb)
        if aside:
            return _attribution(layout, verb, aside, said)
    right = list(verb.rights)
    clause = next((c for c in right if c.dep_ == "ccomp"), None)
    infinitive = next((c for c in right if c.dep_ == "xcomp"), None)
    thing = next((c for c in right if c.dep_ in ("dobj", "dative")), None)
    if clause is not None:
        if _is_infinitive(clause) and (asked := frames.get("hearer_to")):
            return _attribution(layout, verb, [_subtree(layout, clause)], asked, asserted=False)
        if said is not None:
            return _attribution(layout, verb, [_subtree(layout, clause)], said)
        if as_is := frames.get("as"):
            return _attribution(layout, verb, [_subtree(layout, clause)], as_is, asserted=False)
    if infinitive is not None and _is_infinitive(infinitive):
        if thing is not None and (asked := frames.get("hearer_to")):
            span = Span(_subtree(layout, thing).start, _subtree(layout, infinitive).end)
            return _attribution(layout, verb, [span], asked, asserted=False)
        if planned := frames.get("to"):
            return _attribution(layout, verb, [_subtree(layout, infinitive)], planned, asserted=False)
    for preposition in right:
        if preposition.dep_ in ("prep", "agent") and (attitude := frames.get(preposition.lemma_.lower())):
            inside = next((c for c in preposition.children if c.dep_ in ("pobj", "pcomp")), None)
            if inside is not None:
                return _attribution(layout, verb, [_subtree(layout, inside)], attitude, asserted=False)
    if thing is not None and thing.dep_ == "dobj":
        attitude = frames.get("as") or frames.get("object")
        if attitude is not None:
            span = _subtree(layout, thing)
            last = max(
                (c for c in right if c.dep_ in _AFTER_OBJECT and c.i > thing.i), default=None, key=_place
            )
            if frames.get("as") and last is not None:
                span = Span(span.start, max(span.end, _subtree(layout, last).end))
            return _attribution(layout, verb, [span], attitude, asserted=False)
    return None


def _place(token: Token) -> int:
    return token.i


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts)


def _subtree(layout: Layout, token: Token) -> Span:
    sentence = layout.sentence[token.i]
    first, last = max(token.left_edge.i, sentence.start), min(token.right_edge.i, sentence.stop - 1)
    return layout.trimmed(layout.whole_quotations(layout.span(first, last)))


def _aside(layout: Layout, verb: Token) -> list[Span]:
    """The sentence around "…, the ministry said, …"; nothing where the verb is no aside."""
    doc, sentence = layout.doc, layout.sentence[verb.i]
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.lower_ in ("who", "which", "that"):
        return []
    first = min(verb.i, subject.left_edge.i)
    before = first - 1
    while before >= sentence.start and doc[before].is_space:
        before -= 1
    if before < sentence.start or doc[before].text not in _BRACKETS:
        return []
    last = max(verb.i, subject.right_edge.i if subject.i > verb.i else verb.i)
    while last + 1 < sentence.stop and doc[last + 1].text not in (",", ".", "—", "--", ";", "?", "!"):
        last += 1
        if (
            doc[last].pos_ in ("VERB", "AUX")
            and doc[last].i != verb.i
            and doc[last].dep_ in ("ccomp", "ROOT", "xcomp")
        ):
            return []
    parts = [layout.trimmed(layout.span(sentence.start, before))]
    if last + 2 < sentence.stop and doc[last + 1].text in (",", "—", "--"):
        rest = layout.trimmed(layout.span(last + 2, sentence.stop - 1))
        if rest.end > rest.start:
            parts.append(rest)
    return [part for part in parts if part.end > part.start]


def _attribution(
    layout: Layout, verb: Token, content: list[Span], attitude: Attitude, *, asserted: bool = True
) -> Attribution | None:
    subject = subject_of(verb)
    content = [part for part in content if part.end > part.start]
    if not content:
        return None
    negated = any(c.dep_ == "neg" for c in verb.children)
    return Attribution(
        tuple(content),
        cue_span(layout, verb),
        None if subject is None else source_span(layout, subject, verb.i),
        None if subject is None else subject.i,
        attitude=attitude,
        asserted=asserted and not negated,
    )
