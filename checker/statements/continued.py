"""Quotations without a cue of their own: they go on with what the last speaker said."""

from __future__ import annotations

from dataclasses import replace

from checker.model import Form
from checker.statements.attribution import Attribution
from checker.statements.layout import Layout
from checker.statements.quotation import Quotation

_ENDS_SENTENCE = frozenset(".?!…:;”\"’'")


def with_continued(layout: Layout, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions and, for each quoted sentence that no one says yet, the speaker before it."""
    found = sorted(attributions, key=_end)
    said = bytearray(len(layout.text) + 1)
    for attribution in found:
        for part in attribution.content:
            said[part.start : part.end] = b"\1" * (part.end - part.start)
    last, following = None, 0
    added: list[Attribution] = []
    for quotation in [] if layout.turns else layout.quotations:
        part = quotation.parts[0]
        while following < len(found) and _end(found[following]) <= part.start:
            if found[following].asserted:
                last = following
            following += 1
        if last is None or any(said[part.start : part.end]) or not _is_sentence(layout, quotation):
            continue
        attribution = found[last]
        near = layout.block(_end(attribution) - 1) == layout.block(part.start)
        if near:
            found[last] = replace(attribution, content=attribution.content + quotation.parts)
        elif layout.block(part.start).start == part.start:
            added.append(
                Attribution(quotation.parts, None, attribution.source, attribution.head, Form.DIRECT)
            )
    return found + added


def _end(attribution: Attribution) -> int:
    """The last character of the report: its content, its source or its cue."""
    spans = [*attribution.content, attribution.cue, attribution.source]
    return max(span.end for span in spans if span is not None)


def _is_sentence(layout: Layout, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence by itself, not a few words within one."""
    text, part = layout.text, quotation.parts[0]
    before = text[layout.block(part.start).start : part.start].rstrip()
    if before and before[-1] not in _ENDS_SENTENCE:
        return False
    tokens = range(layout.token_at(part.start), layout.token_at(quotation.parts[-1].end))
    return any(layout.doc[i].pos_ in ("VERB", "AUX") for i in tokens)
