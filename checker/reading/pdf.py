"""PDF with a text layer: the lines put together to paragraphs again."""

from __future__ import annotations

import io
import logging

from checker.errors import InputError
from checker.reading.account import Account
from checker.reading.formats import missing
from checker.reading.fragment import text_of_lines


def read(data: bytes, path: str) -> list[Account]:
    try:
        from pypdf import PdfReader
    except ImportError:
        raise missing("pypdf", path, "a PDF") from None
    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it mends is no news to an editor
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else [page.extract_text() for page in reader.pages]
        title = None if locked else (reader.metadata.title if reader.metadata else None)
    except Exception as e:  # a damaged PDF fails in any of the library's depths
        raise InputError(
            f"this PDF cannot be read: {str(e).rstrip('.') or type(e).__name__}",
            path=path,
            hint="it may be damaged",
        ) from None
    if locked:
        raise InputError("this PDF is locked by a password", path=path, hint="save a copy without one")
    text = text_of_lines(line for page in pages for line in _lines(page))
    if not text:
        raise InputError(
            "there is no text in this PDF, only pictures of it",
            path=path,
            hint="run a text recognition over it first",
        )
    return [Account(text, title=(title or "").strip() or None)]


def _lines(page: str) -> list[str]:
    """The lines of a page without its number at the foot or head."""
    lines = page.split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    for at in (-1, 0):
        if lines and lines[at].strip().isdigit():
            lines.pop(at)
    return lines
