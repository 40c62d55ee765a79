"""A sentence of a draft that tells of things no source speaks of.

Every noun, verb and adjective of the draft is looked for in all sources: the word itself, another form
of it, a synonym, a broader or narrower word. New words are the writer's choice: a sentence that has many is
a note. That somebody died or was hurt, of which no source has a word, is news. What stands inside a figure, a
name or a quotation is left to `support`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.drafts.items import assess
from checker.drafts.novelty import Novel, enough, novel_words
from checker.lexical.content_words import ContentWord
from checker.model import Verdict
from checker.readings import Reading, SetReading
from checker.verdicts import Problem, Weight, evidence

_SHOWN = 8


def find(reading: SetReading) -> Iterator[Problem]:
    if not reading.sources or not reading.drafts:
        return
    for draft in reading.drafts:
        taken = [i.evidence.span for i in assess(reading) if i.evidence.article is draft.article]
        for novel in novel_words(draft, reading, taken):
            if novel.befell:
                yield _problem(draft, novel, novel.befell, Weight.LIKELY)
            elif novel.weight >= enough():
                yield _problem(draft, novel, novel.words[:_SHOWN], Weight.MINOR)


def _problem(draft: Reading, novel: Novel, words: Sequence[ContentWord], weight: Weight) -> Problem:
    texts = tuple(draft.article.words(word.span) for word in words)
    return Problem(
        Verdict.UNSUPPORTED,
        "no source speaks of " + ", ".join(f"“{text}”" for text in texts),
        tuple(evidence(draft, word.span, sentence=novel.sentence) for word in words),
        about=draft.article.id,
        told=texts,
        reasons=("looked for in every source, with synonyms and broader and narrower words",),
        weight=weight,
    )
