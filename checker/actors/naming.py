"""How an actor is shown and identified."""

from __future__ import annotations

import re
from collections import Counter

from checker.actors.merging import Cluster
from checker.actors.wording import wording
from checker.lexical.gazetteer import fold, gazetteer
from checker.model import ActorKind


def name_of(cluster: Cluster) -> str:
    """A country's usual name; else what is written most, for a person best with a given name."""
    if cluster.country:
        return gazetteer().countries[cluster.country].name
    if cluster.seen:
        counted = Counter(one.text for one in cluster.seen)
        known = wording().given.keys() | wording().gender.keys() if cluster.kind is ActorKind.PERSON else ()

        def rank(text: str) -> tuple[bool, bool, int, int, str]:
            pieces = text.split()
            return len(pieces) > 1, fold(pieces[0]) in known, counted[text], len(text), text

        return max(counted, key=rank)
    return cluster.called


def id_for(kind: ActorKind, name: str, used: set[str]) -> str:
    """An id that reads like the name and is not in `used`, to which it is added."""
    base = f"{kind}:" + re.sub(r"[^\w]+", "-", fold(name)).strip("-")
    chosen, number = base, 2
    while chosen in used:
        chosen, number = f"{base}-{number}", number + 1
    used.add(chosen)
    return chosen
