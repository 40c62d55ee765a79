"""Running the tests beside the rules and telling how they went, once or on every change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from checker.authoring.rule_tests import Outcome, RuleTest, read_tests, run_tests
from checker.data import rules_folder
from checker.errors import CheckerError, near
from checker.rules.rulesets import Ruleset, forget, load_ruleset
from checker.saved import changes, state, yaml_in


def run(ids: Sequence[str], folders: tuple[Path, ...], tell: Callable[[str], object]) -> bool:
    """Run the tests of these rules or packs (of all, if none is named) and tell; True if all went right."""
    ruleset = load_ruleset(folders)
    tests = _chosen(ids, ruleset)
    outcomes = list(run_tests(tests, ruleset.all()))
    for outcome in outcomes:
        if not outcome.ok:
            tell(_told(outcome))
    wrong = sum(not outcome.ok for outcome in outcomes)
    missed = sum(outcome.missed for outcome in outcomes)
    passed = len(outcomes) - wrong - missed
    tell(f"{len(outcomes)} tests: {passed} passed, {missed} known misses, {wrong} failed")
    return not wrong


def _chosen(ids: Sequence[str], ruleset: Ruleset) -> list[RuleTest]:
    tests = [test for pack in ruleset.packs for test in read_tests(pack)]
    for name in ids:
        if name not in ruleset.names:
            raise CheckerError(f"no rule or pack {name!r}", hint=near(name, ruleset.names))
    return [test for test in tests if not ids or test.rule.id in ids or test.rule.pack in ids]


def _told(outcome: Outcome) -> str:
    test = outcome.test
    wanted = "finds" if test.example.finds else "quiet"
    if outcome.trouble is None:
        trouble = f"is marked todo ({test.example.todo}) and now goes right: delete 'todo:'"
    else:
        trouble = outcome.trouble
    accounts = [f"    {account.text}" for account in test.example.accounts]
    return "\n".join([f"{test.name}: {test.rule.id} ({wanted}): {trouble}", *accounts])


def watch_and_run(ids: Sequence[str], folders: tuple[Path, ...], tell: Callable[[str], object]) -> None:
    """Run now and after each change of a file of the rules, until interrupted."""
    for _ in changes(lambda: state(yaml_in((rules_folder(), *folders)))):
        forget()
        try:
            run(ids, folders, tell)
        except CheckerError as e:
            tell(e.render())
