"""What two accounts have in the same words they agree on, whatever else the one of them says elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from checker.model import Evidence, Finding, Role, Verdict
from checker.readings import Parallel, SetReading, parallels_at

_NUMBER = re.compile(r"\d+(?:[,\s]\d{3})*\b")  # groups of digits, parted by a comma or any space
_AROUND = 4  # words on either side that are the same, too
_SHARE = 0.25  # of the shorter text's words: from here on two sources carry one copy


def without_agreed(found: Sequence[Finding], reading: SetReading) -> list[Finding]:
    """The findings, without those of two accounts of which one has in another place what the other says."""
    return [f for f in found if f.verdict is not Verdict.CONTRADICTION or not _is_agreed(f, reading)]


def _is_agreed(finding: Finding, reading: SetReading) -> bool:
    pair = frozenset(e.article.id for e in finding.evidence)
    if len(pair) != 2 or len({e.side for e in finding.evidence}) != 2:
        return False
    told = {_number_at(e) for e in finding.evidence}
    if len(told) > 1 and len({_digits(number) for number in told}) == 1:
        return True  # one number, its groups parted in another way
    return any(
        _has_elsewhere(parallel, e, [o for o in finding.evidence if o.side != e.side])
        for e in finding.evidence
        for parallel in parallels_at(reading, e.article.id, e.span)
        if {parallel.draft.article.id, parallel.source.article.id} == pair
    )


def _number_at(e: Evidence) -> str:
    """The number at some words, whatever parts its groups: "12,214", "12 214"."""
    runs = _NUMBER.finditer(e.article.text, e.sentence.start, max(e.sentence.end, e.span.end))
    return next((m.group() for m in runs if m.start() < e.span.end and e.span.start < m.end()), "")


def _digits(number: str) -> str:
    return "".join(c for c in number if c.isdigit())


def _has_elsewhere(parallel: Parallel, e: Evidence, others: Sequence[Evidence]) -> bool:
    """Whether a passage has the words of the evidence in common, and not where the others stand."""
    ours = e.article is parallel.draft.article
    words = parallel.words_at(parallel.draft if ours else parallel.source, e.span)
    if not words:
        return False
    partner = parallel.partner if ours else {j: i for i, j in parallel.partner.items()}
    around = range(words[0] - _AROUND, words[-1] + _AROUND + 1)
    if not all(i in partner for i in around):
        return False
    place = [(parallel.b if ours else parallel.a)[partner[i]].span for i in around]
    return not any(o.sentence.overlaps(span) for o in others for span in place)


def shared_copies(reading: SetReading) -> tuple[tuple[str, ...], ...]:
    """Groups of source articles that have at least a quarter of the shorter one's words from one copy."""
    common: dict[tuple[str, str], int] = defaultdict(int)
    for p in reading.parallels:
        if p.draft.article.role is Role.SOURCE:
            common[p.source.article.id, p.draft.article.id] += len(p.partner)
    length = {item.article.id: len(item.tokens) for item in reading.articles}
    groups: dict[str, set[str]] = {}
    for (a, b), count in sorted(common.items()):
        if count >= _SHARE * min(length[a], length[b]):
            group = groups.get(a, {a}) | groups.get(b, {b})
            groups.update(dict.fromkeys(group, group))
    return tuple(sorted({tuple(sorted(group)) for group in groups.values()}))
