"""PDF with a text layer: columns one after the other, their lines put together to paragraphs again."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import IndexAssigner, LAParams, LTPage, LTTextBox, LTTextLine
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

from checker.errors import InputError
from checker.reading.account import Account
from checker.reading.fragment import AROUND, continued
from checker.reading.pdf_limits import Document, Interpreter, Layout, Resources

_EDGE = 0.1  # of the height of a page: there its number and running head stand
_NUMBER = re.compile(r"\W*(?:[^\W\d_]{1,6}\W*)?\d{1,4}(?:\W*[^\W\d_]{0,5}\W*\d{1,4})?\W*")
_MOST_BOXES = 300  # of a page that are put into the order of its columns; more are a table
_SHORT = 0.7  # of the longest line: a line that ends a sentence this early ends its paragraph
_INDENT = 5  # points by which the first line of a paragraph is set in


class _Box(NamedTuple):
    """Lines that stand together, each with where it begins; whether they stand at the edge of the page."""

    lines: list[tuple[float, str]]
    at_edge: bool

    @property
    def pattern(self) -> str:
        """The words with the numbers, which differ from page to page, alike."""
        return re.sub(r"\d+", "0", " ".join(words for _, words in self.lines))


def read(data: bytes) -> list[Account]:
    logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # what it mends is no news to an editor
    logging.getLogger("pdfminer").propagate = False
    try:
        document = Document(data)
        pages = [_boxes(page) for page in _laid_out(document)]
        title = _title(document)
    except InputError:
        raise
    except PDFPasswordIncorrect:
        hint = "save a copy without one"
        raise InputError("this PDF is locked by a password", hint=hint) from None
    except Exception as e:  # a damaged PDF fails in any of the library's depths
        raise InputError(
            f"this PDF cannot be read: {str(e).rstrip('.') or type(e).__name__}", hint="it may be damaged"
        ) from None
    kept, around = _without_edges(pages)
    text = "\n\n".join(_paragraphs(kept)).replace("\xad", "")
    if not text:
        raise InputError(
            "there is no text in this PDF, only pictures of it", hint="run a text recognition over it first"
        )
    return [Account(text, title=title, left_out=(AROUND,) if around else ())]


def _laid_out(document: PDFDocument) -> Iterator[LTPage]:
    resources = Resources()
    device, layout = PDFPageAggregator(resources), Layout()
    interpreter = Interpreter(resources, device)
    for page in PDFPage.create_pages(document):
        interpreter.process_page(page)
        yield layout.lay_out(device.get_result())


def _boxes(page: LTPage) -> list[_Box]:
    """The boxes of a page, in the order in which they are read."""
    found = _in_columns(page, [box for box in page if isinstance(box, LTTextBox)])
    margin = _EDGE * page.height
    boxes = []
    for box in found:
        lines = [(line.x0, " ".join(line.get_text().split())) for line in box if isinstance(line, LTTextLine)]
        edge = box.y0 - page.y0 > page.height - margin or box.y1 - page.y0 < margin
        boxes.append(_Box([line for line in lines if line[1]], edge))
    return [box for box in boxes if box.lines]


def _in_columns(page: LTPage, boxes: list[LTTextBox]) -> list[LTTextBox]:
    if 1 < len(boxes) <= _MOST_BOXES:
        layout = LAParams()
        order = IndexAssigner()
        for group in page.group_textboxes(layout, boxes):
            group.analyze(layout)
            order.run(group)
        boxes.sort(key=lambda box: box.index)
    return boxes


def _without_edges(pages: Sequence[list[_Box]]) -> tuple[list[_Box], bool]:
    """The boxes without page numbers and what every page repeats at its edge, and whether there were any."""
    times = Counter(pattern for page in pages for pattern in {box.pattern for box in page if box.at_edge})
    kept: list[_Box] = []
    total = sum(len(box.lines) for page in pages for box in page)
    for page in pages:
        own = [box for box in page if not box.at_edge or (times[box.pattern] < 2 and not _is_number(box))]
        for at, line in ((-1, -1), (0, 0)):  # a number that stands in one box with the text
            if own and own[at].lines[line][1].isdigit():
                box = own[at]
                own[at] = box._replace(lines=box.lines[1:] if line == 0 else box.lines[:-1])
        kept += [box for box in own if box.lines]
    return kept, sum(len(box.lines) for box in kept) < total


def _is_number(box: _Box) -> bool:
    return len(box.lines) == 1 and _NUMBER.fullmatch(box.lines[0][1]) is not None


def _paragraphs(boxes: Sequence[_Box]) -> list[str]:
    """The paragraphs; one that goes on in the next column or on the next page is one."""
    found: list[str] = []
    for box in boxes:
        longest = max(len(words) for _, words in box.lines)
        left = min(x for x, _ in box.lines)
        goes_on = bool(found) and found[-1][-1] not in '.?!:”"’' and box.lines[0][1][:1].islower()
        for x, words in box.lines:
            if goes_on and x - left < _INDENT:
                found[-1] = continued(found[-1], words)
            else:
                found.append(words)
            goes_on = not (len(words) < _SHORT * longest and words[-1] in '.?!”"’')
    return found


def _title(document: PDFDocument) -> str | None:
    title = next((resolve1(info["Title"]) for info in document.info if "Title" in info), None)
    return " ".join(decode_text(title).split()) or None if isinstance(title, bytes) else None
