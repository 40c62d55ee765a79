"""The words of a text for the readers of time: letters, digits and marks apart, with their offsets.

The parser's own tokens join and split digits and letters as they come ("3day", "Oct-2", "18th"), so
readers of dates and durations go by the pieces of `lexer`, with possessives taken apart.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from checker.values.lexer import lex

APOSTROPHES = frozenset("'’‘`")
DASHES = frozenset("-‐‑‒–—−")


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words in order: each lower-cased, with its half-open span of characters."""

    text: str
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.lower)

    def at(self, i: int) -> str:
        """The word at `i` in lower case, or '' outside the text."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def raw(self, i: int) -> str:
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.lower) else ""

    def joined(self, i: int) -> bool:
        """Whether nothing stands between the word at `i` and the one before it."""
        return 0 < i < len(self.lower) and self.ends[i - 1] == self.starts[i]

    def is_dash(self, i: int) -> bool:
        return self.at(i) in DASHES

    def capital(self, i: int) -> bool:
        return self.raw(i)[:1].isupper()

    def integer(self, i: int) -> int | None:
        """The plain whole number at `i` ("18", not "18.5" or "1,800")."""
        word = self.at(i)
        return int(word) if word.isascii() and word.isdigit() and len(word) < 10 else None

    def possessive(self, i: int) -> int:
        """The index after an "'s" at `i`, or `i` where there is none."""
        if self.at(i) in APOSTROPHES and self.joined(i):
            return i + 2 if self.at(i + 1) == "s" and self.joined(i + 1) else i + 1
        return i

    def index(self, offset: int) -> int:
        """The index of the first word that starts at or after the offset."""
        return bisect_left(self.starts, offset)


@lru_cache(maxsize=8)
def split_words(text: str) -> Words:
    """The words of `text`; those with an apostrophe ("Tuesday's") come apart there."""
    lower: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece in lex(text):
        if not piece.is_word or "'" not in piece.lower:
            lower.append(piece.lower)
            starts.append(piece.start)
            ends.append(piece.end)
            continue
        at = piece.start
        for n, part in enumerate(piece.lower.split("'")):
            if n:
                lower.append("'")
                starts.append(at)
                at += 1
                ends.append(at)
            lower.append(part)
            starts.append(at)
            at += len(part)
            ends.append(at)
    return Words(text, tuple(lower), tuple(starts), tuple(ends))
