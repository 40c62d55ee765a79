"""Speech without a verb of saying: "Zelensky: …" in a headline, "Q: …" in a transcript, "… — Name"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model import Form, Span
from checker.statements.attribution import Attribution
from checker.statements.layout import Layout
from checker.statements.reporting import reporting

_SIGNATURE = re.compile(r"\s{0,3}[—–―-]{1,2}\s{0,3}([^\W\d_][^.!?:;\n]{1,70})\.?$")
_HEADLINE = re.compile(r" ?(:|(?<= )[–—-]) ")
_LONGEST_SOURCE = 7  # words before the colon of a headline


def labelled_attributions(layout: Layout) -> Iterator[Attribution]:
    """The turns of a transcript, the headline and posts."""
    for turn in layout.turns:
        label = Span(turn.label.start, turn.label.end)
        cue = Span(turn.label.end, turn.label.end + 1)
        yield Attribution(turn.parts, cue, label, layout.token_at(label.end - 1), Form.DIRECT)
    if layout.blocks and not layout.turns:
        yield from _headline(layout, layout.blocks[0])
    for quotation in layout.quotations:
        block = layout.block(quotation.parts[-1].start)
        signature = _SIGNATURE.match(layout.text, quotation.end, min(block.end, quotation.end + 90))
        if signature and signature.end() == block.end:
            name = Span(*signature.span(1))
            if not _has_verb(layout, name):
                cue = Span(quotation.end, name.start)
                yield Attribution(quotation.parts, cue, name, layout.token_at(name.end - 1), Form.DIRECT)


def _headline(layout: Layout, block: Span) -> Iterator[Attribution]:
    found = _HEADLINE.search(layout.text, block.start, block.end)
    if found is None:
        return
    before = Span(block.start, found.start())
    after, mark = layout.trimmed(Span(found.end(), block.end)), Span(*found.span(1))
    if found[1] == ":" and _is_source(layout, before) and len(_tokens(layout, after)) > 3:
        yield Attribution((after,), mark, before, _last_word(layout, before))
    elif _is_source(layout, after) and _has_verb(layout, before):
        yield Attribution((before,), mark, after, _last_word(layout, after))


def _last_word(layout: Layout, span: Span) -> int:
    return layout.token_at(span.end - 1)


def _tokens(layout: Layout, span: Span) -> range:
    return range(layout.token_at(span.start), layout.token_at(span.end))


def _has_verb(layout: Layout, span: Span) -> bool:
    return any(layout.doc[i].pos_ in ("VERB", "AUX") for i in _tokens(layout, span))


def _is_source(layout: Layout, span: Span) -> bool:
    """Whether words are a name, or a body or paper that can speak."""
    tokens = [layout.doc[i] for i in _tokens(layout, span)]
    if len(tokens) > _LONGEST_SOURCE or any(t.pos_ in ("VERB", "AUX", "PUNCT", "NUM") for t in tokens):
        return False
    named = any(t.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") for t in tokens)
    return named or any(t.lemma_.lower() in reporting().sources for t in tokens)
