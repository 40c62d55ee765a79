"""The cue words of rules/vocabulary as tables: verbs and nouns by their lemmas, adjectives as written."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from checker.data import load
from checker.model import Modality

Kind = Literal["stance", "modality", "negation"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One cue. `tail` are the words that must follow a verb, `lead` those that must stand before a noun."""

    kind: Kind
    value: str  # a stance, a modality, or "" for a negation
    tail: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    prepositions: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    object_holds: bool = False
    tail_holds: bool = False
    infinitive_only: bool = False
    passive_infinitive: bool = False
    clause_only: bool = False
    takes_object: bool = True
    factive: bool = False
    needs: str = ""  # "light" or "owner"
    compound: bool = False
    of_others: bool = False
    addressee: bool = False
    present: bool = False  # "has to go", not "had to go", which was done
    owned_of: bool = False
    two_objects: bool = False
    base_clause: bool = False
    transparent: bool = False  # only lets the climb through: "no evidence that"
    unable: str | None = None
    denied: str | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """A term of the stance vocabulary; see rules/vocabulary/stance.yaml."""

    name: str
    position: frozenset[str]
    denial: str
    modal_denial: str
    modality: Modality


@dataclass(frozen=True, slots=True)
class Lexicon:
    verbs: dict[str, list[Entry]] = field(default_factory=dict)
    nouns: dict[str, list[Entry]] = field(default_factory=dict)
    adjectives: dict[str, list[Entry]] = field(default_factory=dict)
    light_subject: frozenset[str] = frozenset()
    light_giver: frozenset[str] = frozenset()
    stances: dict[str, Stance] = field(default_factory=dict)
    auxiliaries: dict[str, str] = field(default_factory=dict)  # word → modality name or "able"
    modifiers: dict[str, str] = field(default_factory=dict)
    strength: dict[Modality, int] = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)  # named closed classes
    contrasts: tuple[tuple[str, ...], ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()  # conditions of several words


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The shipped cues, read once."""
    stance, modality, negation = load("stance"), load("modality"), load("negation")
    tables: dict[str, dict[str, list[Entry]]] = {"verbs": {}, "nouns": {}, "adjectives": {}}
    for kind, data in (("stance", stance), ("modality", modality), ("negation", negation)):
        for part, table in tables.items():
            for group in data.get(part, ()):
                _add_group(table, part, kind, group)
    return Lexicon(
        **tables,
        light_subject=frozenset(phrase.split()[0] for phrase in stance["light_verbs"]["subject"]),
        light_giver=frozenset(phrase.split()[0] for phrase in stance["light_verbs"]["giver"]),
        stances={name: _stance(name, facts) for name, facts in stance["stances"].items()},
        auxiliaries={word: name for name, words in modality["auxiliaries"].items() for word in words},
        modifiers={word: name for name, words in modality["modifiers"].items() for word in words},
        strength={Modality(name): i for i, name in enumerate(modality["order"])},
        words={
            name: frozenset(words)
            for data in (stance, modality, negation)
            for name, words in data.items()
            if isinstance(words, list) and all(isinstance(word, str) for word in words)
        },
        contrasts=tuple(tuple(words) for words in negation["contrasts"]),
        phrases=tuple(tuple(phrase.split()) for phrase in modality["condition_phrases"]),
    )


def _stance(name: str, facts: dict[str, Any]) -> Stance:
    return Stance(
        name,
        frozenset(facts["position"]),
        facts["not"],
        facts.get("not_modal", facts["not"]),
        Modality(facts.get("modality", "fact")),
    )


_READ = frozenset({"words", "stance", "modality", "holder", "object"})  # the other keys are fields of Entry


def _add_group(
    table: dict[str, list[Entry]],
    part: str,
    kind: Any,
    group: dict[str, Any],
) -> None:
    for phrase in group["words"]:
        head, lead, tail = _split(phrase, part)
        given: dict[str, Any] = {key: group[key] for key in group.keys() - _READ}
        given |= {key: frozenset(given[key]) for key in ("prepositions", "objects") if key in given}
        entry = Entry(
            kind,
            group.get("stance") or group.get("modality") or "",
            tail,
            lead,
            object_holds=group.get("holder") == "object",
            tail_holds=group.get("holder") == "tail",
            takes_object=kind != "modality" or group.get("object", False),
            **given,
        )
        table.setdefault(head, []).append(entry)
        table[head].sort(key=lambda known: -len(known.lead))


def _split(phrase: str, part: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    words = phrase.split()
    if part == "nouns":
        return words[-1], tuple(words[:-1]), ()
    return words[0], (), tuple(words[1:])
