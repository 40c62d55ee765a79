"""Speech without a verb of saying: "Zelensky: …" in a headline, "Q: …" in a transcript, "— Name (@name)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model import Form, Span
from checker.statements.attribution import Attribution
from checker.statements.layout import Layout
from checker.statements.reporting import reporting

_SIGNED = re.compile(r"[—–-] ?([^—–\n()]{1,60}) \(@\w{1,40}\)[^\n]{0,40}$")
_SIGNATURE = re.compile(r"\s{0,3}[—–―-]{1,2}\s{0,3}([^\W\d_][^.!?:;\n]{1,70})\.?$")
_LONGEST_SOURCE = 7  # words before the colon of a headline


def labelled_attributions(layout: Layout) -> Iterator[Attribution]:
    """The turns of a transcript, the headline and posts."""
    for turn in layout.turns:
        label = Span(turn.label.start, turn.label.end)
        cue = Span(turn.label.end, turn.label.end + 1)
        yield Attribution(turn.parts, cue, label, layout.token_at(label.end - 1), Form.DIRECT)
    if layout.blocks and not (layout.turns and layout.turns[0].label.start < layout.blocks[0].end):
        yield from _headline(layout, layout.blocks[0])
    for quotation in layout.quotations:
        block = layout.block(quotation.parts[-1].start)
        signature = _SIGNATURE.match(layout.text, quotation.end, min(block.end, quotation.end + 90))
        if signature and signature.end() == block.end:
            name = Span(*signature.span(1))
            if not _has_verb(layout, name):
                cue = Span(quotation.end, name.start)
                yield Attribution(quotation.parts, cue, name, layout.token_at(name.end - 1), Form.DIRECT)
    for block in layout.blocks:
        signed = _SIGNED.search(layout.text, max(block.start, block.end - 160), block.end)
        if signed and signed.start() > block.start:
            name = Span(*signed.span(1))
            content = layout.trimmed(Span(block.start, signed.start()))
            if content.end > content.start:
                cue = Span(signed.start(), signed.start() + 1)
                yield Attribution((content,), cue, name, layout.token_at(name.end - 1), Form.DIRECT)


def _headline(layout: Layout, block: Span) -> Iterator[Attribution]:
    text = layout.text
    colon = text.find(": ", block.start, block.end)
    if colon > 0:
        before, after = Span(block.start, colon), layout.trimmed(Span(colon + 1, block.end))
        if _is_source(layout, before) and len(_tokens(layout, after)) > 3:
            yield Attribution((after,), Span(colon, colon + 1), before, _last_word(layout, before))
        elif _is_source(layout, after) and _has_verb(layout, before):
            yield Attribution((before,), Span(colon, colon + 1), after, _last_word(layout, after))
        return
    for dash in (" – ", " — ", " - "):
        at = text.rfind(dash, block.start, block.end)
        if at > 0:
            before, after = Span(block.start, at), layout.trimmed(Span(at + 3, block.end))
            if _is_source(layout, after) and _has_verb(layout, before):
                yield Attribution((before,), Span(at + 1, at + 2), after, _last_word(layout, after))
            return


def _last_word(layout: Layout, span: Span) -> int:
    return layout.token_at(span.end - 1)


def _tokens(layout: Layout, span: Span) -> range:
    return range(layout.token_at(span.start), layout.token_at(span.end))


def _has_verb(layout: Layout, span: Span) -> bool:
    return any(layout.doc[i].pos_ in ("VERB", "AUX") for i in _tokens(layout, span))


def _is_source(layout: Layout, span: Span) -> bool:
    """Whether words are a name, or a body or paper that can speak, and no label such as "Live"."""
    tokens = [layout.doc[i] for i in _tokens(layout, span)]
    if (
        not tokens
        or len(tokens) > _LONGEST_SOURCE
        or any(t.pos_ in ("VERB", "AUX", "PUNCT", "NUM") for t in tokens)
    ):
        return False
    words = reporting()
    lemmas = {t.lemma_.lower() for t in tokens}
    if lemmas & words.labels:
        return False
    return bool(lemmas & words.sources) or any(
        t.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") for t in tokens
    )
