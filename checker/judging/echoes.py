"""One fault is told once: of two findings on the same words the more telling one is kept.

What no source has gives way to whatever as grave is held against a source; a figure told by its place, to any
other check of that figure; what a general rule finds, to a pack's; and a general rule, to those that
tell its fault more exactly. Which those are is data (rules/vocabulary/echoes.yaml).
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.data import load
from checker.lexical.gazetteer import fold
from checker.model import Evidence, Finding, Places, Span, Verdict
from checker.rules.rule import pack_of


def without_echoes(found: Sequence[Finding]) -> list[Finding]:
    """The findings, without those whose fault another of them tells better."""
    places = Places((e.article.id, e.span, f) for f in found for e in f.evidence)
    found = [f for f in found if not _is_told_exactly(f, places)]
    sorts: dict[tuple[str, Verdict], list[Finding]] = {}
    for f in found:
        sorts.setdefault((f.rule, f.verdict), []).append(f)
    above = {key: [s for s in sorts.values() if _outranks(s[0], f)] for key, (f, *_) in sorts.items()}
    found = [f for f in found if not any(_covers(g, f) for s in above[f.rule, f.verdict] for g in s)]
    told = Places(
        (e.article.id, _around(e), (e, f.severity.rank))
        for f in found
        if f.verdict is not Verdict.UNSUPPORTED
        for e in f.evidence
    )
    return [f for f in found if f.verdict is not Verdict.UNSUPPORTED or not _is_disputed(f, told)]


def _is_disputed(missing: Finding, told: Places[tuple[Evidence, int]]) -> bool:
    """Whether words that no source has are disputed by a finding as grave."""
    return any(
        rank <= missing.severity.rank and _is_told(e, disputed)
        for e in missing.evidence
        if e.side == 0
        for disputed, rank in told.at(e.article.id, _around(e))
    )


def _around(e: Evidence) -> Span:
    return Span(min(e.sentence.start, e.span.start), max(e.sentence.end, e.span.end))


def _is_told_exactly(finding: Finding, places: Places[Finding]) -> bool:
    """Whether a figure that was told by its place is told by another check, too."""
    first = finding.evidence[0]
    return finding.rule in load("echoes")["by_place"] and any(
        _touches(finding, other) for other in places.at(first.article.id, first.span)
    )


def _touches(by_place: Finding, other: Finding) -> bool:
    """Whether another finding on the same words is as grave and holds them against a source."""
    ranks = load("echoes")["by_place"]
    if (
        other.rule in ranks and ranks.index(other.rule) >= ranks.index(by_place.rule)
    ) or other.verdict is Verdict.UNSUPPORTED:
        return False
    # a note of another sort is not; a contradiction is as grave as its own rule says
    return other.severity.rank <= by_place.severity.rank or other.verdict is by_place.verdict


def _outranks(a: Finding, b: Finding) -> bool:
    """Whether the first tells a fault that both tell more exactly."""
    if not _is_broad(b):
        return False
    pack = not _is_broad(a) and a.verdict is not Verdict.STYLE
    return pack or a.rule in load("echoes")["exact"].get(b.rule, ())


def _is_broad(finding: Finding) -> bool:
    return pack_of(finding.rule) in load("echoes")["broad"]


def _covers(finding: Finding, other: Finding) -> bool:
    """Whether all that the other shows stands in this finding, too."""
    named = other.rule in load("echoes")["exact"]
    return all(
        any(
            e.article is o.article and (e.span.overlaps(o.span) or (named and _words(o) <= _words(e)))
            for e in finding.evidence
        )
        for o in other.evidence
    )


def _words(evidence: Evidence) -> frozenset[str]:
    """The words of a name, wherever in its account it stands."""
    return frozenset(fold(evidence.text).split())


def _is_told(missing: Evidence, disputed: Evidence) -> bool:
    """Whether words that no source has are disputed: those shown, or what they were read as, beside them."""
    if missing.span.overlaps(disputed.span):
        return True
    read_as = disputed.value.lower().split()
    return missing.sentence == disputed.sentence and missing.text.lower() in read_as
