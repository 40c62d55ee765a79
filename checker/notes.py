"""What a report says of the rules that were in force."""

from __future__ import annotations

from collections.abc import Iterable

from checker.model import RuleNote
from checker.rules.rule import Rule


def notes(rules: Iterable[Rule]) -> tuple[RuleNote, ...]:
    """Each rule's title, reason and help, with the worst severity it reports."""
    return tuple(_note(rule) for rule in rules)


def _note(rule: Rule) -> RuleNote:
    what = rule.check or (rule.claim and (rule.claim.value.kind or rule.claim.value.vocabulary))
    tags = tuple(dict.fromkeys((rule.pack, *([str(what)] if what else ()))))
    return RuleNote(rule.id, rule.title, rule.why, rule.worst, rule.help, rule.link, tags)
