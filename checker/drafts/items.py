"""How each value, name and quotation of a draft stands against its sources.

Confirmed: a source has it, in whatever words. Disputed or updated: a finding says so. Unsupported: no
source has anything like it. A number is also confirmed where a source has the same figure as another
kind of value ("Jones, 41" and "41-year-old"), and a name where a source has all its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from checker.claims.no_claims import is_rest
from checker.comparison import DRAFT, Reason, why
from checker.drafts.derived import worked_out
from checker.drafts.names import names_of
from checker.drafts.zeros import says_none
from checker.model import (
    DraftItem,
    Evidence,
    Finding,
    Kind,
    Support,
    Value,
    Verdict,
)
from checker.quotations.gaps import has_gap, pieces, plain
from checker.quotations.passages import passages_of
from checker.quotations.wordings import LEAST, quotations, words_in
from checker.readings import Reading, SetReading, once
from checker.values.none_of import NONE
from checker.values.numerals import find_numerals
from checker.verdicts import evidence, evidence_of

_TIMED = frozenset({Kind.DATE, Kind.TIME})
_MEASURED = frozenset({Kind.DURATION, Kind.MEASURE, Kind.MONEY, Kind.PERCENTAGE, Kind.TIME})
_SMALL = frozenset(str(n) for n in range(2, 13))
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def draft_items(reading: SetReading, found: Sequence[Finding]) -> tuple[DraftItem, ...]:
    """Every item of every draft, with the findings taken into account."""
    touched = [(e, f) for f in found for e in f.evidence if f.verdict is not Verdict.UNSUPPORTED]
    items = []
    for item in assess(reading):
        hits = [f for e, f in touched if _same_place(e, item.evidence)]
        if hits and item.support is not Support.UNSUPPORTED:
            updated = all(f.verdict is Verdict.SUPERSEDED for f in hits)
            items.append(replace(item, support=Support.UPDATED if updated else Support.DISPUTED))
        elif hits:
            items.append(replace(item, support=Support.DISPUTED))
        else:
            items.append(item)
    return tuple(items)


def _same_place(a: Evidence, b: Evidence) -> bool:
    return a.article is b.article and a.span.overlaps(b.span)


@once
def assess(reading: SetReading) -> Sequence[DraftItem]:
    """Every item of every draft, confirmed or unsupported, in the order of the text."""
    sources = reading.sources
    if not sources:
        return []
    items: list[DraftItem] = []
    for draft in reading.drafts:
        items += _values(draft, reading)
        items += names_of(draft, reading)
        items += _quotes(draft, reading)
    return sorted(items, key=lambda item: item.evidence.span)


def _values(draft: Reading, reading: SetReading) -> Iterator[DraftItem]:
    sources = reading.sources
    known_figures = {s.article.id: figures(s) for s in sources}
    # which day "Monday" is depends on the tense around it: the same words are the same day
    dated = {s.article.id: {v.text.lower() for v in s.values if v.kind is Kind.DATE} for s in sources}
    claims = {id(claim.value): claim for claim in draft.claims}
    for value in draft.values:
        if value.kind is Kind.TERM or NONE in value.notes:
            continue
        claim = claims.get(id(value))
        key = (value.kind, value.dimension)
        alike = [(s, comparable_values(s).get(key, ())) for s in sources]
        by = [s.article.id for s, others in alike if any(_backs(other, value) for other in others)]
        stated = set(value.stated or _numbers(value.text))
        if stated and (value.stated or value.bounds.low is None):
            by = by or [
                s.article.id
                for s in sources
                if stated <= known_figures[s.article.id] and not _only_of_lengths(value, stated, s)
            ]
        by = by or [name for name, said in dated.items() if value.text.lower() in said]
        by = by or [s.article.id for s in sources if worked_out(value, draft, s, reading)]
        if not by and stated == {"0"}:
            sentence = draft.sentence_at(value.span.start)
            by = [s.article.id for s in sources if says_none(s, draft, sentence)]
        if not by and (_says_little(value) or is_rest(draft.article, value)):
            continue
        if not by and _may_be(value, [other for _, others in alike for other in others]):
            continue
        shown = evidence_of(claim) if claim else evidence(draft, value.span, ", ".join(value.stated))
        yield DraftItem(shown, Support.CONFIRMED if by else Support.UNSUPPORTED, tuple(by))


@once
def comparable_values(source: Reading) -> Mapping[tuple[Kind, str], Sequence[Value]]:
    """The values of an article by what makes values comparable."""
    found: dict[tuple[Kind, str], list[Value]] = {}
    for value in source.values:
        found.setdefault((value.kind, value.dimension), []).append(value)
    return found


def _says_little(value: Value) -> bool:
    """Whether there is nothing to look for: "last year" of no date, "a day after", "full-year"."""
    if value.kind is Kind.DURATION:
        return value.text.lower().startswith(("a ", "an ", "full"))
    return value.bounds.low is None and value.bounds.high is None and not _numbers(value.text)


def _numbers(text: str) -> list[str]:
    """The numbers of a phrase as plain decimals: "17 years ago"."""
    return [n for numeral in find_numerals(text) if not numeral.article for n in numeral.stated]


def _backs(source: Value, value: Value) -> bool:
    """Whether a source's value, of whatever it is, backs a draft's: days may be told more closely."""
    found = why(value, source, DRAFT)
    return (found.backs and found.reason is not Reason.FAR_OFF) or (value.kind in _TIMED and found.agrees)


def _may_be(value: Value, alike: Iterable[Value]) -> bool:
    """Whether some source's value near it leaves room for a draft's, and says less."""
    found = [why(value, other, DRAFT) for other in alike]
    return any(c.agrees and c.reason in (Reason.MORE_PRECISE, Reason.LIMIT_BROKEN) for c in found)


def _only_of_lengths(value: Value, stated: set[str], source: Reading) -> bool:
    """Whether a small number of things is only that of an amount or a length: "two weeks" for "two cows"."""
    if value.kind is not Kind.COUNT or value.counted is None or not all(n in _SMALL for n in stated):
        return False
    alike = [v for v in source.values if stated & set(v.stated)]
    return bool(alike) and all(v.kind in _MEASURED for v in alike)


@once
def figures(source: Reading) -> set[str]:
    """Every number of a source as a plain decimal, whatever it is the number of."""
    found = {m.group().replace(",", "") for m in _NUMBER.finditer(source.article.text)}
    for value in source.values:
        found.update(value.stated)
    return found


def _quotes(draft: Reading, reading: SetReading) -> Iterator[DraftItem]:
    for speaker, part in quotations(draft):
        whole = words_in(draft, part)
        between = [words for _, words in pieces(draft, part) if len(plain(words)) >= LEAST]
        if len(whole) < LEAST or (has_gap(draft.article, part) and not between):
            continue
        found = [passages_of(reading).best(quoted, draft.article) for quoted in between or [whole]]
        by = tuple(dict.fromkeys(match.article.id for match in found if match))
        quote = Evidence(draft.article, part, draft.sentence_at(part.start), speaker)
        support = Support.CONFIRMED if all(found) else Support.UNSUPPORTED
        yield DraftItem(quote, support, by, "quotation")
