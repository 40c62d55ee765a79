"""Word files: the paragraphs as they read with all tracked changes accepted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from checker.errors import InputError
from checker.reading.account import Account
from checker.reading.newsml import parse_xml

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MOST_BYTES = 50_000_000  # of the text when unpacked; more is a trap, not an article


def read(data: bytes, path: str) -> list[Account]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        root = parse_xml(_part(archive, "word/document.xml", path), path)
        core = "docProps/core.xml"
        about = parse_xml(_part(archive, core, path), path) if core in archive.namelist() else None
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError):
        raise InputError(
            "this is not a Word file, or a damaged one",
            path=path,
            hint="open it in a word processor and save it as .docx; older .doc files must be converted",
        ) from None
    lines: list[str] = []
    title = None
    for paragraph in root.iter(f"{_W}p"):
        words = "".join(_words(paragraph)).strip()
        if words and title is None and not lines and _is_title(paragraph):
            title = words
        elif words:
            lines.append(words)
    written = about.findtext(_TITLE) if about is not None else None
    return [Account("\n\n".join(lines), title=title or (written or "").strip() or None)]


def _part(archive: zipfile.ZipFile, name: str, path: str) -> bytes:
    if archive.getinfo(name).file_size > _MOST_BYTES:
        raise InputError("this Word file unpacks to more than 50 MB of text", path=path)
    return archive.read(name)


def _words(paragraph: ElementTree.Element) -> Iterator[str]:
    """The text of a paragraph as it stands; a paragraph within it (a text box) comes by itself."""
    for node in paragraph:
        if node.tag == f"{_W}t":
            yield node.text or ""
        elif node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " "
        elif node.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif node.tag not in (f"{_W}p", f"{_W}pPr", f"{_W}moveFrom", f"{_W}del"):
            yield from _words(node)


def _is_title(paragraph: ElementTree.Element) -> bool:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style is not None and style.get(f"{_W}val", "").lower() in ("title", "heading1")
