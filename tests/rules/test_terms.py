"""Terms of vocabularies found in parsed text, and how they relate."""

from __future__ import annotations

import pytest

from checker.language import parse
from checker.model import Article, Kind, Relation
from checker.rules.vocabulary import Vocabularies, Vocabulary, find_terms
from checker.rules.vocabulary_reading import read_vocabulary
from checker.yaml_files.marked_yaml import loads

LADDER = """
id: court
kind: ladder
terms:
  arrested: {words: [arrest, take into custody], except: [arrest warrant, cardiac arrest]}
  charged: {words: [charge with, charged, press charges]}
  convicted: {words: [convict, find guilty], not_after: [ex]}
  acquitted: {words: [acquit, find not guilty, clear of], beside: convicted}
"""
LATTICE = """
id: scope
kind: lattice
terms:
  full: {words: full/complete cease-fire}
  both: {words: energy and infrastructure, part_of: full}
  energy: {words: [energy (and power) site/facility, energy], part_of: both}
  roads: {words: [road], part_of: both}
  grid: {words: power grid, part_of: [energy]}
  sea: {words: Black Sea, part_of: full}
"""


def vocabulary(text: str) -> Vocabulary:
    return read_vocabulary(loads(text, "v.yaml"))


def terms(sentence: str, *texts: str) -> list[tuple[str, str]]:
    (doc,) = parse([sentence])
    found = find_terms(doc, Article("a", sentence), Vocabularies(vocabulary(text) for text in texts))
    assert all(value.kind is Kind.TERM and sentence[slice(*value.span)] == value.text for value in found)
    return [(value.stated[0], value.text) for value in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Police arrested two men.", [("arrested", "arrested")]),
        ("Two men were taken into custody.", [("arrested", "taken into custody")]),
        ("A judge issued an arrest warrant.", []),
        ("He died of a cardiac arrest before they could arrest him.", [("arrested", "arrest")]),
        ("She was charged with fraud.", [("charged", "charged with")]),
        ("The charge was fraud.", []),
        ("The jury found him guilty.", []),
        ("Jurors find guilty those who confess.", [("convicted", "find guilty")]),
        ("The ex-convict left.", []),
        ("He was arrested, charged and acquitted.", ["arrested", "charged", "acquitted"]),
        ("He was found not guilty of murder.", [("acquitted", "found not guilty")]),
        ("They were taken home. Into custody went nobody.", []),
    ],
)
def test_ladder_words(sentence: str, expected: list[object]) -> None:
    found = terms(sentence, LADDER)
    assert [item if isinstance(item, tuple) else (item, item) for item in expected] == found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They want a full ceasefire.", [("full", "full ceasefire")]),
        ("They want a complete cease-fire.", [("full", "complete cease-fire")]),
        ("They want a “full” cease fire now.", [("full", "full” cease fire")]),
        ("An energy-and-infrastructure truce began.", [("both", "energy-and-infrastructure")]),
        ("Strikes on energy sites stop.", [("energy", "energy sites")]),
        ("Strikes on energy and power facilities stop.", [("energy", "energy and power facilities")]),
        ("Ships crossed the Black Sea.", [("sea", "Black Sea")]),
        ("The sea was black; a black sea.", []),
        ("The roads and the power grid are spared.", [("roads", "roads"), ("grid", "power grid")]),
    ],
)
def test_lattice_words(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert terms(sentence, LATTICE) == expected


def test_terms_of_two_vocabularies_do_not_compete() -> None:
    other = "id: other\nkind: exclusive\nterms: {truce: [cease-fire], war: [war]}"
    assert terms("A full ceasefire.", LATTICE, other) == [("full", "full ceasefire"), ("truce", "ceasefire")]


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("charged", "charged", Relation.EQUAL),
        ("convicted", "charged", Relation.NARROWER),
        ("arrested", "acquitted", Relation.BROADER),
        ("convicted", "acquitted", Relation.DISJOINT),
    ],
)
def test_ladder_relations(a: str, b: str, relation: Relation) -> None:
    assert vocabulary(LADDER).relation(a, b) is relation
    assert vocabulary(LADDER).relation(b, a) is relation.swapped()


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("energy", "full", Relation.NARROWER),
        ("both", "grid", Relation.BROADER),
        ("energy", "roads", Relation.DISJOINT),
        ("sea", "both", Relation.DISJOINT),
    ],
)
def test_lattice_relations(a: str, b: str, relation: Relation) -> None:
    assert vocabulary(LATTICE).relation(a, b) is relation
    assert vocabulary(LATTICE).relation(b, a) is relation.swapped()


def test_wholes_that_share_a_part_overlap() -> None:
    shared = (
        "id: v\nkind: lattice\nterms: {a: {words: [a]}, b: {words: [b]}, c: {words: [c], part_of: [a, b]}}"
    )
    assert vocabulary(shared).relation("a", "b") is Relation.OVERLAPS


def test_exclusive_terms_are_disjoint() -> None:
    assert (
        vocabulary("id: v\nkind: exclusive\nterms: {a: [x], b: [y]}").relation("a", "b") is Relation.DISJOINT
    )
