"""What no one else says is the publisher's: the rest of each sentence, as narrated statements."""

from __future__ import annotations

from checker.datelines import is_place
from checker.model import Article, Form, Span, Speaker, Statement
from checker.statements.layout import Layout


def narrated(
    layout: Layout, article: Article, others: list[Statement], publisher: Speaker | None
) -> list[Statement]:
    covered = sorted(part for statement in others for part in statement.content)
    found = []
    previous = None
    index = 0
    for sentence in layout.sentence:
        if sentence is previous:
            continue
        previous = sentence
        whole = layout.span(sentence.start, sentence.stop - 1)
        while index < len(covered) and covered[index].end <= whole.start:
            index += 1
        gaps = _gaps(whole, covered[index:])
        parts = [part for part in gaps if any(map(str.isalnum, layout.text[part.start : part.end]))]
        if parts and not is_place(layout.text[whole.start : whole.end]):
            found.append(Statement(article, Form.NARRATED, tuple(parts), publisher))
    return found


def _gaps(whole: Span, covered: list[Span]) -> list[Span]:
    gaps, start = [], whole.start
    for part in covered:
        if part.start >= whole.end:
            break
        if part.start > start:
            gaps.append(Span(start, part.start))
        start = max(start, part.end)
    if start < whole.end:
        gaps.append(Span(start, whole.end))
    return gaps
