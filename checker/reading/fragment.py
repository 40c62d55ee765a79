"""Text from pieces of HTML and from hard-wrapped lines: what feeds, mails and agency items carry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser

# the elements that begin a line of their own, and those whose content is not shown
_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body(\.content)?|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hl2|hr"
    r"|html|li|main|nav|ol|p|pre|section|table|td|th|tr|ul"
)
_SKIPPED = re.compile(r"head|script|style|template|noscript|svg|title")
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
_WRAPPED_FROM = 45  # a line this long before a line break was broken to fit, not ended


class _Paragraphs(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self._words: list[str] = []
        self._skipped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if _SKIPPED.fullmatch(tag):
            self._skipped.append(tag)
        elif _BLOCKS.fullmatch(tag):
            self.flush()
        elif tag == "br":
            self._words.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._words.append("\n")
        elif _BLOCKS.fullmatch(tag):
            self.flush()

    def handle_endtag(self, tag: str) -> None:
        if self._skipped and tag == self._skipped[-1]:
            self._skipped.pop()
        elif _BLOCKS.fullmatch(tag):
            self.flush()

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._words.append(_SPACES.sub(" ", data))

    def flush(self) -> None:
        lines = (_SPACES.sub(" ", line).strip() for line in "".join(self._words).split("\n"))
        text = "\n".join(line for line in lines if line)
        if text:
            self.paragraphs.append(text)
        self._words = []


def text_of_html(html: str) -> str:
    """The words of a piece of HTML, a blank line between paragraphs."""
    parser = _Paragraphs()
    parser.feed(html)
    parser.close()
    parser.flush()
    return "\n\n".join(parser.paragraphs)


def text_of_lines(lines: Iterable[str]) -> str:
    """Paragraphs from lines that were broken to fit a page: joined again, words put together at a hyphen."""
    paragraphs: list[str] = []
    current = ""
    last = 0
    for line in (_SPACES.sub(" ", line).strip() for line in lines):
        if not line or (current and last < _WRAPPED_FROM):
            if current:
                paragraphs.append(current)
            current = line
        elif current.endswith("-") and current[-2:-1].isalpha() and line[:1].islower():
            # whether the hyphen belongs to the word cannot be seen; a whole word loses less than two halves
            current = current + line if "-" in current.rsplit(" ", 1)[-1][:-1] else current[:-1] + line
        else:
            current = f"{current} {line}" if current else line
        last = len(line)
    return "\n\n".join([*paragraphs, current] if current else paragraphs)
