"""The words of rules/vocabulary/actors.yaml, folded and turned into tables once."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from checker.data import load
from checker.lexical.gazetteer import fold


@dataclass(frozen=True, slots=True)
class Wording:
    honorifics: dict[str, str]  # word → m, f or ""
    offices: dict[tuple[str, ...], str]  # words of an office → its name
    office_starts: frozenset[str]
    heads: frozenset[str]
    leader_offices: frozenset[str]
    leader_words: frozenset[str]
    past_words: frozenset[str]
    acting_words: frozenset[str]
    ranks: frozenset[str]
    bodies: frozenset[str]
    place_words: frozenset[str]
    place_firsts: frozenset[str]
    legal_forms: frozenset[str]
    exchanges: frozenset[str]
    small_words: frozenset[str]
    styles: frozenset[str]
    weak_firsts: frozenset[str]
    metonyms: dict[str, str]  # folded name → country code
    same: dict[str, str]
    state_bodies: frozenset[str]
    spellings: dict[str, str]
    given: dict[str, str]
    sounds: tuple[tuple[str, str], ...]
    transliterations: tuple[tuple[str, str], ...]
    endings: tuple[tuple[str, str], ...]
    gender: dict[str, str]
    company_words: frozenset[str]
    body_words: frozenset[str]
    public_bodies: frozenset[str]
    no_names: frozenset[str]
    no_starts: frozenset[str]
    common_words: frozenset[str]
    initials: dict[str, str]  # folded short name → folded full name


def _groups(groups: list[list[str]]) -> dict[str, str]:
    return {fold(word): fold(group[0]) for group in groups for word in group}


@lru_cache(maxsize=1)
def wording() -> Wording:
    """Everything, loaded on first use."""
    raw = load("actors")
    offices = {tuple(w.split()): name for name, words in raw["offices"].items() for w in words}
    women, men = ({fold(name) for name in raw[key]} for key in ("women", "men"))
    honorifics = {"male": "m", "female": "f", "either": ""}
    made: dict[str, Any] = {
        "honorifics": {word: honorifics[k] for k, words in raw["honorifics"].items() for word in words},
        "offices": offices,
        "office_starts": frozenset(words[0] for words in offices),
        "metonyms": {fold(name): code for code, names in raw["metonyms"].items() for name in names},
        "gender": dict.fromkeys(women - men, "f") | dict.fromkeys(men - women, "m"),
        "company_words": frozenset(raw["descriptions"]["company"]),
        "body_words": frozenset(raw["descriptions"]["body"]),
    }
    made |= {name: _groups(raw[name]) for name in ("same", "spellings", "given", "initials")}
    made |= {name: tuple(map(tuple, raw[name])) for name in ("sounds", "transliterations", "endings")}
    plain: dict[str, Any] = {
        field.name: frozenset(raw[field.name]) for field in fields(Wording) if field.name not in made
    }
    return Wording(**made, **plain)
