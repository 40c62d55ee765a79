"""What was exchanged for what between a draft's sentence and its passage, as findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.drafts.name_exchanges import NameExchange
from checker.judging.fingerprints import fingerprint
from checker.model import Evidence, Finding, Form, Relation, Severity, Span, Verdict
from checker.readings import Change, Parallel, Reading, Word
from checker.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Exchange:
    """Words of a draft and the words of a source that stand in their place."""

    parallel: Parallel
    draft_span: Span
    source_span: Span
    draft_value: str = ""
    source_value: str = ""


def finding(rule: Rule, exchange: Exchange, what: str) -> Finding:
    """The finding of an exchange; `what` says it in words."""
    parallel = exchange.parallel
    draft, source = parallel.draft, parallel.source
    evidence = (
        _evidence(draft, exchange.draft_span, exchange.draft_value, 0),
        _evidence(source, exchange.source_span, exchange.source_value, 1),
    )
    return Finding(
        rule=rule.id,
        severity=rule.severity_for(Relation.DISJOINT, "draft-source") or Severity.WARNING,
        relation=Relation.DISJOINT,
        verdict=Verdict.CONTRADICTION,
        message=f"{draft.article.name} has {what} in {source.article.name}",
        evidence=evidence,
        fingerprint=fingerprint(rule.id, what, (e.text for e in evidence)),
        reasons=(f"{len(parallel.partner)} of {len(parallel.a)} words stand there in the same order",),
    )


def named(rule: Rule, exchange: NameExchange) -> Finding:
    """The finding of one name for another."""
    ours, theirs = exchange.words
    spans = Exchange(exchange.parallel, exchange.draft_span, exchange.source_span)
    return finding(rule, spans, f"“{ours}” for “{theirs}”")


def beside(parallel: Parallel, change: Change) -> tuple[Span, Span]:
    """The words of a change on both sides, with their neighbours where one side has none."""
    both = bool(change.a) and bool(change.b)
    return (
        _stretch(parallel.a, change.a, 0 if both else 1),
        _stretch(parallel.b, change.b, 0 if both else 1),
    )


def _stretch(words: Sequence[Word], of: range, around: int) -> Span:
    first, last = max(0, of.start - around), min(len(words), of.stop + around) - 1
    return Span(words[first].span.start, words[last].span.end)


def _evidence(item: Reading, span: Span, value: str, side: int) -> Evidence:
    held = [s for s in item.statements if s.form is not Form.NARRATED and s.covers(span) and s.speaker]
    speaker = min(held, key=lambda s: sum(p.end - p.start for p in s.content), default=None)
    name = speaker.speaker.name if speaker is not None and speaker.speaker is not None else None
    return Evidence(item.article, span, item.sentence_at(span.start), name, value, side)
