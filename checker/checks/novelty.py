"""A sentence of a draft that tells of things no source speaks of.

Every noun, verb and adjective of the draft is looked for in all sources: the word itself, another form
of it, a synonym, a broader or narrower word. A new word or two are the writer's choice; this check
speaks up where one sentence has so many, and such specific ones, that it tells of something new. What
stands inside a figure, a name or a quotation is left to `support`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.drafts.items import assess
from checker.drafts.novelty import by_sentence, enough, new_words, wordstock_of
from checker.model import Verdict
from checker.readings import SetReading
from checker.verdicts import Problem, evidence

_SHOWN = 8


def find(reading: SetReading) -> Iterator[Problem]:
    if not reading.sources or not reading.drafts:
        return
    known = wordstock_of(reading)
    items = assess(reading)
    for draft in reading.drafts:
        spans = [item.evidence.span for item in items if item.evidence.article is draft.article]
        for sentence, words in by_sentence(draft):
            new = new_words(draft, words, known, spans)
            if sum(word.weight for word in new) < enough():
                continue
            shown = new[:_SHOWN]
            texts = tuple(draft.article.words(item.word.span) for item in shown)
            yield Problem(
                Verdict.UNSUPPORTED,
                "no source speaks of " + ", ".join(f"“{text}”" for text in texts),
                tuple(evidence(draft, item.word.span, sentence=sentence) for item in shown),
                about=draft.article.id,
                told=texts,
                reasons=("looked for in every source, with synonyms and broader and narrower words",),
            )
