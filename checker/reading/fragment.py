"""Text from pieces of HTML and from hard-wrapped lines: what feeds, mails and agency items carry."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

# the elements that begin a line of their own, and those whose content is not shown
_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body(\.content)?|caption|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header"
    r"|hl2|hr|html|li|main|media(-caption|-producer)?|nav|ol|p|pre|section|table|tr|ul"
)
STRUCK_TAGS = frozenset({"del", "s", "strike"})
_SKIPPED = re.compile(r"head|script|style|template|noscript|svg|title")
_HIDDEN = re.compile(r"""\s(?:hidden(?=[\s=/>])|style\s*=\s*["'][^"']*display\s*:\s*none)""", re.IGNORECASE)
_SEEN = re.compile(r">\s*[^<\s]")
_NAME = re.compile(r"<(/?[A-Za-z][A-Za-z0-9.:_-]*)|<[!?/]")
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
_RAISED = re.compile(
    r"<sup\b[^<>]{0,200}>\s{0,9}(?:(<a\b[^<>]{0,400}>|\[)[^<>]{0,20}(?:</a>)?|([+−-]?\d{1,4}))\s{0,9}</sup>",
    re.I,
)
_SOFT = re.compile("\xad|&shy;|&#173;|&#x0*ad;", re.IGNORECASE)
_TEN = re.compile(r"(?<!\d)10$")
STRUCK, HIDDEN = "text that is struck out", "hidden text"
TAKEN_OUT, COMMENTS = "text that tracked changes take out", "its comments"
AROUND = "what stands at the head or foot of its pages"
"""What a text is without, in words."""
HIGH = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_CITED = re.compile(r"""type=["']?cite|gmail_quote""", re.IGNORECASE)
_WRAPPED_FROM = 45  # a line this long before a line break was broken to fit, not ended


def raised(markup: str) -> str:
    """With raised digits as such characters ("10⁶", "km²"), without marks of footnotes and soft hyphens."""
    return _RAISED.sub(_as_raised, _SOFT.sub("", markup))


def _as_raised(match: re.Match[str]) -> str:
    """Behind a number that is no ten a raised one is a note's."""
    before = match.string[max(0, match.start() - 3) : match.start()]
    if match[1] or (before[-1:].isdigit() and not _TEN.search(before)):
        return ""
    return match[2].translate(HIGH)


def text_of_html(markup: str, cited: str = "", said: dict[str, None] | None = None) -> str:
    """The words of a piece of HTML, a blank line between paragraphs; `cited` opens those of quoted mails.

    What its readers do not see, or see struck out, is left out; `said` gets the word of it.
    Every step goes forward in the text, so that no markup, however broken, costs more than its length
    (the standard library's parser takes the square of it for comments that are never closed).
    """
    paragraphs: list[str] = []
    words: list[str] = []
    quotes: list[bool] = []  # of each block quotation that is open, whether it is a mail
    unclosed: set[str] = set()
    markup = raised(markup)
    at = 0
    while at < len(markup):
        opened = markup.find("<", at)
        opened = len(markup) if opened < 0 else opened
        words.append(_SPACES.sub(" ", html.unescape(markup[at:opened])))
        name, at = _tag(markup, opened)
        if name and name not in unclosed and (what := _unseen(name, markup[opened:at])):
            end = _closed(markup, name, at)
            if end < 0:
                unclosed.add(name)
            elif said is not None and _SEEN.search(markup, at - 1, end):
                said[what] = None
            at = end if end >= 0 else at
        if name == "br":
            words.append("\n")
        elif name == "<":
            words.append(name)
        elif _BLOCKS.fullmatch(name.removeprefix("/")):
            _end(words, paragraphs, cited if any(quotes) else "")
            if name == "blockquote":
                quotes.append(_CITED.search(markup, opened, at) is not None)
            elif name == "/blockquote" and quotes:
                quotes.pop()
        elif name in ("td", "th") and "".join(words).strip():
            words.append(" | ")
        elif _SKIPPED.fullmatch(name):
            closed = re.compile(rf"</{name}\b", re.IGNORECASE).search(markup, at)
            at = closed.start() if closed else len(markup)
    _end(words, paragraphs, cited if any(quotes) else "")
    return "\n\n".join(paragraphs)


def _unseen(name: str, tag: str) -> str:
    """What is left out with an element, in words; "" where it is shown."""
    if name in STRUCK_TAGS:
        return STRUCK
    return HIDDEN if name[0] != "/" and _HIDDEN.search(tag) else ""


def _closed(markup: str, name: str, at: int) -> int:
    """Where the tag stands that closes an element which is open here; -1 if none does."""
    depth = 1
    for tag in re.compile(rf"<(/?){name}\b", re.IGNORECASE).finditer(markup, at):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.start()
    return -1


def _tag(markup: str, at: int) -> tuple[str, int]:
    """The name of the tag that begins here ("" for a comment, "<" if it is none) and where it ends."""
    if markup.startswith("<!--", at):
        end = markup.find("-->", at + 4)
        return "", len(markup) if end < 0 else end + 3
    found = _NAME.match(markup, at)
    if found is None:
        return ("<", at + 1) if at < len(markup) else ("", at)
    end = markup.find(">", found.end())
    quote = markup.find('"', found.end(), end)
    while end >= 0 and quote >= 0:  # a ">" within the value of an attribute ends nothing
        close = markup.find('"', quote + 1)
        if close < 0:
            break
        if close > end:
            end = markup.find(">", close)
        quote = markup.find('"', close + 1, end)
    return (found[1] or "").lower(), len(markup) if end < 0 else end + 1


def _end(words: list[str], paragraphs: list[str], opening: str = "") -> None:
    """Close a paragraph."""
    lines = (_SPACES.sub(" ", line).strip(" |") for line in "".join(words).split("\n"))
    text = "\n".join(opening + line for line in lines if line)
    if text:
        paragraphs.append(text)
    words.clear()


def continued(text: str, line: str) -> str:
    """A paragraph with its next line, a word that was broken at the end of the line whole."""
    if text.endswith("\xad"):
        return text[:-1] + line
    if text.endswith("-") and text[-2:-1].isalpha() and line[:1].islower():
        # whether the hyphen belongs to the word cannot be seen; a whole word loses less than two halves
        return text + line if "-" in text.rsplit(" ", 1)[-1][:-1] else text[:-1] + line
    return f"{text} {line}" if text else line


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
        else:
            current = continued(current, line)
        last = len(line)
    return "\n\n".join([*paragraphs, current] if current else paragraphs)
