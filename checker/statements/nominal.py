"""Reporting nouns and adjectives: "the claim that …", "confident that …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.clauses import doer, is_infinitive, kids, left
from checker.model import Attitude, Span
from checker.statements.attribution import Attribution, attributed
from checker.statements.extents import subtree
from checker.statements.layout import Layout
from checker.statements.reporting import Frames, reporting

if TYPE_CHECKING:
    from checker.language import Token


def nominal_attributions(layout: Layout) -> Iterator[Attribution]:
    words = reporting()
    for token in layout.doc:
        if layout.quoted[token.i] >= 0:
            continue
        frames = None
        if token.pos_ == "NOUN":
            frames = words.nouns.get(token.lemma_.lower())
        elif token.pos_ == "ADJ":
            frames = words.adjectives.get(token.lower_)
        if frames is not None:
            found = _complement(layout, token, frames)
            if found is not None:
                yield found


def _complement(layout: Layout, word: Token, frames: Frames) -> Attribution | None:
    for child in word.rights:
        attitude = None
        if child.dep_ in ("acl", "ccomp", "relcl", "xcomp"):
            if is_infinitive(child):
                attitude = frames.get("infinitive")
            elif word.pos_ == "ADJ" or kids(child, "mark"):
                attitude = frames.get("clause")
            if attitude is not None:
                return _attribution(layout, word, subtree(layout, child), attitude)
        elif child.dep_ == "prep" and (attitude := frames.get(child.lower_)):
            for inside in kids(child, "pobj", "pcomp"):
                return _attribution(layout, word, subtree(layout, inside), attitude, asserted=False)
    return None


def _attribution(
    layout: Layout, word: Token, content: Span, attitude: Attitude, *, asserted: bool = True
) -> Attribution | None:
    source = left(word, "poss")
    if source is None:
        by = next((c for c in word.rights if c.dep_ == "prep" and c.lower_ in ("by", "from")), None)
        source = None if by is None else next(by.children, None)
    if source is None and word.dep_ in ("dobj", "acomp", "attr", "oprd"):
        source = doer(word.head)
    if source is None and attitude is Attitude.PLANNED:
        return None  # "a plan to …" of nobody is no one's plan
    claimed = asserted and attitude is not Attitude.PLANNED
    cue = layout.span(word.i, word.i)
    return attributed(layout, (content,), cue, source, word.i, attitude=attitude, asserted=claimed)
