"""Styled text for a terminal: wrapped by what is seen, not by its codes, and safe to show.

Texts come from anywhere, so control characters in them, which could drive a terminal, become spaces.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import click

from checker.model import Severity
from checker.reports import Look
from checker.reports.printable import printable


@dataclass(frozen=True, slots=True)
class Style:
    """How a stretch of text looks; `link` is where it leads."""

    fg: str | None = None
    bold: bool = False
    dim: bool = False
    underline: bool = False
    link: str | None = None


PLAIN = Style()
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
Piece = tuple[str, Style]


def of_severity(severity: Severity) -> Piece:
    return severity.value, Style(fg=_COLOURS[severity], bold=True)


def styled(look: Look, *given: Piece | str) -> str:
    """One line, not wrapped."""
    return _show(look, [_piece(piece) for piece in given])


def wrap(look: Look, given: Sequence[Piece | str], first: str, rest: str | None = None) -> Iterator[str]:
    """Lines no wider than the screen, where words allow; the first and further ones indented."""
    indent, line, column = first, list[Piece](), _width(first)
    for word in _words([_piece(piece) for piece in given]):
        width = sum(_width(text) for text, _ in word)
        if line and column + 1 + width > look.width:
            yield indent + _show(look, line)
            indent, line = first if rest is None else rest, []
            column = _width(indent)
        if line:
            same = line[-1][1] if line[-1][1] == word[0][1] else PLAIN
            line.append((" ", same))
            column += 1
        line += word
        column += width
    if line:
        yield indent + _show(look, line)


def _show(look: Look, pieces: Sequence[Piece]) -> str:
    """Neighbours of one style are styled as one."""
    runs = groupby(pieces, key=lambda piece: piece[1])
    return "".join(_styled(look, "".join(text for text, _ in run), style) for style, run in runs)


def _styled(look: Look, text: str, style: Style) -> str:
    if look.color and style != PLAIN:
        looks: dict[str, Any] = {
            "bold": style.bold or None,
            "dim": style.dim or None,
            "underline": style.underline or None,
        }
        text = click.style(text, fg=style.fg, **looks)
    if look.links and style.link:
        text = f"\033]8;;{style.link}\033\\{text}\033]8;;\033\\"
    return text


def _piece(given: Piece | str) -> Piece:
    text, style = (given, PLAIN) if isinstance(given, str) else given
    return printable(text.replace("\n", " ")), style


def _words(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """What stands between spaces; a word may change its style within."""
    word: list[Piece] = []
    for text, style in pieces:
        for number, part in enumerate(text.replace("\n", " ").split(" ")):
            if number and word:
                yield word
                word = []
            if part:
                word.append((part, style))
    if word:
        yield word


def _width(text: str) -> int:
    """Columns of a terminal: East Asian wide characters take two, combining ones and joiners none."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.category(c) in ("Mn", "Me", "Cf") for c in text)
