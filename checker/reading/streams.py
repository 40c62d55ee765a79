"""JSONL and JSON files, and standard input: which these are, and the sets in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from checker.errors import InputError
from checker.model import ArticleSet
from checker.reading import formats, jsonl
from checker.reading.files import assembled, failed_set
from checker.reading.gate import Gate
from checker.reading.limits import load_json
from checker.reading.text import decode, is_wide


def is_stream(path: Path) -> bool:
    return str(path) == "-" or path.suffix.lower() in formats.STREAMS


def is_set_json(path: Path, gate: Gate) -> bool:
    """Whether a .json file holds an article or set of our own, and not ninjs."""
    if path.suffix.lower() != ".json":
        return False
    try:
        given = load_json(gate.read(path))
    except InputError:
        return False  # the reader of ninjs says what is wrong
    return isinstance(given, dict) and ("articles" in given or ("text" in given and "id" in given))


def sets_in(path: Path, gate: Gate) -> Iterator[ArticleSet]:
    """JSONL or JSON; on standard input any format, too."""
    name = "standard input" if str(path) == "-" else str(path)
    try:
        with gate.opened(path) as file:
            if path.suffix.lower() == ".json":
                sets = iter([jsonl.as_set(load_json(gate.read(path)), name)])
            else:
                sets = _lines(path, file, name, gate)
            for one in sets:
                yield replace(one, folder=str(path.parent))
    except Exception as e:
        yield failed_set("stdin" if str(path) == "-" else path.stem, e, name)


def _lines(path: Path, file: BinaryIO, name: str, gate: Gate) -> Iterator[ArticleSet]:
    """The sets in a file, read line by line; what is on standard input and no JSON is one article."""
    lines = gate.lines(file)
    head: list[bytes] = []
    for line in lines:
        head.append(line)
        if line.strip():
            break
    first = head[-1] if head else b""
    if not first.strip():
        raise InputError("nothing in it", hint="give text, or an article or set as JSON in a line")
    if is_wide(first) or (str(path) == "-" and not jsonl.begins(first)):
        data = b"".join(head)
        data += file.read(max(gate.max_bytes + 1 - len(data), 0))
        if gate.is_too_long(data):
            raise gate.too_much(path)
        text = decode(data) if is_wide(first) else ""
        if not jsonl.begins(text.encode("utf-8", "replace")):
            yield assembled("stdin", [(account, path) for account in formats.read_accounts(data, name)], [])
            return
        head, lines = [], iter(line.encode("utf-8") for line in text.split("\n"))
    yield from jsonl.read_sets(chain(head, lines), name, gate)
