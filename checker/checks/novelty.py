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
from checker.judging.fingerprints import fingerprint
from checker.model import Evidence, Finding, Relation, Severity, Verdict
from checker.readings import SetReading
from checker.rules.rule import Rule

_SHOWN = 8


def find(reading: SetReading, rule: Rule) -> Iterator[Finding]:
    if not reading.sources or not reading.drafts:
        return
    severity = rule.severity_for(Relation.DISJOINT, "draft-source") or Severity.WARNING
    known = wordstock_of(reading)
    items = assess(reading)
    for draft in reading.drafts:
        spans = [item.evidence.span for item in items if item.evidence.article is draft.article]
        for sentence, words in by_sentence(draft):
            new = new_words(draft, words, known, spans)
            if sum(word.weight for word in new) < enough():
                continue
            shown = new[:_SHOWN]
            texts = [draft.article.words(item.word.span) for item in shown]
            yield Finding(
                rule=rule.id,
                severity=severity,
                relation=Relation.DISJOINT,
                verdict=Verdict.UNSUPPORTED,
                message="no source speaks of " + ", ".join(f"“{text}”" for text in texts),
                evidence=tuple(Evidence(draft.article, item.word.span, sentence) for item in shown),
                fingerprint=fingerprint(rule.id, draft.article.id, texts),
                reasons=("looked for in every source, with synonyms and broader and narrower words",),
            )
