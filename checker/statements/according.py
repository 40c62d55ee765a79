"""Sources named by a preposition: "according to the coast guard"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.statements.attribution import Attribution, source_span
from checker.statements.layout import Layout
from checker.statements.reporting import reporting

if TYPE_CHECKING:
    from checker.language import Token


def according_to(layout: Layout) -> Iterator[Attribution]:
    """'According to X, …', '…, according to X': the rest of the sentence is X's.

    With two in a sentence each has its share: "40 according to the police, 90 according to the union".
    """
    places = list(_places(layout))
    led = False  # the one before stood at the head of what it attributes
    for number, (first, last) in enumerate(places):
        sentence = layout.sentence[first]
        start, stop = sentence.start, sentence.stop
        if number and places[number - 1][0] in sentence:
            start = first if led else _after(layout, places[number - 1][1], first)
        led = first == start
        if number + 1 < len(places) and places[number + 1][0] in sentence:
            stop = places[number + 1][0]
        source = _source(layout, last, stop)
        if source is not None:
            found = _share(layout, first, last, range(start, stop), source)
            if found is not None:
                yield found


def _places(layout: Layout) -> Iterator[tuple[int, int]]:
    """The first and last tokens of the prepositions outside quotations."""
    doc, prepositions = layout.doc, reporting().prepositions
    firsts = {words[0] for words in prepositions}
    for token in doc:
        if token.lower_ in firsts and layout.quoted[token.i] < 0:
            for words in prepositions:
                last = token.i + len(words) - 1
                if last + 1 < len(doc) and tuple(doc[i].lower_ for i in range(token.i, last + 1)) == words:
                    yield token.i, last
                    break


def _source(layout: Layout, last: int, stop: int) -> Token | None:
    return next((c for c in layout.doc[last].children if c.i < stop and not c.is_space), None)


def _after(layout: Layout, last: int, stop: int) -> int:
    """The token after an earlier source of the sentence."""
    source = _source(layout, last, stop)
    return last + 1 if source is None else layout.token_at(source_span(layout, source).end)


def _share(layout: Layout, first: int, last: int, share: range, source: Token) -> Attribution | None:
    doc = layout.doc
    named = source_span(layout, source)
    after = layout.token_at(named.end)
    parts = []
    if first > share.start:
        parts.append(layout.trimmed(layout.span(share.start, first - 1)))
    alone = share.stop == layout.sentence[first].stop
    if after < share.stop and (not parts or (alone and doc[after].text in (",", "—", "--"))):
        parts.append(layout.trimmed(layout.whole_quotations(layout.span(after, share.stop - 1))))
    parts = [part for part in parts if part.end > part.start]
    return Attribution(tuple(parts), layout.span(first, last), named, source.i) if parts else None
