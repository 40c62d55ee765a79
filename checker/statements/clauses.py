"""Reporting verbs with what they take: "said that …", "called the plan a mistake", "vowed to …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.clauses import doer, is_infinitive, kid, kids
from checker.model import Attitude, Span
from checker.statements.asides import aside
from checker.statements.attribution import (
    QUOTES,
    TIMES,
    Attribution,
    attributed,
    cue_span,
    name_before,
)
from checker.statements.extents import clause_span, subtree, without_gloss
from checker.statements.layout import Layout
from checker.statements.reporting import Frames, reporting

if TYPE_CHECKING:
    from checker.language import Token

_JUDGED = frozenset(
    ("dobj", "oprd", "xcomp", "prep", "acl", "relcl", "ccomp", "acomp", "attr", "advmod", "nsubj")
)
_NOBODY = frozenset(("no", "neither", "none", "nobody"))
_FARTHEST = 10  # tokens from a verb to its "that"


def verb_attributions(layout: Layout, taken: set[int]) -> Iterator[Attribution]:
    """What reporting verbs outside quotations take; verbs in `taken` already report a quotation."""
    verbs = reporting().verbs
    for token in layout.doc:
        if token.pos_ != "VERB" or token.i in taken or token.dep_ in ("prep", "amod"):
            continue
        frames = verbs.get(token.lemma_.lower())
        if frames is not None:
            found = _reported(layout, token, frames)
            if found is not None and (layout.quoted[token.i] < 0 or _told_by_another(layout, token, found)):
                yield found


def _told_by_another(layout: Layout, verb: Token, found: Attribution) -> bool:
    """Whether a report within a quotation is of what someone else said: "He told me that …"."""
    if not found.asserted or found.head is None or found.attitude is not Attitude.SAID:
        return False
    return layout.doc[found.head].pos_ == "PROPN" or layout.doc[found.head].lower_ in ("he", "she", "they")


def _reported(layout: Layout, verb: Token, frames: Frames) -> Attribution | None:
    right = list(verb.rights)
    clause = next((c for c in right if c.dep_ == "ccomp"), None)
    infinitive = next((c for c in right if c.dep_ == "xcomp" and is_infinitive(c)), None)
    thing = next((c for c in right if c.dep_ == "dobj"), None)
    said = frames.get("clause")
    if (
        said is not None
        and clause is None
        and (thing is None or verb.lemma_.lower() in reporting().with_hearer)
    ):
        around = aside(layout, verb)
        if around:
            return _attribution(layout, verb, around, said)
    if clause is not None:
        if is_infinitive(clause) and (asked := frames.get("of_hearer")):
            return _attribution(layout, verb, [clause_span(layout, clause)], asked, asserted=False)
        if said is not None and (said is Attitude.BELIEVED or not is_infinitive(clause)):
            return _attribution(layout, verb, [clause_span(layout, clause)], said)
    if infinitive is not None:
        if thing is not None and (asked := frames.get("of_hearer")):
            span = Span(subtree(layout, thing).start, clause_span(layout, infinitive).end)
            return _attribution(layout, verb, [span], asked, asserted=False)
        if planned := frames.get("infinitive"):
            return _attribution(layout, verb, [clause_span(layout, infinitive)], planned, asserted=False)
    doing = next((c for c in right if c.dep_ == "xcomp" and c.tag_ == "VBG"), None)
    if said is not None and doing is not None:
        return _attribution(layout, verb, [clause_span(layout, doing)], said)
    named = _named(layout, verb, right, thing, frames)
    if named is None and said is not None:
        unparsed = _unparsed(layout, verb)
        if unparsed is not None:
            return _attribution(layout, verb, [unparsed], said)
    return named


def _unparsed(layout: Layout, verb: Token) -> Span | None:
    """The rest of the sentence after "that", where the parser did not see a clause."""
    doc, sentence = layout.doc, layout.sentence[verb.i]
    for i in range(verb.i + 1, min(sentence.stop, verb.i + _FARTHEST)):
        if doc[i].lower_ == "that" and doc[i].tag_ == "IN":
            return layout.trimmed(layout.whole_quotations(layout.span(i, sentence.stop - 1)))
        if doc[i].pos_ in ("VERB", "AUX") or doc[i].is_punct:
            return None
    return None


def _named(
    layout: Layout, verb: Token, right: list[Token], thing: Token | None, frames: Frames
) -> Attribution | None:
    """Where the verb takes a noun phrase: what is judged, asked for or spoken of."""
    if any(c.dep_ == "auxpass" for c in verb.lefts):
        right, thing = [c for c in right if c.dep_ != "prep" or c.lower_ == "as"], None
    for preposition in right:
        if preposition.dep_ in ("prep", "prt") and (attitude := frames.get(preposition.lower_)):
            inside = kid(preposition, "pobj", "pcomp")
            if inside is not None:
                span = subtree(layout, inside)
                wish = next((c for c in right if c.dep_ == "xcomp"), None)
                if wish is not None:
                    span = Span(span.start, subtree(layout, wish).end)
                return _attribution(layout, verb, [span], attitude, asserted=False)
    if figure := frames.get("figure"):
        at = next((c for c in right if c.dep_ == "prep" and c.lower_ == "at"), None)
        if thing is None or at is None or not any(t.like_num for t in at.subtree):
            return None
        span = Span(subtree(layout, thing).start, subtree(layout, at).end)
        return _attribution(layout, verb, [span], figure)
    told_of = verb.lemma_.lower() in QUOTES and any(c.dep_ == "auxpass" for c in verb.lefts)
    if (attitude := frames.get("judgement")) and not told_of:
        span_as = _judged(layout, verb, right)
        if span_as is not None:
            return _attribution(layout, verb, [span_as], attitude, asserted=False)
    if thing is not None and thing.pos_ != "PRON":
        span = without_gloss(layout, thing, subtree(layout, thing))
        if attitude := frames.get("fact"):
            return _attribution(layout, verb, [span], attitude)
        if attitude := frames.get("object"):
            return _attribution(layout, verb, [span], attitude, asserted=False)
    return None


def _judged(layout: Layout, verb: Token, right: list[Token]) -> Span | None:
    """What is judged with the judgement: from the first thing after the verb to the last before a comma."""
    things: list[Token] = []
    for child in right:
        if child.dep_ == "punct" and child.text in (",", ";", "—", "--"):
            break
        if child.dep_ in _JUDGED and not (child.dep_ == "advmod" and not things):
            things.append(child)
    if not things or all(t.dep_ == "prep" and t.lower_ not in ("as", "to") for t in things):
        return None
    first, last = subtree(layout, things[0]), subtree(layout, things[-1])
    return without_gloss(layout, things[-1], Span(first.start, max(first.end, last.end)))


def _attribution(
    layout: Layout, verb: Token, content: list[Span], attitude: Attitude, *, asserted: bool = True
) -> Attribution | None:
    subject = doer(verb)
    sentence = layout.sentence[verb.i]
    misread = subject is not None and (subject.i not in sentence or subject.ent_type_ in TIMES)
    if misread or (subject is None and verb.tag_ in ("VBD", "VBZ", "VBP")):
        subject = name_before(layout, verb, sentence.start)
    content = [part for part in content if part.end > part.start]
    if not content:
        return None
    negated = kids(verb, "neg") or (
        subject is not None and any(c.lower_ in _NOBODY for c in (subject, *subject.lefts))
    )
    return attributed(
        layout,
        tuple(content),
        cue_span(layout, verb),
        subject,
        verb.i,
        attitude=attitude,
        asserted=asserted and not negated,
    )
