"""What a PDF may ask of its library: references that end, streams that unpack to no more than a text needs.

A file of a few kilobytes can make the library go round in a circle for ever, or unpack to gigabytes.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.layout import LAParams, LTChar, LTPage
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_CCITTFAX_DECODE,
    LITERALS_DCT_DECODE,
    LITERALS_FLATE_DECODE,
    PDFObjRef,
    PDFStream,
    dict_value,
    resolve1,
    stream_value,
)

from checker.errors import InputError

_MOST_OBJECTS = 500_000  # that are asked for: a page of text asks for ten
_MOST_BYTES = 20_000_000  # unpacked, letters and all
_MOST_DRAWN = 2_000_000  # bytes of the pages and of what they draw: a page of text has three thousand
_EACH = 500  # bytes as which each drawing counts, however short
_MOST_FOLDED = 100_000  # bytes of a stream packed in a way in which one byte can become thousands
_MOST_IN_ROWS = 500_000  # bytes of a stream whose rows are told by the row above
_LONGEST_ROW = 100_000
_MOST_PAIRS = 20_000_000  # of lines of a page, which are held against each other to find its columns
_AS_IT_IS = LITERALS_DCT_DECODE[0]  # a photo, of which the library takes the bytes as they are


class Document(PDFDocument):
    """A PDF in which no reference leads round in a circle, and which unpacks to no more than a text may need.

    InputError where it would be more.
    """

    def __init__(self, data: bytes) -> None:
        self._asked = 0
        super().__init__(_Parser(io.BytesIO(data)))

    def getobj(self, objid: int) -> object:
        """The object itself, never a reference to another one."""
        self._asked += 1
        if self._asked > _MOST_OBJECTS:
            raise _too_much(f"asks for more than {_MOST_OBJECTS:,} objects")
        found, passed = super().getobj(objid), {objid}
        while isinstance(found, PDFObjRef):
            if found.objid in passed:
                raise PDFObjectNotFound(objid)
            passed.add(found.objid)
            found = super().getobj(found.objid)
        return found


class _Parser(PDFParser):
    """Makes streams that count what they unpack to."""

    def __init__(self, file: io.BytesIO) -> None:
        self.unpacked = 0
        super().__init__(file)

    def push(self, *objs: Any) -> None:
        for _, one in objs:
            if isinstance(one, PDFStream):
                one.__class__ = _Stream  # the library names its own class where it makes them
                one.__dict__["parser"] = self
        super().push(*objs)


class _Stream(PDFStream):
    parser: _Parser

    def decode(self) -> None:
        """Unpack here what could become too much, and leave the rest to the library."""
        data, filters = self.rawdata or b"", self.get_filters()
        if self.decipher:
            data = self.decipher(self.objid or 0, self.genno or 0, data, self.attrs)
            self.decipher = None
        left: list[tuple[Any, Any]] = []
        for packing, params in filters:
            unpacked = None if left else _unpacked(data, packing)
            if unpacked is not None:
                data, packing = unpacked, _AS_IT_IS
            elif len(data) > _MOST_FOLDED and packing not in LITERALS_DCT_DECODE:
                raise _too_much(f"holds {len(data):,} bytes that are packed in an old way")
            if in_rows := bool(params) and "Predictor" in params:
                _see_rows(dict_value(params), len(data))
            if unpacked is None or in_rows:
                left.append((packing, params))
        self.rawdata = data
        about = {key: of for key, of in self.attrs.items() if key not in ("F", "DP", "FDecodeParms")}
        self.attrs = about | {"Filter": [one for one, _ in left], "DecodeParms": [how for _, how in left]}
        super().decode()
        self.parser.unpacked += len(self.data or b"")
        if self.parser.unpacked > _MOST_BYTES:
            raise _too_much(f"unpacks to more than {_MOST_BYTES:,} bytes")


class Layout:
    """Puts the letters of pages together to lines and columns."""

    def __init__(self) -> None:
        self._params = LAParams(boxes_flow=None)
        self._pairs = 0

    def lay_out(self, page: LTPage) -> LTPage:
        """The page with its lines; InputError where the pages so far have too many."""
        letters = [one for one in page if isinstance(one, LTChar)]
        lines = page.group_objects(self._params, letters) if letters else ()
        self._pairs += sum(1 for _ in lines) ** 2
        if self._pairs > _MOST_PAIRS:
            raise _too_much("has too many lines on one page")
        page.analyze(self._params)
        return page


class Resources(PDFResourceManager):
    """What pages share, with a count of what was drawn."""

    drawn = 0


class Interpreter(PDFPageInterpreter):
    """Draws pages; a drawing within a drawing counts each time that it is drawn."""

    rsrcmgr: Resources

    def execute(self, streams: Sequence[object]) -> None:
        for stream in map(stream_value, streams):
            self.rsrcmgr.drawn += len(stream.get_data()) + _EACH
        if self.rsrcmgr.drawn > _MOST_DRAWN:
            raise _too_much(f"draws more than {_MOST_DRAWN:,} bytes")
        super().execute(streams)


def _unpacked(data: bytes, packing: Any) -> bytes | None:
    """What a stream holds, of a damaged one as far as it goes; None for what the library is to unpack."""
    if packing in LITERALS_ASCII85_DECODE:
        return ascii85decode(data)
    if packing in LITERALS_ASCIIHEX_DECODE:
        return asciihexdecode(data)
    if packing in LITERALS_CCITTFAX_DECODE:
        return b""  # a fax, in which there is no text
    if packing not in LITERALS_FLATE_DECODE:
        return None
    found = bytearray()
    unpacker = zlib.decompressobj()
    try:
        for at in range(0, len(data), 1_000):  # in small pieces, so that damage costs no more than its own
            found += unpacker.decompress(data[at : at + 1_000])
            if len(found) > _MOST_BYTES:
                raise _too_much(f"unpacks to more than {_MOST_BYTES:,} bytes")
    except zlib.error:
        pass
    return bytes(found)


def _see_rows(params: dict[str, Any], size: int) -> None:
    """InputError for rows longer or more than the library can put together in short time."""
    row = 1
    for name, usual in (("Colors", 1), ("Columns", 1), ("BitsPerComponent", 8)):
        given = resolve1(params.get(name, usual))
        row *= given if isinstance(given, int) else usual
    if not 0 < row <= 8 * _LONGEST_ROW or size > _MOST_IN_ROWS:
        raise _too_much("has rows that are too long or too many")


def _too_much(what: str) -> InputError:
    return InputError(f"this PDF {what}", hint="save its text as .txt")
