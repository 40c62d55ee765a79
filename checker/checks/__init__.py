"""The comparers that general rules name with `check:`, one module each.

Every module has `find(reading, rule) -> Iterator[Finding]`; its docstring is the check's manual page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from checker.model import Finding
from checker.readings import SetReading
from checker.rules.rule import Rule

Check = Callable[[SetReading, Rule], Iterator[Finding]]


def check_named(name: str) -> Check:
    """The `find` of checks/<name>.py."""
    found: Check = import_module(f"checker.checks.{name}").find
    return found
