"""Reporting verbs with what they take: "said that …", "called the plan a mistake", "vowed to …"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
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

Reading = tuple[list[Span], Attitude, bool]
"""The words, how the speaker stands to them, and whether he asserts them."""
_JUDGED = frozenset(("dobj", "oprd", "xcomp", "prep", "acl", "relcl", "ccomp", "acomp", "attr", "nsubj"))
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
            found = next((_attribution(layout, token, *r) for r in _readings(layout, token, frames)), None)
            if found is not None and (layout.quoted[token.i] < 0 or _told_by_another(layout, found)):
                yield found


def _told_by_another(layout: Layout, found: Attribution) -> bool:
    """Whether a report within a quotation is of what someone else said: "He told me that …"."""
    if not found.asserted or found.head is None or found.attitude is not Attitude.SAID:
        return False
    return layout.doc[found.head].pos_ == "PROPN" or layout.doc[found.head].lower_ in ("he", "she", "they")


def _readings(layout: Layout, verb: Token, frames: Frames) -> Iterator[Reading]:
    """What a verb takes of the words around it, the surest reading first."""
    clause, thing = _right(verb, "ccomp"), _right(verb, "dobj")
    goals = [c for c in verb.rights if c.dep_ == "xcomp"]
    said, asked, planned = (frames.get(frame) for frame in ("clause", "of_hearer", "infinitive"))
    hears = verb.lemma_.lower() in reporting().with_hearer
    if said is not None and clause is None and (thing is None or hears) and (rest := aside(layout, verb)):
        yield rest, said, True
    if clause is not None:
        span, wish = clause_span(layout, clause), is_infinitive(clause)
        if attitude := asked if wish else said:
            yield [span], attitude, not wish
    for goal in filter(is_infinitive, goals):
        span = clause_span(layout, goal)
        if thing is not None and asked:
            yield [Span(subtree(layout, thing).start, span.end)], asked, False
        if planned:
            yield [span], planned, False
    if said is not None:
        yield from (([clause_span(layout, doing)], said, True) for doing in goals if doing.tag_ == "VBG")
    yield from _named(layout, verb, frames)
    if said is not None:
        yield from (([span], said, True) for span in _unparsed(layout, verb))


def _right(verb: Token, label: str) -> Token | None:
    return next((c for c in verb.rights if c.dep_ == label), None)


def _unparsed(layout: Layout, verb: Token) -> Iterator[Span]:
    """The rest of the sentence after "that", where the parser did not see a clause."""
    doc, sentence = layout.doc, layout.sentence[verb.i]
    for i in range(verb.i + 1, min(sentence.stop, verb.i + _FARTHEST)):
        if doc[i].lower_ == "that" and doc[i].tag_ == "IN":
            yield layout.trimmed(layout.whole_quotations(layout.span(i, sentence.stop - 1)))
        if doc[i].pos_ in ("VERB", "AUX") or doc[i].is_punct:
            return


def _named(layout: Layout, verb: Token, frames: Frames) -> Iterator[Reading]:
    """Where the verb takes a noun phrase: what is judged, asked for or spoken of."""
    right, thing = list(verb.rights), _right(verb, "dobj")
    passive = kid(verb, "auxpass") is not None
    if passive:
        right, thing = [c for c in right if c.dep_ != "prep" or c.lower_ == "as"], None
    for preposition in right:
        inside = kid(preposition, "pobj", "pcomp")
        if inside is not None and (attitude := frames.get(preposition.lower_)):
            yield [_with_wish(layout, verb, subtree(layout, inside))], attitude, False
    if figure := frames.get("figure"):
        yield from (([span], figure, True) for span in _put_at(layout, thing, right))
        return
    told_of = passive and verb.lemma_.lower() in QUOTES
    if (attitude := frames.get("judgement")) and not told_of:
        yield from (([span], attitude, False) for span in _judged(layout, right))
    if thing is not None and thing.pos_ != "PRON":
        for frame, asserted in (("fact", True), ("object", False)):
            if attitude := frames.get(frame):
                yield [without_gloss(layout, thing, subtree(layout, thing))], attitude, asserted


def _with_wish(layout: Layout, verb: Token, span: Span) -> Span:
    """To the end of what somebody is to do: "called on Kyiv to sign"."""
    wish = _right(verb, "xcomp")
    return span if wish is None else Span(span.start, subtree(layout, wish).end)


def _put_at(layout: Layout, thing: Token | None, right: list[Token]) -> Iterator[Span]:
    """What is put at a figure, with it: "put the damage at $3bn"."""
    for at in right:
        if thing is not None and at.lower_ == "at" and any(t.like_num for t in at.subtree):
            yield Span(subtree(layout, thing).start, subtree(layout, at).end)


def _judged(layout: Layout, right: list[Token]) -> Iterator[Span]:
    """What is judged with the judgement: from the first thing after the verb to the last before a comma."""
    near = takewhile(lambda child: child.text not in (",", ";", "—", "--"), right)
    things = [child for child in near if child.dep_ in _JUDGED]
    if not all(t.dep_ == "prep" and t.lower_ not in ("as", "to") for t in things):
        first, last = subtree(layout, things[0]), subtree(layout, things[-1])
        yield without_gloss(layout, things[-1], Span(first.start, max(first.end, last.end)))


def _attribution(
    layout: Layout, verb: Token, content: list[Span], attitude: Attitude, asserted: bool
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
