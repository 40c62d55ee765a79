"""The comparers that general rules name with `check:`, one module each.

Every module has `find(reading) -> Iterator[Problem]`; its docstring is the check's manual page.
What differs in two passages that are nearly the same is one module for several of them (`exchanged`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from checker import progress
from checker.checks import exchanged
from checker.house import one_text
from checker.model import Finding
from checker.readings import SetReading
from checker.rules.rule import EXCHANGED, ONE_TEXT, Rule
from checker.verdicts import Problem, report

Check = Callable[[SetReading], Iterator[Problem]]


def run_checks(rules: Iterable[Rule], reading: SetReading) -> Iterator[Finding]:
    """What the built-in comparers find, as the rules that name them have it."""
    for rule in progress.each("comparing by rule", [rule for rule in rules if rule.check is not None]):
        if rule.check in ONE_TEXT:
            yield from report(one_text.find(rule, reading), rule)
        elif rule.check in EXCHANGED:
            yield from report(exchanged.find(reading, rule.check), rule)
        else:
            find: Check = import_module(f"checker.checks.{rule.check}").find
            yield from report(find(reading), rule)
