"""Reports: a format out is a function `(reports, look) -> str` over all sets of a run.

To add a format: its function in a module here, and its name in FORMATS.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.reports.report import Report

FORMATS = {
    "text": "text:render",
    "concise": "concise:render",
    "json": "as_json:render",
    "jsonl": "as_json:lines",
    "html": "html:render",
    "markdown": "markdown:render",
    "sarif": "sarif:render",
    "junit": "junit:render",
    "github": "annotations:github",
    "gitlab": "annotations:gitlab",
    "csv": "as_csv:render",
    "statistics": "concise:statistics",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is to look: terminal styles and links, columns, and whether to show every reason."""

    color: bool = False
    links: bool = False
    width: int = 100
    verbose: bool = False
    quiet: bool = False  # only the findings


Render = Callable[["Sequence[Report]", Look], str]


def renderer(name: str) -> Render:
    """What renders a format, imported only when it is asked for."""
    module, _, function = FORMATS[name].partition(":")
    found: Render = getattr(import_module(f"checker.reports.{module}"), function)
    return found
