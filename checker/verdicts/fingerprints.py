"""Names for findings that survive edits elsewhere: no offsets, no line numbers, no order of reading."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def fingerprint(rule: str, about: str, sides: Iterable[str]) -> str:
    """16 hex digits of the rule, what it is about and what the sides say, in any order."""
    parts = [
        rule,
        " ".join(about.lower().split()),
        *sorted({" ".join(side.lower().split()) for side in sides}),
    ]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
