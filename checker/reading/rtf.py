"""RTF: the paragraphs without what is hidden, struck out or taken out by a change, and then the notes."""

from __future__ import annotations

import re
from collections.abc import Callable

from striprtf.striprtf import rtf_to_text

from checker.errors import InputError
from checker.reading.account import Account
from checker.reading.fragment import AROUND, COMMENTS, HIDDEN, HIGH, STRUCK, TAKEN_OUT
from checker.reading.text import decode

_PIECE = re.compile(
    r"\\'[0-9a-fA-F]{2}|\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})? ?|\\.|[{}]|[^\\{}]+", re.DOTALL
)
_SWITCHES = {"v": HIDDEN, "strike": STRUCK, "striked": STRUCK, "deleted": TAKEN_OUT}
_PARTS = {"annotation": COMMENTS, **dict.fromkeys(("header", "headerf", "footer", "footerf"), AROUND)}
_TABLES = ("fonttbl", "colortbl", "stylesheet", "info")  # what is no text
_LAST = 0xFFFF  # of the characters that it can name
_TITLE = re.compile(r"\{\\title ([^{}]{1,1000})\}")


def read(data: bytes) -> list[Account]:
    source = decode(data)
    if not source.lstrip().startswith("{\\rtf"):
        raise InputError("this is not an RTF file", hint="save it again as .rtf, .docx or .txt")
    plain: Callable[..., str] = rtf_to_text
    shown, notes, left_out = _shown(source)
    title = _TITLE.search(source)
    lines = [
        " | ".join(line.split("|")[:-1]) if line.endswith("|") else line
        for line in plain(shown, errors="replace").split("\n")
    ]
    lines += [plain(f"{{\\rtf1 {note}}}", errors="replace") for note in notes]
    paragraphs = [" ".join(line.split()) for line in lines]
    named = plain(f"{{\\rtf1 {title[1]}}}", errors="replace").strip() if title else None
    return [Account("\n\n".join(p for p in paragraphs if p), title=named or None, left_out=tuple(left_out))]


def _shown(source: str) -> tuple[str, list[str], dict[str, None]]:
    """The source with what a reader of the page sees; the source of its notes; what was left out."""
    kept: list[str] = []
    notes: list[list[str]] = []
    left_out: dict[str, None] = {}
    state: dict[str, bool] = {}
    outer: list[tuple[dict[str, bool], list[str]]] = []
    into = kept
    for match in _PIECE.finditer(source):
        piece, word = match[0], match["word"] or ""
        if piece == "{":
            outer.append((state, into))
            state = dict(state)
        elif piece == "}" and outer:
            state, into = outer.pop()
        elif word == "footnote":
            into = []
            notes.append(into)
            continue
        elif piece == "\\*" or word in _TABLES:
            state["aside"] = True
        elif word in _PARTS:
            left_out[_PARTS[word]] = None
        elif word in _SWITCHES:
            state[_SWITCHES[word]] = match["number"] != "0"
        elif word in ("super", "nosupersub", "plain"):
            state = {**({} if word == "plain" else state), "super": word == "super"}
        elif word == "u" and abs(int(match["number"] or 0)) > _LAST:
            continue
        elif not word or word == "u":
            hidden = [what for what in _SWITCHES.values() if state.get(what)]
            if hidden and piece.strip() and "aside" not in state:
                left_out[hidden[0]] = None
            if hidden:
                continue
            if state.get("super") and piece.strip().isdigit():
                piece = "".join(f"\\u{ord(character)}?" for character in piece.strip().translate(HIGH))
        into.append(piece)
    return "".join(kept), ["".join(note) for note in notes], left_out
