"""Reports: one module per format out, each with `render(reports, look) -> str` over all sets of a run.

To add a format: one module here and its name in FORMATS.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from checker.model import Report

FORMATS = {
    "text": "text",
    "concise": "concise",
    "json": "as_json",
    "jsonl": "as_jsonl",
    "html": "html",
    "markdown": "markdown",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
    "gitlab": "gitlab",
    "csv": "as_csv",
    "statistics": "statistics",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is to look: terminal styles and links, columns, and whether to show every reason."""

    color: bool = False
    links: bool = False
    width: int = 100
    verbose: bool = False
    quiet: bool = False  # only the findings


class Render(Protocol):
    def __call__(self, reports: Sequence[Report], look: Look) -> str: ...


def renderer(name: str) -> Render:
    """The `render` of a format, imported only when it is asked for."""
    found: Render = import_module(f"checker.reports.{FORMATS[name]}").render
    return found
