"""Plain text, and the decoding of bytes that the other formats share."""

from __future__ import annotations

import codecs
import re
import unicodedata

from checker.errors import InputError
from checker.reading.account import Account

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = "cp1252"
_CALLED_SO = frozenset({"iso8859-1", "ascii", _WESTERN})  # by programs that write UTF-8 or Windows-1252
_OF_PYTHON = frozenset({"unicode-escape", "raw-unicode-escape", "idna", "punycode", "undefined"})
_ODD_CASE = re.compile("[a-z\xdf-\xff][\xc0-\xde\u0152\u0160\u0178\u017d]")
_BINARY_SHARE = 0.05
_NO_TEXT = ("Cc", "Cn", "Co")


def read(data: bytes) -> list[Account]:
    return [Account(decode(data), lined=True)]


def decode(data: bytes) -> str:
    """The text of a file with line ends as newlines; InputError if it is binary or in no known encoding."""
    return _decoded(data).replace("\r\n", "\n").replace("\r", "\n")


def is_wide(start: bytes) -> bool:
    """Whether a file begins in UTF-16 or UTF-32, of which lines do not end in one byte."""
    return start.startswith((b"\xff\xfe", b"\xfe\xff")) or 0 in start[:4]


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as e:
                raise _broken(data, e.start, encoding) from None
    wide = _as_utf16(data)
    if wide is not None:
        return wide
    controls = sum(data.count(byte) for byte in (*range(9), *range(14, 27), *range(28, 32)))
    if controls > _BINARY_SHARE * len(data) or 0 in data:
        raise InputError(
            "this is a binary file, not text",
            hint="a file's ending tells its format: .docx, .pdf, .html, .eml, .md, .txt",
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as e:
        if _mostly_utf8(data):
            raise _broken(data, e.start, "utf-8") from None
    return _legacy(data)


def _as_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: every blank has a zero, all on one side, and all is text."""
    sides = [0 in data[0::2], 0 in data[1::2]]
    if len(data) < 4 or len(data) % 2 or sum(sides) != 1:
        return None
    try:
        text = data.decode("utf-16-be" if sides[0] else "utf-16-le")
    except UnicodeDecodeError:
        return None
    odd = sum(unicodedata.category(c) in _NO_TEXT and not c.isspace() for c in text)
    return text if odd <= _BINARY_SHARE * len(text) else None


def _mostly_utf8(data: bytes) -> bool:
    """Whether some letters are written in UTF-8: then a wrong byte is damage, not another encoding."""
    kept = data.decode("utf-8", "ignore")
    return any(ord(character) > 127 for character in kept)


def _broken(data: bytes, at: int, encoding: str) -> InputError:
    name = encoding.replace("-sig", "").upper()
    line = data.count(b"\n", 0, at) + 1
    return InputError(
        f"byte {data[at]:#04x} is not {name}, as the rest of the file is",
        line=line,
        hint="the file is damaged or put together from two encodings; save it again as UTF-8",
    )


def _legacy(data: bytes) -> str:
    """Windows-1252; Mac Roman where that alone gives no word an accented capital behind a small letter."""
    readings = [
        text for text in (decode_as(data, name) for name in (_WESTERN, "mac_roman")) if text is not None
    ]
    best = min(readings, key=lambda text: len(_ODD_CASE.findall(text)))
    if len(readings) == 1 and _ODD_CASE.search(best):
        raise InputError("the encoding of this file is not known", hint="save it as UTF-8")
    return best


def decode_as(data: bytes, name: str) -> str | None:
    """The text in the encoding that a file names, line ends as newlines; None if it is not in that one."""
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    if known in _OF_PYTHON:  # of its own names and texts, and of no file
        return None
    for encoding in ("utf-8", _WESTERN) if known in _CALLED_SO else (known,):
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except (LookupError, ValueError):
            continue
    return None
