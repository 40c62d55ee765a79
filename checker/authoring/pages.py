"""The manual page of a rule and of a pack, written from the rules themselves, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from checker.authoring.rule_tests import RuleTest, read_tests
from checker.model import Relation
from checker.rules.patterns import ClaimPattern, Conditions
from checker.rules.rule import ONE_TEXT, Rule
from checker.rules.rulesets import Pack, Ruleset
from checker.rules.vocabulary import Vocabulary

_EXAMPLES = 2


def rule_page(rule: Rule, vocabulary: Vocabulary | None, tests: Iterable[RuleTest], path: str = "") -> str:
    """What a rule finds and why, what it compares, and examples from its tests."""
    lines = [f"## {rule.id}", "", f"**{rule.title}**", "", rule.why, ""]
    lines += [f"- severity: {severity_text(rule)}"]
    lines += [f"- compares: {text}" for text in _compares(rule, vocabulary)]
    lines += [f"- since: {rule.since}"] if rule.since else []
    lines += ["- switched off unless the configuration names it"] if not rule.enabled else []
    lines += [f"- read more: {rule.link}"] if rule.link else []
    lines += [f"- file: `{path}`"] if path else []
    if rule.help:
        lines += ["", rule.help.strip()]
    examples = [test for test in tests if test.example.todo is None]
    for side, heading in (("finds", "Found"), ("quiet", "Not found")):
        chosen = [test for test in examples if getattr(test.example, side)][:_EXAMPLES]
        for test in chosen:
            accounts = " / ".join(f"“{' '.join(account.text.split())}”" for account in test.example.accounts)
            lines += ["", f"{heading}: {accounts}"]
    return "\n".join(lines) + "\n"


def pack_page(pack: Pack) -> str:
    """The page of a pack: when it is on, its vocabularies, its rules."""
    tests = read_tests(pack)
    known = {vocabulary.id: vocabulary for vocabulary in pack.vocabularies}
    file = pack.file
    lines = [f"# {file.title if file else pack.id}", ""]
    if file:
        lines += [file.about.strip(), ""]
        lines += ["Terms from:", "", *(f"- {source}" for source in file.sources), ""] if file.sources else []
        if file.tags or file.words:
            lines += [
                f"On when the set has the tag {_or(file.tags)}, or an article says {_or(file.words)}.",
                "",
            ]
    for vocabulary in pack.vocabularies:
        lines += [_vocabulary(vocabulary), ""]
    for rule, _ in pack.rule_files:
        used = known.get(rule.claim.value.vocabulary or "") if rule.claim else None
        lines.append(rule_page(rule, used, [test for test in tests if test.rule.id == rule.id]))
    return "\n".join(lines)


def _vocabulary(vocabulary: Vocabulary) -> str:
    kind = {
        "ladder": "a ladder, each saying more than the one before",
        "lattice": "parts and wholes",
        "exclusive": "one or another",
    }[vocabulary.kind]
    lines = [f"## Vocabulary {vocabulary.id}: {kind}", ""]
    lines += [vocabulary.about.strip(), ""] if vocabulary.about else []
    lines += [f"Source: {vocabulary.source}", ""] if vocabulary.source else []
    lines += ["| term | said by |", "|---|---|"]
    for name, term in vocabulary.terms.items():
        link = f" (part of {_or(term.part_of)})" if term.part_of else ""
        link = f" (beside {term.beside})" if term.beside else link
        lines.append(f"| {name}{link} | {'; '.join(term.words)} |")
    return "\n".join(lines)


def write_pages(ruleset: Ruleset, folder: Path) -> list[Path]:
    """Write `<pack>.md` for each pack into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for pack in ruleset.packs:
        path = folder / f"{pack.id}.md"
        path.write_text(pack_page(pack), encoding="utf-8")
        paths.append(path)
    return paths


def severity_text(rule: Rule) -> str:
    """The severity of a rule in words, by relation or by pair where it has several."""
    if isinstance(rule.compare.finding, dict):
        return ", ".join(
            f"{severity} where {relation}" for relation, severity in rule.compare.finding.items()
        )
    if isinstance(rule.severity, dict):
        return ", ".join(f"{severity} for {pair}" for pair, severity in rule.severity.items())
    return str(rule.severity)


def _compares(rule: Rule, vocabulary: Vocabulary | None) -> list[str]:
    if rule.check in ONE_TEXT:
        what = _claims(rule.claim, vocabulary) if rule.claim else _or([f"“{words}”" for words in rule.words])
        return [f"one text, its {rule.scope.part}: {rule.check.replace('_', ' ')} {what}"]
    if rule.claim is None:
        return [f"what the built-in check '{rule.check}' reads"]
    compare = rule.compare
    lines = [_claims(rule.claim, vocabulary)]
    lines += [f"only where the {_or(compare.same, 'and')} is the same"] if compare.same else []
    lines.append("a finding where they are " + _or([RELATIONS[relation] for relation in compare.finding]))
    lines += [f"{compare.within.text} apart is still the same"] if compare.within else []
    return lines


RELATIONS = {
    Relation.EQUAL: "the same",
    Relation.NARROWER: "narrower",
    Relation.BROADER: "broader",
    Relation.OVERLAPS: "partly the same",
    Relation.DISJOINT: "different",
}


def _claims(pattern: ClaimPattern, vocabulary: Vocabulary | None) -> str:
    value = pattern.value
    if vocabulary is not None:
        text = f"terms of {vocabulary.id}: {', '.join(value.terms or vocabulary.terms)}"
    else:
        text = f"{value.kind or value.vocabulary} values" + (f" in {value.unit}" if value.unit else "")
    text += f" of {_or(value.of)}" if value.of else ""
    text += f" ({value.dimension})" if value.dimension else ""
    text += f", near {_or(pattern.near)}" if pattern.near else ""
    held = _conditions(pattern.with_)
    return text + (f", with {held}" if held else "")


def _conditions(conditions: Conditions) -> str:
    parts = []
    for name in sorted(conditions.model_fields_set):
        given = getattr(conditions, name)
        parts.append(
            f"{name} {_or([str(item) for item in given])}" if isinstance(given, tuple) else f"{name} {given}"
        )
    return ", ".join(parts)


def _or(words: Iterable[str], word: str = "or") -> str:
    *others, last = words or [""]
    return f"{', '.join(others)} {word} {last}" if others else last
