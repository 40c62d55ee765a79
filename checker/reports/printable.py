"""Text from anywhere made safe to show: what is not seen, or reorders what is, stands there by its number."""

from __future__ import annotations

import json
import re
from typing import Any

# what only parts words or lines
_GAP = re.compile(r"[\t\r\x0b\x0c\x85\u2028\u2029]")
# control characters, which could drive a terminal, and what reorders, hides or is not seen
_HIDDEN = (
    r"\x00-\x08\x0e-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    r"\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
# the joiners, of which letters of some scripts and emoji are made, hide something in others only
_UNSEEN = re.compile(rf"[{_HIDDEN}]|[\u200c\u200d](?![^\x00-\u024f])")
_HYPHEN = "\u00ad"  # where a word may be parted: it hides nothing
_ESCAPED = re.compile(rf"[{_HIDDEN}\u200c\u200d\u2028\u2029]")


def printable(text: str) -> str:
    """The text with spaces for tabs and odd ends of lines, and "<U+202E>" for what is not seen."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub(lambda m: f"<U+{ord(m[0]):04X}>", _GAP.sub(" ", text).replace(_HYPHEN, ""))


def json_text(data: Any, indent: int | None = 2) -> str:
    """JSON, with a newline at its end, that has escapes for such characters: the data is the same."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _ESCAPED.sub(lambda m: json.dumps(m[0])[1:-1], text) + "\n"


def xml_text(text: str) -> str:
    """XML in which such characters are written as references."""
    return _ESCAPED.sub(lambda m: f"&#x{ord(m[0]):X};", text)
