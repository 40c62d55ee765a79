"""How each value, name and quotation of a draft stands against its sources, findings taken into account."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from checker.drafts.absence import with_likelihood
from checker.drafts.figures import figures_in
from checker.drafts.names import names_in
from checker.model import (
    DraftItem,
    Evidence,
    Finding,
    Places,
    Qualifier,
    Role,
    Severity,
    Span,
    Support,
    Verdict,
)
from checker.quotations.gaps import has_gap, pieces, plain
from checker.quotations.passages import passages_of
from checker.quotations.wordings import LEAST, quotations, words_in
from checker.readings import Reading, SetReading, once
from checker.verdicts import evidence


def draft_items(reading: SetReading, found: Sequence[Finding]) -> tuple[DraftItem, ...]:
    """Every item of every draft, with the findings that hold its words against a source.

    A finding on the very words of an item says nothing of others in or around it: of "twelve of the 24
    wagons" the twelve may be wrong and the 24 right.
    """
    told = [f for f in found if f.severity is not Severity.NOTE and f.verdict is not Verdict.UNSUPPORTED]
    places = Places((e.article.id, e.span, (e.span, f)) for f in told for e in f.evidence)
    items = assess(reading)
    named = {(item.evidence.article.id, item.evidence.span) for item in items}
    return tuple(_with_findings(item, _findings_of(item, places, named)) for item in items)


def _findings_of(
    item: DraftItem, places: Places[tuple[Span, Finding]], named: Set[tuple[str, Span]]
) -> Sequence[Finding]:
    article, span = item.evidence.article.id, item.evidence.span
    found = places.at(article, span)
    return list({id(f): f for at, f in found if at == span or (article, at) not in named}.values())


def without_worked_out(found: Sequence[Finding], reading: SetReading) -> list[Finding]:
    """The findings, but for those that hold a draft's figure against the figures that it follows from."""
    made = [item for item in assess(reading) if item.step and item.support is Support.BACKED]
    return [f for f in found if not any(_is_of_parts(f, item) for item in made)]


def _is_of_parts(finding: Finding, item: DraftItem) -> bool:
    parts = [e for e in finding.evidence if e.article.role is not Role.DRAFT]
    if not parts or not any(_same_place(e, item.evidence) for e in finding.evidence):
        return False
    return all(any(_same_place(e, s) for s in item.sources) for e in parts)


def _with_findings(item: DraftItem, hits: Sequence[Finding]) -> DraftItem:
    if not hits:
        return item
    told = [(e, e.side in _sides(f, item)) for f in hits for e in f.evidence]
    agreeing, against = (
        tuple(e for e, alike in told if alike is mine and e.article.role is not Role.DRAFT)
        for mine in (True, False)
    )
    backing = item.sources if item.support is Support.BACKED else agreeing
    if backing and all(f.severity is Severity.WARNING for f in hits):
        newer = all(f.verdict is Verdict.SUPERSEDED for f in hits)
        qualifier = Qualifier.SUPERSEDED if newer else Qualifier.DISPUTED
        qualifiers = (*item.qualifiers, qualifier)
        return replace(item, support=Support.BACKED, sources=backing, qualifiers=qualifiers)
    return replace(
        item, support=Support.CONTRADICTED, sources=against or item.sources, qualifiers=(), step=""
    )


def _sides(finding: Finding, item: DraftItem) -> set[int]:
    """The sides of a finding on which the item stands: a source there says the same."""
    return {e.side for e in finding.evidence if _same_place(e, item.evidence)}


def _same_place(a: Evidence, b: Evidence) -> bool:
    return a.article is b.article and a.span.overlaps(b.span)


@once
def assess(reading: SetReading) -> Sequence[DraftItem]:
    """Every item of every draft as it stands by itself, in the order of the text."""
    if not reading.sources:
        return []
    items: list[DraftItem] = []
    for draft in reading.drafts:
        items += with_likelihood(unjudged(draft, reading), draft, reading)
    return sorted(items, key=lambda item: item.evidence.span)


def unjudged(draft: Reading, reading: SetReading) -> Sequence[DraftItem]:
    """The items of a draft before it is asked how likely those that no source backs are wrong."""
    return [item for found in (figures_in, names_in, _quotes_in) for item in found(draft, reading)]


def _quotes_in(draft: Reading, reading: SetReading) -> Iterator[DraftItem]:
    accounts = {item.article.id: item for item in reading.sources}
    for _, part in quotations(draft):
        whole = words_in(draft, part)
        between = [words for _, words in pieces(draft, part) if len(plain(words)) >= LEAST]
        if len(whole) < LEAST or (has_gap(draft.article, part) and not between):
            continue
        found = [passages_of(reading).best(quoted, draft.article) for quoted in between or [whole]]
        where = tuple(evidence(accounts[m.article.id], m.span, side=1) for m in found if m)
        support = Support.BACKED if all(found) else Support.ABSENT
        yield DraftItem(evidence(draft, part), support, where, "quotation")
