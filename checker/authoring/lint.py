"""What is well formed and still wrong with rules: they cannot match, have no tests, or overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.authoring.rule_tests import missing_tests, read_tests
from checker.data import load
from checker.errors import CheckerError, allowed_hint
from checker.model import Kind, Relation
from checker.rules.messages import fields
from checker.rules.phrases import expand
from checker.rules.rule import Rule
from checker.rules.rulesets import Pack, Ruleset, shown
from checker.rules.vocabulary import Vocabulary
from checker.yaml_files.marked_yaml import Loc, Marked

_CURRENCY = re.compile(r"[A-Z]{3}(?:/|$)")
_COUNTED = (Kind.COUNT, Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE, Kind.DURATION)


def lint(ruleset: Ruleset) -> list[CheckerError]:
    """Every fault of every pack, in the order of the files."""
    known = {vocabulary.id: vocabulary for pack in ruleset.packs for vocabulary in pack.vocabularies}
    ruleset.all()
    faults: list[CheckerError] = []
    for pack in ruleset.packs:
        for rule, marked in pack.rule_files:
            faults += _rule_faults(rule, marked, known)
        faults += missing_tests(pack, read_tests(pack))
        faults += _overlaps(pack)
        faults += _unused(pack, ruleset)
        faults += _unread(pack)
    return faults


def _rule_faults(rule: Rule, marked: Marked, known: dict[str, Vocabulary]) -> Iterator[CheckerError]:
    yield from _stances(rule, marked)
    if rule.claim is None or rule.check is not None:
        return
    pattern, relations = rule.claim.value, set(rule.compare.finding)
    vocabulary = known.get(pattern.vocabulary or "")
    named = fields(rule.message)
    if not any(name.startswith("a") for name in named) or not any(name.startswith("b") for name in named):
        yield marked.error(
            "the message names only one side", ("message",), hint="name both, as {a.words} and {b.words}"
        )
    if vocabulary is not None:
        possible = _possible(vocabulary, pattern.terms)
        never = sorted(relations - possible)
        if never == sorted(relations):
            hint = f"terms of {vocabulary.id!r} are to each other: {', '.join(sorted(possible))}"
            yield marked.error("this rule can never find anything", ("compare", "finding"), hint=hint)
    if pattern.of and pattern.kind not in _COUNTED:
        hint = "delete 'of:'; words of the sentence go into 'near:'"
        why = f"'of' has no meaning for the kind '{pattern.kind}'"
        yield marked.error(why, ("claim", "value", "of"), hint=hint, key=True)
    yield from _units(rule, marked)
    with_, except_ = rule.claim.with_, rule.claim.except_
    if except_ and set(except_.terms) >= set(pattern.terms or (vocabulary.terms if vocabulary else ("",))):
        yield marked.error("every term is left alone, so nothing can match", ("claim", "except", "terms"))
    if (
        except_
        and not except_.with_.empty
        and except_.with_ == with_
        and not (except_.near or except_.of or except_.terms)
    ):
        yield marked.error("what 'with' wants 'except' leaves alone", ("claim", "except"), key=True)


def _units(rule: Rule, marked: Marked) -> Iterator[CheckerError]:
    """Units and dimensions that no value has."""
    pattern = rule.claim.value if rule.claim else None
    if pattern is None:
        return
    if pattern.kind is Kind.MONEY and pattern.unit and not _CURRENCY.match(pattern.unit):
        hint = "write its code in three capitals: USD, EUR, GBP"
        yield marked.error(f"{pattern.unit!r} is no currency", ("claim", "value", "unit"), hint=hint)
    known = load("units")["dimensions"]
    if pattern.kind is Kind.MEASURE and pattern.dimension and pattern.dimension not in known:
        hint = allowed_hint(pattern.dimension, known, "dimensions")
        message = f"{pattern.dimension!r} is no dimension"
        yield marked.error(message, ("claim", "value", "dimension"), hint=hint)


def _unread(pack: Pack) -> Iterator[CheckerError]:
    """Files that look like rules, and are not read."""
    for path in sorted(pack.folder.glob("*.yml")):
        yield CheckerError(
            "this file is not read", path=shown(path), line=1, hint=f"name it {path.stem}.yaml"
        )


def _possible(vocabulary: Vocabulary, terms: tuple[str, ...]) -> set[Relation]:
    chosen = [term for term in terms or vocabulary.terms if term in vocabulary.terms]
    return {vocabulary.relation(a, b) for a in chosen for b in chosen}


def _stances(rule: Rule, marked: Marked) -> Iterator[CheckerError]:
    known = load("stance")["stances"]
    places: list[tuple[tuple[str, ...], Loc]] = []
    if rule.claim:
        places.append((rule.claim.with_.stance, ("claim", "with", "stance")))
        if rule.claim.except_:
            places.append((rule.claim.except_.with_.stance, ("claim", "except", "with", "stance")))
    for stances, loc in places:
        for i, stance in enumerate(stances):
            if stance not in known:
                hint = allowed_hint(stance, known, "stances")
                yield marked.error(f"{stance!r} is not a stance", (*loc, i), hint=hint)


def _overlaps(pack: Pack) -> Iterator[CheckerError]:
    """Two terms of a vocabulary that one text can say in equally many words."""
    for vocabulary in pack.vocabularies:
        owners: dict[tuple[str, ...], str] = {}
        for term, entry in vocabulary.terms.items():
            for phrase in entry.words:
                for form in expand(phrase):
                    lower = tuple(word.lower() for word in form)
                    owner = owners.setdefault(lower, term)
                    if owner != term:
                        yield CheckerError(
                            f"{vocabulary.id}: {phrase!r} says {term!r}, and but for capitals {owner!r} too",
                            path=str(pack.folder),
                            hint="leave the words with one of the two terms",
                        )


def _unused(pack: Pack, ruleset: Ruleset) -> Iterator[CheckerError]:
    used = {
        rule.claim.value.vocabulary for other in ruleset.packs for rule, _ in other.rule_files if rule.claim
    }
    for vocabulary in pack.vocabularies:
        if vocabulary.id not in used:
            yield CheckerError(f"no rule uses the vocabulary {vocabulary.id!r}", path=str(pack.folder))
