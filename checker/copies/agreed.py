"""Which sources carry one copy."""

from __future__ import annotations

from collections import defaultdict

from checker.model import Role
from checker.readings import SetReading

_SHARE = 0.25  # of the shorter text's words: from here on two sources carry one copy


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
