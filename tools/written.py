"""Where fitted weights and the page that tells how they fare are written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from checker.data import rules_folder


def write_weights(name: str, data: Iterable[str]) -> None:
    """The lines of a data file, into rules/vocabulary."""
    path = rules_folder() / "vocabulary" / f"{name}.yaml"
    path.write_text("\n".join(data) + "\n", encoding="utf-8")


def write_page(name: str, page: Iterable[str]) -> None:
    """The lines of a page, into docs."""
    Path("docs", f"{name}.md").write_text("\n".join(page).rstrip() + "\n", encoding="utf-8")
