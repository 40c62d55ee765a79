"""Who says what: the statements of an article with their speakers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from checker.model import Actor, Article, Span, Speaker, Statement
from checker.statements.attribution import Attribution
from checker.statements.clauses import verb_attributions
from checker.statements.continued import with_continued
from checker.statements.labels import labelled_attributions
from checker.statements.layout import lay_out
from checker.statements.narration import narrated
from checker.statements.nominal import according_to, nominal_attributions
from checker.statements.quoted import quoted_attributions
from checker.statements.speakers import Speakers

if TYPE_CHECKING:
    from checker.language import Doc


def find_statements(doc: Doc, article: Article, actors: Sequence[Actor]) -> list[Statement]:
    """Every statement of the article in the order of the text; what no one else says is narrated."""
    layout = lay_out(doc)
    quoted, verbs = quoted_attributions(layout)
    others = [
        *labelled_attributions(layout),
        *according_to(layout),
        *verb_attributions(layout, verbs),
        *nominal_attributions(layout),
    ]
    attributions = with_continued(layout, _without_doubles([*quoted, *others]))
    attributions = _without_named_within(attributions)
    attributions.sort(key=lambda a: (a.start, -a.content[-1].end))
    speakers = Speakers(layout, article, actors)
    statements = [
        Statement(article, a.form, a.content, speakers.speaker(a), a.cue, a.attitude, asserted=a.asserted)
        for a in attributions
    ]
    publisher = Speaker(article.publisher, None) if article.publisher else None
    statements += narrated(layout, article, statements, publisher)
    statements.sort(key=lambda s: (s.content[0].start, -s.content[-1].end))
    return statements


def _without_doubles(attributions: Iterable[Attribution]) -> list[Attribution]:
    """Of two attributions of nearly the same words with the same cue or source, the first found."""
    kept: list[Attribution] = []
    for attribution in attributions:
        if not any(_same(attribution, other) for other in kept):
            kept.append(attribution)
    return kept


def _without_named_within(attributions: list[Attribution]) -> list[Attribution]:
    """Without what is only named inside another's words: "said that he backs the plan" is one statement."""
    outer = [(part, a) for a in attributions for part in a.content]
    return [
        a for a in attributions if a.asserted or not any(_holds(part, a) for part, o in outer if o is not a)
    ]


def _holds(part: Span, inner: Attribution) -> bool:
    return inner.cue is not None and part.contains(inner.cue) and part.contains(inner.content[0])


def _same(one: Attribution, other: Attribution) -> bool:
    if one.content[0].start >= other.content[-1].end or other.content[0].start >= one.content[-1].end:
        return False
    shared = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.content for b in other.content
    )
    return shared > 0.7 * max(one.size, other.size)
