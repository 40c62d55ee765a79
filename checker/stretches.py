"""The stretches of a text that are tokenized and parsed at once, so that their cost grows with its length.

The tokenizer takes the square of a run without blanks, and the parser its memory by the words that it is
given; what looks at the rest of a sentence would take the square of a list, a table or noise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.language import Doc, DocSpan, Token

_LONGEST_RUN = 300  # characters without a blank: more than an address of the web has
_LONGEST_PIECE = 30_000  # characters that the model parses at once …
_MOST_TOKENS = 8_000  # … and words and signs, so that it stays under 1 GB
_MOST_PIECES = 64
_LONGEST_SENTENCE = 150  # words and signs: three times as many as the longest in a hundred news stories
_ENDLESS = 600  # words and signs without the end of a line or a sentence: cut before they are parsed
_ENDS = (".", "!", "?", "…")
_RUN = re.compile(rf"\S{{{_LONGEST_RUN}}}(?=\S)")
_TOKENS = re.compile(r"\w+|[^\w\s]")


def pieces(text: str) -> list[str]:
    """The text cut at ends of lines, or else at blanks, into pieces that are parsed one at a time."""
    found = []
    while text:
        most = _longest(text)
        if most < len(text):
            most = next((at for c in "\n " if (at := text.rfind(c, 0, most) + 1)), most)
        found.append(text[:most])
        text = text[most:]
    return found or [text]


def _longest(text: str) -> int:
    """How many characters of the text may be parsed at once."""
    tokens = _TOKENS.finditer(text, 0, _LONGEST_PIECE)
    return next((m.start() for n, m in enumerate(tokens) if n == _MOST_TOKENS), _LONGEST_PIECE)


def at_once(pieces: list[str]) -> int:
    """How many of the pieces may be parsed at once."""
    characters = max(map(len, pieces))
    tokens = max(sum(1 for _ in _TOKENS.finditer(piece)) for piece in pieces)
    return max(1, min(_MOST_PIECES, _LONGEST_PIECE // max(1, characters), _MOST_TOKENS // max(1, tokens)))


def by_runs(text: str) -> list[str]:
    """The text cut within runs without blanks, into stretches that are tokenized one at a time."""
    cuts = [0, *(run.end() for run in _RUN.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


def endless(doc: Doc) -> Iterator[int]:
    """Where sentences have to begin in what has no end of a sentence for long, before it is parsed."""
    start = 0
    for token in doc:
        if token.text in _ENDS or "\n" in token.text or token.i == len(doc) - 1:
            if token.i - start >= _ENDLESS:
                yield from _cuts(doc[start : token.i + 1])
            start = token.i + 1


def too_long(doc: Doc) -> list[int]:
    """Where sentences have to begin in those of a parsed text that never end."""
    return [at for sentence in doc.sents for at in _cuts(sentence)]


def _cuts(stretch: DocSpan) -> Iterator[int]:
    """At a comma or the end of a line if there is one, so that no part is longer than a sentence is."""
    doc, start = stretch.doc, stretch.start
    while stretch.end - start > _LONGEST_SENTENCE:
        ends = range(start + _LONGEST_SENTENCE, start + _LONGEST_SENTENCE // 2, -1)
        start = next((i for i in ends if _may_part(doc[i - 1])), ends[0])
        yield start


def _may_part(token: Token) -> bool:
    return token.text in (",", ";", ":") or "\n" in token.text
