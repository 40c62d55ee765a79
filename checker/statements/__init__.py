"""Who says what: the statements of an article with their speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.actors import ActorIndex
from checker.model import Article, Statement, Statements
from checker.statements.according import according_to
from checker.statements.clauses import verb_attributions
from checker.statements.continued import with_continued
from checker.statements.labels import labelled_attributions
from checker.statements.layout import lay_out
from checker.statements.narration import narrated
from checker.statements.nesting import nested, without_doubles, without_named_within
from checker.statements.nominal import nominal_attributions
from checker.statements.quoted import quoted_attributions
from checker.statements.speakers import Speakers

if TYPE_CHECKING:
    from checker.language import Doc


def find_statements(doc: Doc, article: Article, actors: ActorIndex) -> Statements:
    """Every statement of the article in the order of the text; what no one else says is narrated."""
    layout = lay_out(doc)
    quoted, verbs = quoted_attributions(layout)
    others = [
        *labelled_attributions(layout),
        *according_to(layout),
        *verb_attributions(layout, verbs),
        *nominal_attributions(layout),
    ]
    attributions = with_continued(layout, without_doubles([*quoted, *others]))
    attributions = without_named_within(attributions)
    attributions.sort(key=lambda a: (a.start, -a.content[-1].end))
    speakers = Speakers(layout, article, actors, attributions)
    statements = [
        Statement(article, a.form, a.content, speakers.speaker(a), a.cue, a.attitude, asserted=a.asserted)
        for a in attributions
    ]
    statements += narrated(layout, article, statements, speakers.publisher())
    statements.sort(key=lambda s: (s.content[0].start, -s.content[-1].end))
    return Statements(nested(statements))
