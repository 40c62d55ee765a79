"""How each value, name and quotation of a draft stands against its sources.

Confirmed: a source has it, in whatever words. Disputed or updated: a finding says so. Unsupported: no
source has anything like it. A number is also confirmed where a source has the same figure as another
kind of value ("Jones, 41" and "41-year-old"), and a name where a source has all its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from checker.checks.quotation import LEAST, Passages, quotations, words
from checker.data import load
from checker.disputes import evidence_of
from checker.gazetteer import fold, gazetteer
from checker.model import (
    ActorKind,
    DraftItem,
    Evidence,
    Finding,
    Kind,
    Relation,
    Support,
    Value,
    Verdict,
)
from checker.readings import Reading, SetReading

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def draft_items(reading: SetReading, found: Sequence[Finding]) -> tuple[DraftItem, ...]:
    """Every item of every draft, with the findings taken into account."""
    touched = [(e, f) for f in found for e in f.evidence if f.verdict is not Verdict.UNSUPPORTED]
    items = []
    for item in assess(reading):
        hits = [f for e, f in touched if _same_place(e, item.evidence)]
        if hits and item.support is not Support.UNSUPPORTED:
            updated = all(f.verdict is Verdict.SUPERSEDED for f in hits)
            items.append(DraftItem(item.evidence, Support.UPDATED if updated else Support.DISPUTED, item.by))
        elif hits:
            items.append(DraftItem(item.evidence, Support.DISPUTED, item.by))
        else:
            items.append(item)
    return tuple(items)


def _same_place(a: Evidence, b: Evidence) -> bool:
    return a.article is b.article and a.span.overlaps(b.span)


def assess(reading: SetReading) -> list[DraftItem]:
    """Every item of every draft, confirmed or unsupported, in the order of the text."""
    sources = reading.sources
    if not sources:
        return []
    vocabulary = frozenset(fold(w) for s in sources for w in _WORD.findall(_plain(s.article.text)))
    items: list[DraftItem] = []
    for draft in reading.drafts:
        items += _values(draft, sources)
        items += _names(draft, reading, vocabulary)
        items += _quotes(draft, Passages(sources))
    return sorted(items, key=lambda item: item.evidence.span)


def _values(draft: Reading, sources: Sequence[Reading]) -> Iterator[DraftItem]:
    figures = {s.article.id: _figures(s) for s in sources}
    claims = {id(claim.value): claim for claim in draft.claims}
    for value in draft.values:
        if value.kind is Kind.TERM:
            continue
        claim = claims.get(id(value))
        by = [s.article.id for s in sources if any(_agrees(value, other) for other in s.values)]
        by = by or [name for name, known in figures.items() if set(value.stated) <= known]
        evidence = evidence_of(claim) if claim else _evidence(draft, value)
        yield DraftItem(evidence, Support.CONFIRMED if by else Support.UNSUPPORTED, tuple(by))


def _evidence(draft: Reading, value: Value) -> Evidence:
    """A value that makes no claim must be in a source all the same."""
    return Evidence(
        draft.article, value.span, draft.sentence_at(value.span.start), None, ", ".join(value.stated)
    )


def _agrees(a: Value, b: Value) -> bool:
    if not a.comparable(b):
        return False
    if a.change and b.change and a.change != b.change:
        return False
    return any(
        x.relation(y) is not Relation.DISJOINT for x in (a.bounds,) for y in (b.bounds, b.rounded or b.bounds)
    ) or (a.rounded is not None and a.rounded.relation(b.bounds) is not Relation.DISJOINT)


def _figures(source: Reading) -> set[str]:
    """Every number of a source as a plain decimal, whatever it is the number of."""
    found = {m.group().replace(",", "") for m in _NUMBER.finditer(source.article.text)}
    for value in source.values:
        found.update(value.stated)
    return found


def _names(draft: Reading, reading: SetReading, vocabulary: frozenset[str]) -> Iterator[DraftItem]:
    taken = [value.span for value in draft.values if value.kind is not Kind.TERM]
    sources = {s.article.id for s in reading.sources}
    for actor in reading.actors:
        by = {m.article for m in actor.mentions} & sources
        for mention in actor.mentions:
            if mention.article != draft.article.id or any(span.overlaps(mention.span) for span in taken):
                continue
            if not is_name(mention.text):
                continue
            unknown = [w for w in name_words(mention.text) if not _known(w, vocabulary)]
            fuller = (
                bool(unknown) and actor.kind is ActorKind.PERSON and _only_given(mention.text, unknown, by)
            )
            spelled_out = bool(unknown) and _initials(mention.text) & vocabulary
            support = Support.UNSUPPORTED if unknown else Support.CONFIRMED
            if fuller or spelled_out:
                support = Support.CONFIRMED
            evidence = Evidence(
                draft.article, mention.span, draft.sentence_at(mention.span.start), None, actor.name
            )
            yield DraftItem(evidence, support, tuple(sorted(by)))


def name_words(text: str) -> list[str]:
    """The words of a mention that a source must have: those that begin with a capital."""
    return [word for word in _WORD.findall(_plain(text)) if word[:1].isupper()]


def is_name(text: str) -> bool:
    """Whether a mention names rather than describes: "Porto", not "he" or "the Portuguese side"."""
    words = _WORD.findall(_plain(text))
    small = [w for w in words if w[:1].islower() and w not in _particles()]
    return bool(name_words(text)) and not small


def _only_given(text: str, unknown: list[str], by: set[str]) -> bool:
    """Whether a source has the last name and only the names before it are the draft's own."""
    words = name_words(text)
    return bool(by) and bool(words) and words[-1] not in unknown


def _initials(text: str) -> frozenset[str]:
    """What a name shortens to: "International Monetary Fund" to "imf"."""
    words = name_words(text)
    return frozenset({"".join(w[0] for w in words).lower()}) if len(words) > 2 else frozenset()


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    return frozenset(load("drafts")["particles"])


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(load("drafts")["titles"])


@lru_cache(maxsize=1)
def _kin() -> dict[str, frozenset[str]]:
    """A word to the words that name the same land or people."""
    return {word: frozenset(group) for group in load("drafts")["kin"] for word in group}


def _known(word: str, vocabulary: frozenset[str]) -> bool:
    """Whether a source has the word, another form of it, or the country behind it."""
    folded = fold(word)
    forms = {folded, folded.removesuffix("s"), f"{folded}s"} | _kin().get(folded, frozenset())
    if folded in _titles() or not forms.isdisjoint(vocabulary):
        return True
    return not _codes(folded).isdisjoint(_codes_of(vocabulary))


def _codes(folded: str) -> frozenset[str]:
    """The countries that a word names, as country, people or capital."""
    known = gazetteer()
    tables = (known.names, known.demonyms, known.capitals)
    return frozenset(table[folded] for table in tables if folded in table)


@lru_cache(maxsize=4)
def _codes_of(vocabulary: frozenset[str]) -> frozenset[str]:
    return frozenset(code for word in vocabulary for code in _codes(word))


def _plain(text: str) -> str:
    return re.sub(r"['’]s\b|['’](?=\s)", "", text)


def _quotes(draft: Reading, passages: Passages) -> Iterator[DraftItem]:
    for speaker, part in quotations(draft):
        quoted = words(draft.article, part)
        if len(quoted) < LEAST:
            continue
        match = passages.best(quoted, draft.article)
        evidence = Evidence(draft.article, part, draft.sentence_at(part.start), speaker)
        support = Support.CONFIRMED if match else Support.UNSUPPORTED
        yield DraftItem(evidence, support, (match.article.id,) if match else ())
