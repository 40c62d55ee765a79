"""Words of a draft that stand twice in a row: "the the", "at the last minute at the last minute".

A slip of the pen, or of a machine. One that a writer means ("had had", "very very") is none, nor is one
that a source has, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.data import word_list
from checker.model import Article, Span, Verdict
from checker.readings import SetReading
from checker.verdicts import Problem, evidence

_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
# up to four words, and the same again; behind a comma only where the sentence ends
_TWICE = re.compile(
    rf"(?<![\w'’-])({_WORD}(?:[ \t]+{_WORD}){{0,3}})(?:\s+\1(?![\w'’-])|,\s+\1(?=\s*(?:[.!?]|\Z)))",
    re.IGNORECASE,
)


def find(reading: SetReading) -> Iterator[Problem]:
    known = {text.lower() for item in reading.sources for text, _ in _repeats(item.article)}
    for draft in reading.drafts:
        for text, span in _repeats(draft.article):
            if text.lower() not in known:
                yield Problem(
                    Verdict.UNSOUND,
                    (f"“{text}” stands twice",),
                    (evidence(draft, span),),
                    about=draft.article.id,
                    told=(text,),
                    reasons=("the same words follow each other",),
                )


def _repeats(article: Article) -> Iterator[tuple[str, Span]]:
    """Each phrase that stands twice, with where both stand; what begins a paragraph repeats nothing."""
    for m in _TWICE.finditer(article.text):
        if m[1].split()[0].lower() not in word_list("drafts", "repeated_on_purpose") and "\n\n" not in m[0]:
            yield m[1], Span(*m.span())
