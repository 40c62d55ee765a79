"""The words that report, from rules/vocabulary/reporting.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from checker.data import load
from checker.model import Attitude


@dataclass(frozen=True, slots=True)
class Frames:
    """What a reporting word takes, each with the attitude that it then shows."""

    takes: dict[str, Attitude]

    def get(self, kind: str) -> Attitude | None:
        return self.takes.get(kind)


@dataclass(frozen=True, slots=True)
class Reporting:
    verbs: dict[str, Frames]
    nouns: dict[str, Frames]
    adjectives: dict[str, Frames]
    beside_quotations: frozenset[str]
    with_hearer: frozenset[str]
    labels: frozenset[str]
    sources: frozenset[str]
    documents: frozenset[str]
    prepositions: tuple[tuple[str, ...], ...]


def _frames(groups: list[dict[str, object]]) -> dict[str, Frames]:
    found: dict[str, Frames] = {}
    for group in groups:
        attitude = Attitude(str(group.get("attitude", "said")))
        takes = group["takes"]
        assert isinstance(takes, list)
        for word in str(group["words"]).split():
            frames = found.setdefault(word, Frames({}))
            for kind in takes:
                frames.takes.setdefault(str(kind), attitude)
    return found


@lru_cache(maxsize=1)
def reporting() -> Reporting:
    data = load("reporting")
    return Reporting(
        _frames(data["verbs"]),
        _frames(data["nouns"]),
        _frames(data["adjectives"]),
        frozenset(str(data["beside_quotations"]).split()),
        frozenset(str(data["with_hearer"]).split()),
        frozenset(str(data["labels"]).split()),
        frozenset(str(data["sources"]).split()),
        frozenset(str(data["documents"]).split()),
        tuple(tuple(words.split()) for group in data["prepositions"] for words in group["words"]),
    )
