"""A stretch of text, the cue that attributes it and the words that name its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.model import Attitude, Form, Span

if TYPE_CHECKING:
    from checker.language import Token
    from checker.statements.layout import Layout

TIMES = frozenset(("DATE", "TIME"))
NAMES = frozenset(("NOUN", "PROPN", "PRON"))
QUOTES = frozenset(("quote", "cite"))  # "RT quoted the Kremlin as saying": the Kremlin says it
_LEAVES_SOURCE = frozenset(",;:—–-")


@dataclass(frozen=True, slots=True)
class Attribution:
    """`head` is the token of the source that carries its name; `asserted` as in checker.model.Statement."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None = None
    head: int | None = None
    form: Form = Form.INDIRECT
    attitude: Attitude = Attitude.SAID
    asserted: bool = True

    @property
    def start(self) -> int:
        return self.content[0].start

    @property
    def size(self) -> int:
        return sum(part.end - part.start for part in self.content)


def source_span(layout: Layout, head: Token, stop: int | None = None) -> Span:
    """The noun phrase of a source with its appositions; `stop` is a token it does not reach."""
    first, last = head.left_edge.i, head.right_edge.i
    if stop is not None and head.i < stop <= last:
        last = stop - 1
    sentence = layout.sentence[head.i]
    first, last = max(first, sentence.start), min(last, sentence.stop - 1)
    quoted = layout.quoted
    while last > head.i and quoted[last] != quoted[head.i]:
        last -= 1
    while first < head.i and quoted[first] != quoted[head.i]:
        first += 1
    while last > head.i and (layout.doc[last].text in _LEAVES_SOURCE or layout.doc[last].is_space):
        last -= 1
    return layout.span(first, last)


def cue_span(layout: Layout, verb: Token) -> Span:
    """The verb with its auxiliaries, negation and adverbs before it."""
    first = verb.i
    while first > 0 and layout.doc[first - 1].head.i == verb.i:
        if layout.doc[first - 1].dep_ not in ("aux", "auxpass", "neg", "advmod"):
            break
        first -= 1
    last = verb.i
    if last + 1 < len(layout.doc) and layout.doc[last + 1].dep_ == "prt":
        last += 1
    return layout.span(first, last)


def name_before(layout: Layout, verb: Token, start: int) -> Token | None:
    """The nearest noun before a verb of which the parser saw no subject, or sought it in a headline above."""
    for i in range(verb.i - 1, start - 1, -1):
        if layout.doc[i].pos_ in NAMES and layout.doc[i].ent_type_ not in TIMES:
            return layout.doc[i]
    return None


def attributed(
    layout: Layout,
    content: tuple[Span, ...],
    cue: Span,
    source: Token | None,
    stop: int,
    form: Form = Form.INDIRECT,
    attitude: Attitude = Attitude.SAID,
    *,
    asserted: bool = True,
) -> Attribution:
    """Words as those of a source, of which the name does not reach the token `stop`."""
    if source is None:
        return Attribution(content, cue, form=form, attitude=attitude, asserted=asserted)
    named = source_span(layout, source, stop)
    return Attribution(content, cue, named, source.i, form, attitude, asserted)
