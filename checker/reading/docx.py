"""Word files: the paragraphs as they read with all tracked changes accepted, and then the notes.

Places are told by the number of the paragraph, empty ones not counted. Text that is hidden or struck out,
comments and what stands at the head and foot of every page are left out, which is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from checker.reading.account import Account
from checker.reading.fragment import AROUND, COMMENTS, HIDDEN, HIGH, STRUCK, TAKEN_OUT
from checker.reading.zipped import Archive, Paragraphs

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_HINT = "open it in a word processor and save it as .docx; older .doc files must be converted"
_GAPS = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}
_NOTES = {f"{_W}footnoteReference": "footnotes", f"{_W}endnoteReference": "endnotes"}
_UNSEEN = {"vanish": HIDDEN, "strike": STRUCK, "dstrike": STRUCK}
_OFF = ("0", "false", "off", "none")


def read(data: bytes) -> list[Account]:
    archive = Archive(data, "a Word file", _HINT)
    document = archive.part("word/document.xml")
    about = archive.part_or_none("docProps/core.xml")
    text = _Text(archive.part_or_none("word/styles.xml"))
    text.add_blocks(document)
    for kind in dict.fromkeys(_NOTES.values()):
        notes = archive.part_or_none(f"word/{kind}.xml")
        text.add_notes(kind, notes if notes is not None else ())
    around = [name for end in ("header", "footer") for name in archive.names(f"word/{end}")]
    if any("".join(archive.part(name).itertext()).strip() for name in around):
        text.left_out[AROUND] = None
    if archive.names("word/comments.xml"):
        text.left_out[COMMENTS] = None
    return [text.account(about.findtext(_TITLE) if about is not None else None)]


class _Text(Paragraphs):
    """The paragraphs read so far, and what is still to be read of them."""

    def __init__(self, styles: ElementTree.Element | None) -> None:
        super().__init__()
        self._styles = {} if styles is None else _styles(styles)
        self._around: frozenset[str] = frozenset()  # what the style of the paragraph says of its words
        self._joined = ""  # of paragraphs whose end was taken out
        self._notes: dict[tuple[str, str], int] = {}

    def add_blocks(self, parent: ElementTree.Element) -> None:
        """The paragraphs and tables in an element, a row a paragraph."""
        for node in _present(parent):
            if node.tag == f"{_W}p":
                self._add_paragraph(node)
            elif node.tag == f"{_W}tr":
                self._add_row(node)
            elif node.tag == f"{_W}altChunk":
                self.left_out["a document that was put into it"] = None
            elif node.tag != f"{_W}sectPr":
                self.add_blocks(node)

    def add_notes(self, kind: str, notes: ElementTree.Element | tuple[()]) -> None:
        """The notes to which the text refers, each at the paragraph that does."""
        for note in notes:
            number = self._notes.get((kind, note.get(f"{_W}id", "")))
            if number is not None:
                self.number = number - 1
                self.add(" ".join(map(self._words, note.iter(f"{_W}p"))))

    def _add_paragraph(self, node: ElementTree.Element) -> None:
        words = self._joined + self._words(node)
        ends = node.find(f"{_W}pPr/{_W}rPr/{_W}del") is None
        self._joined = "" if ends else words
        if ends:
            self.add(words, title=_is_title(node))

    def _add_row(self, row: ElementTree.Element) -> None:
        if row.find(f"{_W}trPr/{_W}del") is not None:
            return
        self.add_row([" ".join(map(self._words, cell.iter(f"{_W}p"))) for cell in _cells(row)])

    def _words(self, paragraph: ElementTree.Element) -> str:
        self._around = self._styled(paragraph.find(f"{_W}pPr/{_W}pStyle"))
        return "".join(self._pieces(paragraph))

    def _pieces(self, node: ElementTree.Element) -> Iterator[str]:
        """The text in an element as it stands; what stands in a box within it comes behind its paragraph."""
        for child in _present(node):
            if child.tag in (f"{_W}t", f"{_FORMULA}t"):
                yield child.text or ""
            elif child.tag in _GAPS:
                yield _GAPS[child.tag]
            elif child.tag == f"{_W}txbxContent":
                self.boxes.append(child)
            elif child.tag in _NOTES:
                self._notes.setdefault((_NOTES[child.tag], child.get(f"{_W}id", "")), self.number + 1)
            elif child.tag in (f"{_W}del", f"{_W}moveFrom"):
                self.left_out[TAKEN_OUT] = None
            elif child.tag == f"{_W}r":
                yield from self._run(child)
            elif child.tag not in (f"{_W}p", f"{_W}pPr", f"{_W}rt"):
                yield from self._pieces(child)

    def _run(self, run: ElementTree.Element) -> Iterator[str]:
        look = run.find(f"{_W}rPr")
        words = "".join(self._pieces(run))
        styled = self._around if look is None else self._around | self._styled(look.find(f"{_W}rStyle"))
        for name, what in _UNSEEN.items():
            if words.strip() and _is_on(look, name, name in styled):
                self.left_out[what] = None
                return
        if look is not None:
            raised = look.find(f"{_W}vertAlign")
            if raised is not None and raised.get(f"{_W}val") == "superscript" and words.strip().isdigit():
                words = words.translate(HIGH)
        yield words

    def _styled(self, style: ElementTree.Element | None) -> frozenset[str]:
        return frozenset() if style is None else self._styles.get(style.get(f"{_W}val", ""), frozenset())


def _styles(part: ElementTree.Element) -> dict[str, frozenset[str]]:
    """What each style says of its words, of those that make them unseen."""
    looks = {style.get(f"{_W}styleId", ""): style.find(f"{_W}rPr") for style in part.iter(f"{_W}style")}
    return {
        name: frozenset(one for one in _UNSEEN if _is_on(look, one, False)) for name, look in looks.items()
    }


def _present(parent: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The children; of what is written once for old and once for new programs what new ones show."""
    for node in parent:
        if node.tag == f"{_ALTERNATIVES}AlternateContent":
            choices = [*node.iterfind(f"{_ALTERNATIVES}Choice"), *node]
            yield from choices[:1]
        else:
            yield node


def _cells(row: ElementTree.Element) -> Iterator[ElementTree.Element]:
    for node in row:
        if node.tag == f"{_W}tc":
            yield node
        else:
            yield from _cells(node)


def _is_on(look: ElementTree.Element | None, name: str, otherwise: bool) -> bool:
    node = None if look is None else look.find(f"{_W}{name}")
    return otherwise if node is None else node.get(f"{_W}val", "1").lower() not in _OFF


def _is_title(paragraph: ElementTree.Element) -> bool:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style is not None and style.get(f"{_W}val", "").lower() in ("title", "heading1")
