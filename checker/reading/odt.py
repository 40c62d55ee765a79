"""OpenDocument texts: the paragraphs with all changes accepted, then the notes; places as of Word files."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from checker.reading.account import Account
from checker.reading.fragment import AROUND, COMMENTS, HIDDEN, STRUCK, TAKEN_OUT
from checker.reading.xml_tree import first, local, named, words
from checker.reading.zipped import Archive, Paragraphs

_HINT = "open it in a word processor and save it as .odt or .docx"
_LEFT_OUT = {"annotation": COMMENTS, "hidden-text": HIDDEN, "hidden-paragraph": HIDDEN}
_GAPS = {"tab": " ", "s": " ", "line-break": " "}


def read(data: bytes) -> list[Account]:
    archive = Archive(data, "an OpenDocument text", _HINT)
    content = archive.part("content.xml")
    text = _Text(content)
    body = first(content, "text")
    if body is not None:
        text.add_blocks(body)
    text.add_notes()
    styles, about = archive.part_or_none("styles.xml"), archive.part_or_none("meta.xml")
    if styles is not None and any(words(node) for node in named(styles, "header", "footer")):
        text.left_out[AROUND] = None
    return [text.account(None if about is None else words(first(about, "title")))]


class _Text(Paragraphs):
    def __init__(self, content: ElementTree.Element) -> None:
        super().__init__()
        self._notes: list[tuple[int, ElementTree.Element]] = []
        self._unseen = dict(_unseen(content))

    def add_blocks(self, parent: ElementTree.Element) -> None:
        for node in parent:
            kind = local(node)
            if kind in ("p", "h"):
                self.add("".join(self._pieces(node)), title=_is_title(node))
            elif kind == "table-row":
                self.add_row(["".join(self._cell(cell)) for cell in node if local(cell) == "table-cell"])
            elif kind == "tracked-changes":
                self.left_out[TAKEN_OUT] = None
            else:
                self.add_blocks(node)

    def add_notes(self) -> None:
        """Each with the number of the paragraph that refers to it."""
        for number, note in self._notes:
            self.number = number - 1
            self.add("".join(self._pieces(note)))

    def _cell(self, cell: ElementTree.Element) -> Iterator[str]:
        for node in named(cell, "p", "h"):
            yield from self._pieces(node)
            yield " "

    def _pieces(self, node: ElementTree.Element) -> Iterator[str]:
        hidden = self._unseen.get(_attribute(node, "style-name"))
        if hidden and words(node):
            self.left_out[hidden] = None
            return
        yield node.text or ""
        for child in node:
            kind = local(child)
            if kind in _GAPS:
                yield _GAPS[kind]
            elif kind in _LEFT_OUT:
                self.left_out[_LEFT_OUT[kind]] = None
            elif kind == "note":
                body = first(child, "note-body")
                self._notes += [] if body is None else [(self.number + 1, body)]
            elif kind == "text-box":
                self.boxes.append(child)
            else:
                yield from self._pieces(child)
            yield child.tail or ""


def _unseen(content: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """The styles of words that are struck out or not shown."""
    for style in named(content, "style"):
        look = first(style, "text-properties")
        if look is not None and _attribute(look, "display") == "none":
            yield _attribute(style, "name"), HIDDEN
        elif look is not None and _attribute(look, "text-line-through-style") not in ("", "none"):
            yield _attribute(style, "name"), STRUCK


def _attribute(node: ElementTree.Element, name: str) -> str:
    return next((value for key, value in node.items() if key.rpartition("}")[2] == name), "")


def _is_title(node: ElementTree.Element) -> bool:
    return _attribute(node, "style-name") == "Title" or _attribute(node, "outline-level") == "1"
