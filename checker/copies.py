"""One agency's copy in several outlets is one source, not several: say so, and do not count it thrice."""

from __future__ import annotations

import re
from collections import defaultdict

from checker.model import Role
from checker.readings import SetReading

_WORDS = re.compile(r"\w+")
_RUN = 12  # words in a row that two writers do not choose alike
_SHARE = 0.25  # of the shorter text's runs


def shared(reading: SetReading) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more source articles that share at least a quarter of their runs of twelve words."""
    runs: dict[str, set[int]] = {}
    holders: dict[int, set[str]] = defaultdict(set)
    for item in reading.articles:
        if item.article.role is not Role.SOURCE:
            continue
        words = _WORDS.findall(item.article.text.lower())
        found = {hash(tuple(words[i : i + _RUN])) for i in range(len(words) - _RUN + 1)}
        runs[item.article.id] = found
        for run in found:
            holders[run].add(item.article.id)
    pairs: dict[tuple[str, str], int] = defaultdict(int)
    for ids in holders.values():
        ordered = sorted(ids)
        for other in ordered[1:]:
            pairs[ordered[0], other] += 1
    groups: dict[str, set[str]] = {}
    for (a, b), count in sorted(pairs.items()):
        if count >= _SHARE * min(len(runs[a]), len(runs[b])):
            group = groups.setdefault(a, {a})
            group.add(b)
            groups[b] = group
    unique = {tuple(sorted(group)) for group in groups.values()}
    return tuple(sorted(unique))
