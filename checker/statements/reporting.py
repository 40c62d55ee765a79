"""The words that report, from rules/vocabulary/reporting.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from checker.data import load
from checker.model import Attitude

Frames = dict[str, Attitude]
"""What a reporting word takes, each with the attitude that it then shows."""


@dataclass(frozen=True, slots=True)
class Reporting:
    verbs: dict[str, Frames]
    nouns: dict[str, Frames]
    adjectives: dict[str, Frames]
    prepositions: tuple[tuple[str, ...], ...]
    with_hearer: frozenset[str]
    sources: frozenset[str]
    documents: frozenset[str]


def _frames(groups: list[dict[str, Any]]) -> dict[str, Frames]:
    found: dict[str, Frames] = {}
    for group in groups:
        attitude = Attitude(group.get("attitude", "said"))
        for word in group["words"].split():
            found[word] = dict.fromkeys(group["takes"], attitude) | found.get(word, {})
    return found


@lru_cache(maxsize=1)
def reporting() -> Reporting:
    data = load("reporting")
    found: dict[str, Any] = {part: _frames(data[part]) for part in ("verbs", "nouns", "adjectives")}
    found |= {name: frozenset(words.split()) for name, words in data.items() if isinstance(words, str)}
    prepositions = tuple(tuple(words.split()) for group in data["prepositions"] for words in group["words"])
    return Reporting(**found, prepositions=prepositions)
