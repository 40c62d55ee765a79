"""Whom a single word names: "Putin", "Clinton", "Xi", "Goldman" – decided article by article.

A name alone belongs to the one who is named in full in the same article; where no one is, to the only
one of the set. Where several could be meant, honorific and nearness decide, or no one is chosen.
"""

from __future__ import annotations

from collections import defaultdict

from checker.actors.forms import Form
from checker.actors.merging import Cluster, sound
from checker.actors.names import Seen
from checker.lexical.gazetteer import gazetteer
from checker.model import ActorKind

_NEAR = 60  # tokens: about two sentences


def place_singles(clusters: list[Cluster]) -> list[Cluster]:
    """Give the mentions of single-word forms to full names; what is left stays as it is."""
    full = [c for c in clusters if c.kind is ActorKind.PERSON and any(len(f.key) > 1 for f in c.forms)]
    last: dict[str, list[Cluster]] = defaultdict(list)
    other: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in full:
        for name in sorted({sound(f.key[-1]) for f in cluster.forms if len(f.key) > 1}):
            last[name].append(cluster)
        inner = {sound(w) for f in cluster.forms if len(f.key) > 1 for w in f.key[:-1] if len(w) > 1}
        for name in sorted(inner - {sound(f.key[-1]) for f in cluster.forms}):
            other[name].append(cluster)
    named = {id(c): _by_article(c) for c in full}
    rest: list[Cluster] = []
    for cluster in clusters:
        form = cluster.forms[0]
        if len(cluster.forms) > 1 or (len(form.key) != 1 and not form.country):
            rest.append(cluster)
            continue
        word = sound(form.key[0]) if not form.country else sound(form.seen[0].text.lower())
        _place(cluster, form, last.get(word, []), other.get(word, []), named)
        if form.seen:
            rest.append(cluster)
    return rest


def _by_article(cluster: Cluster) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for form in cluster.forms:
        for one in form.seen:
            if len(one.key) > 1:
                found[one.article].append(one.first)
    return {article: sorted(places) for article, places in found.items()}


def _place(
    own: Cluster,
    form: Form,
    last: list[Cluster],
    other: list[Cluster],
    named: dict[int, dict[int, list[int]]],
) -> None:
    left: list[Seen] = []
    place = form.country is not None or " ".join(form.key) in gazetteer().capitals
    for one in form.seen:
        if one.label != "PERSON" and (place or one.located):
            left.append(one)
            continue
        found = _choose(one, last, named, strict=place)
        if found is None and not last:
            found = _choose(one, other, named, strict=form.kind is not ActorKind.PERSON)
        if found is None:
            left.append(one)
            continue
        found.seen.append(one)
        found.reasons.append(f"{form.shown} alone: the only one so named in reach is {found.main.shown}")
    if left and len(last) > 1:
        for candidate in last:
            own.doubts.append(f"{candidate.main.shown}: {form.shown} alone may be one of several")
    form.seen = left


def _choose(
    one: Seen, candidates: list[Cluster], named: dict[int, dict[int, list[int]]], *, strict: bool
) -> Cluster | None:
    fitting = [c for c in candidates if not one.honorific or c.gender() in ("", one.honorific)]
    here = [c for c in fitting if one.article in named[id(c)]]
    if len(here) == 1:
        return here[0]
    if not here:
        return fitting[0] if len(fitting) == 1 and not strict else None
    near = {id(c): max((p for p in named[id(c)][one.article] if p < one.first), default=-1) for c in here}
    best = max(here, key=lambda c: near[id(c)])
    rivals = [c for c in here if c is not best and near[id(c)] >= 0 and one.first - near[id(c)] < _NEAR]
    if near[id(best)] >= 0 and one.first - near[id(best)] < _NEAR and not rivals:
        return best
    return _foremost(one, here, named)


def _foremost(one: Seen, here: list[Cluster], named: dict[int, dict[int, list[int]]]) -> Cluster | None:
    """The one named in full first and twice as often: the others are given their first names again."""
    counts = {id(c): len(named[id(c)][one.article]) for c in here}
    best = max(here, key=lambda c: (counts[id(c)], -named[id(c)][one.article][0]))
    others = [c for c in here if c is not best]
    first = named[id(best)][one.article][0]
    if any(counts[id(best)] < 2 * counts[id(c)] or named[id(c)][one.article][0] < first for c in others):
        return None
    return best
