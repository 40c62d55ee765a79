"""The Word document that a draft was dropped as, with what was changed since, and comments at its own runs.

Nothing else of it is touched, so that its look, pictures and notes stay. Its letters are matched with those
of the text that was read from it: what that text is without, as hidden words, stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from io import BytesIO
from itertools import accumulate
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from docx import Document
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.text.run import Run
from rapidfuzz.distance import Levenshtein

from checker.model import Span
from checker.reports.printable import printable

if TYPE_CHECKING:
    from docx.document import Document as Written

UNREADABLE = (PythonDocxError, OpcError, BadZipFile, KeyError, ValueError, AttributeError)
"""What the library throws at a document that other programs read."""
_UNTOUCHED = {qn(f"w:{name}") for name in ("del", "moveFrom", "txbxContent")}
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_ALIKE = 0.5  # share of the words that a changed draft must have in common with its document


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of a Word document, and the text as it was read from it."""

    data: bytes = field(repr=False)
    text: str = field(repr=False)

    def with_text(self, text: str) -> Letters | None:
        """The document with what was changed in its text; None where it cannot take it.

        Paragraphs that were put in or taken out are more than it takes.
        """
        try:
            letters = Letters(Document(BytesIO(self.data)), self.text)
        except UNREADABLE:
            return None
        own, other = _WORDS.findall(self.text), _WORDS.findall(text)
        if Levenshtein.normalized_similarity(own, other) < _ALIKE:
            return None
        starts = list(accumulate(map(len, own), initial=0))
        for step in reversed(Levenshtein.opcodes(own, other)):
            span = Span(starts[step.src_start], starts[step.src_end])
            words = "".join(other[step.dest_start : step.dest_end])
            if step.tag != "equal" and ("\n" in words or not letters.put(span, words)):
                return None
        return Letters(letters.document, text)


class Letters:
    """A document and a text that was read from it, letter by letter; spaces count as none."""

    def __init__(self, document: Written, text: str) -> None:
        self.document, self._text = document, text
        self._read = [at for at, letter in enumerate(text) if not letter.isspace()]
        self._places = list(_letters(document))
        self._elements = list(dict.fromkeys(element for element, _ in self._places))
        written = "".join(element.text[at] for element, at in self._places)
        told = "".join(text[at] for at in self._read)
        self._of: dict[int, int] = {}  # of a letter of the text the number of its place
        for step in Levenshtein.opcodes(told, written):
            if step.tag in ("equal", "replace"):
                moved = step.dest_start - step.src_start
                self._of |= {self._read[n]: n + moved for n in range(step.src_start, step.src_end)}

    def put(self, span: Span, words: str) -> bool:
        """Write words in place of a stretch of the text, in the look of its beginning; False if they cannot.

        From the end of the text to its beginning: what is changed moves nothing that is still to change.
        """
        start = self._at(span.start) or self._behind(span.start - 1)
        end = (self._behind(span.end - 1) or self._at(span.end)) if span.start < span.end else start
        if "\n" in self._text[span.start : span.end] or start is None or end is None:
            return False
        (first, begin), (last, stop) = start, end
        rest = last.text[stop:]
        for element in self._elements[self._elements.index(first) + 1 : self._elements.index(last)]:
            _write(element, "")
        if last is not first:
            _write(last, rest)
        _write(first, first.text[:begin] + printable(words) + (rest if last is first else ""))
        return True

    def runs(self, spans: Sequence[Span]) -> list[list[Run]]:
        """For each stretch its first and its last run, cut so that they hold nothing else."""
        found = [self._ends(span) or self._nearest(span) for span in spans]
        cuts: dict[int, tuple[Any, set[int]]] = {}
        for first, last in filter(None, found):
            for number, behind in ((first, 0), (last, 1)):
                element, at = self._places[number]
                cuts.setdefault(id(element), (element, set()))[1].add(at + behind)
        for element, places in cuts.values():
            for at in sorted(places, reverse=True):
                if 0 < at < len(element.text):
                    _cut(element, at)
        letters = list(_letters(self.document))
        body = self.document._body
        return [[Run(letters[n][0].getparent(), body) for n in ends] if ends else [] for ends in found]

    def first(self) -> list[Run]:
        """The run with which the document begins; none in an empty one."""
        return [Run(self._places[0][0].getparent(), self.document._body)] if self._places else []

    def _at(self, at: int) -> tuple[Any, int] | None:
        """Where a letter of the text stands; None for a space, and for one that is not in the document."""
        return self._places[self._of[at]] if at in self._of else None

    def _behind(self, at: int) -> tuple[Any, int] | None:
        place = self._at(at)
        return place and (place[0], place[1] + 1)

    def _ends(self, span: Span) -> tuple[int, int] | None:
        inside = [self._of[at] for at in range(span.start, span.end) if at in self._of]
        return (inside[0], inside[-1]) if inside else None

    def _before(self, at: int) -> int | None:
        return next((self._of[n] for n in range(at - 1, -1, -1) if n in self._of), None)

    def _nearest(self, span: Span) -> tuple[int, int] | None:
        """For what stands in a note or a box, which bear no comments: the letter before it."""
        number = self._before(span.start)
        number = 0 if number is None and self._places else number
        return None if number is None else (number, number)


def _letters(document: Written) -> Iterator[tuple[Any, int]]:
    """Each letter that is read of a document, as the element that has it and its place in that."""
    waiting = [document.element.body]
    while waiting:
        node = waiting.pop()
        if node.tag == qn("w:t"):
            yield from ((node, at) for at, letter in enumerate(node.text or "") if not letter.isspace())
        elif node.tag not in _UNTOUCHED:
            waiting += reversed(node)


def _write(element: Any, words: str) -> None:
    element.text = words
    element.set(qn("xml:space"), "preserve")


def _cut(element: Any, at: int) -> None:
    """Two runs of one look in place of that of an element: up to a place in its text, and what follows."""
    run = element.getparent()
    number = list(run).index(element)
    behind = deepcopy(run)
    run.addnext(behind)
    for child in run[number + 1 :]:
        run.remove(child)
    for child in behind[:number]:
        if child.tag != qn("w:rPr"):
            behind.remove(child)
    copied = next(child for child in behind if child.tag == qn("w:t"))
    _write(copied, element.text[at:])
    _write(element, element.text[:at])
