"""Files that are archives of XML: the documents of word processors."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from abc import ABC, abstractmethod
from collections.abc import Sequence
from xml.etree import ElementTree

from checker.errors import InputError
from checker.reading.account import Account
from checker.reading.xml_tree import parse_xml

# what the library throws at an archive that is damaged in one place or another
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    KeyError,
    RuntimeError,
    OSError,
    ValueError,
)


class Paragraphs(ABC):
    """The paragraphs of a document in the order of its text, each with its number, empty ones not counted."""

    def __init__(self) -> None:
        self.title: str | None = None
        self.left_out: dict[str, None] = {}
        self.number = 0
        self.boxes: list[ElementTree.Element] = []  # whose text comes behind the paragraph that holds them
        self._read: list[tuple[int, str]] = []

    @abstractmethod
    def add_blocks(self, parent: ElementTree.Element) -> None:
        """The paragraphs and tables in an element."""

    def add_row(self, cells: Sequence[str]) -> None:
        """A row of a table is a paragraph, and counts as one for each cell with something in it."""
        filled = [cell.strip() for cell in cells if cell.strip()]
        self.add(" | ".join(filled))
        self.number += max(0, len(filled) - 1)

    def add(self, words: str, *, title: bool = False) -> None:
        """The next paragraph; a heading that nothing stands before is the title."""
        words = " ".join(words.replace("\xad", "").split())
        if words:
            self.number += 1
            if title and self.title is None and not self._read:
                self.title = words
            else:
                self._read.append((self.number, words))
        boxes, self.boxes = self.boxes, []
        number = self.number
        for box in boxes:
            self.number = max(number, 1) - 1
            self.add_blocks(box)
            self.number = number

    def account(self, title: str | None) -> Account:
        places, offset = [], 0
        for number, words in self._read:
            places.append((offset, number))
            offset += len(words) + 2
        text = "\n\n".join(words for _, words in self._read)
        named = self.title or (title or "").strip() or None
        return Account(text, title=named, places=tuple(places), left_out=tuple(self.left_out))


class Archive:
    """The parts of a document; InputError if it is damaged or none of the kind that `what` names."""

    def __init__(self, data: bytes, what: str, hint: str) -> None:
        self._what, self._hint = what, hint
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE:
            raise self._damaged() from None

    def names(self, start: str) -> Sequence[str]:
        return sorted(name for name in self._zip.namelist() if name.startswith(start))

    def part(self, name: str) -> ElementTree.Element:
        try:
            return parse_xml(self._zip.read(name))
        except _DAMAGE:
            raise self._damaged() from None

    def part_or_none(self, name: str) -> ElementTree.Element | None:
        return self.part(name) if name in self._zip.namelist() else None

    def _damaged(self) -> InputError:
        return InputError(f"this is not {self._what}, or a damaged one", hint=self._hint)
