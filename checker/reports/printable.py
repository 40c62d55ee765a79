"""Text from anywhere made safe to show on a terminal or in the log of a CI job."""

from __future__ import annotations

import re

# control characters, which could drive a terminal
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
# what reorders or hides text; the joiners stay, of which letters of some scripts and emoji are made
_UNSEEN = re.compile(r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def printable(text: str) -> str:
    """The text with spaces for control characters other than newlines, and without what is not seen."""
    return _UNSEEN.sub("", _CONTROL.sub(" ", text))
