"""The comparers that general rules name with `check:`, one module each, or a sort of what a module finds.

Every module has `find(reading) -> Iterator[Problem]`, or `find(reading, sort)` where it finds several sorts
(rules.rule.SORTS); its docstring is the check's manual page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from checker import progress
from checker.house import one_text
from checker.model import Finding
from checker.readings import SetReading
from checker.rules.rule import ONE_TEXT, SORTS, Rule
from checker.verdicts import Problem, report

Check = Callable[..., Iterator[Problem]]


def run_checks(rules: Iterable[Rule], reading: SetReading) -> Iterator[Finding]:
    """What the built-in comparers find, as the rules that name them have it."""
    for rule in progress.each("comparing by rule", [rule for rule in rules if rule.check is not None]):
        if rule.check in ONE_TEXT:
            yield from report(one_text.find(rule, reading), rule)
        else:
            yield from report(_find(rule.check or "", reading), rule)


def _find(check: str, reading: SetReading) -> Iterator[Problem]:
    find: Check = import_module(f"checker.checks.{SORTS.get(check, check)}").find
    return find(reading, check) if check in SORTS else find(reading)
