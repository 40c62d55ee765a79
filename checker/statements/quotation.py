"""Where quotations stand: marks paired by shape and place, over paragraphs, forgiving missing ones.

Works on characters alone, in one pass a paragraph. A closing mark that is missing ends its quotation
with the paragraph, unless the next paragraph opens with a mark: then one quotation runs on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Span

_OPENS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’'", "‟": "”", "»": "«"}
_DOUBLE = frozenset('“”„‟«»"')
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0\u2009\u202f([{—–-/:;,.?!…>|“‘\"'«„")
_AFTER_CLOSING = frozenset(" \t\n\r\u00a0\u2009\u202f)]}—–-/:;,.?!…<|”’\"'»")
_STOPS = frozenset(",.;:)?!")  # no quotation begins with one
_FARTHEST = 2000  # characters between marks that are easily something else
_LINES = 6  # over which a quotation may run without a mark at the start of each


@dataclass(frozen=True, slots=True)
class Quotation:
    """`parts` include their marks, one a paragraph; `closed` is False where no closing mark was found."""

    parts: tuple[Span, ...]
    closed: bool = True

    @property
    def start(self) -> int:
        return self.parts[0].start

    @property
    def end(self) -> int:
        return self.parts[-1].end

    def inner(self, text: str) -> str:
        """The words between the marks."""
        return " ".join(text[part.start : part.end].strip("“”„‟«»‹›\"‘’'` ") for part in self.parts)


def paragraphs(text: str) -> list[Span]:
    """The stretches of text between line breaks, without the white space around them."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            offset = start + line.index(stripped[0])
            found.append(Span(offset, offset + len(stripped)))
        start += len(line)
    return found


def find_quotations(text: str, blocks: list[Span]) -> list[Quotation]:
    """The outermost quotations in the order of the text; quotations within them are part of them."""
    found: list[Quotation] = []
    running: list[Span] = []  # the parts of a quotation that no mark has closed yet
    start = 0  # where the next quotation may begin
    for number, block in enumerate(blocks):
        here = list(_in_block(text, Span(max(start, block.start), block.end)))
        if running and not (here and here[0].start == block.start):
            found.append(Quotation(tuple(running)))
            running = []
        for quotation in here:
            running += quotation.parts
            if quotation.closed:
                found.append(Quotation(tuple(running)))
                running = []
        if running:
            below = blocks[number + 1 : number + 1 + _LINES]
            end = _closed_below(text, below)
            if end is not None:
                lines = [line for line in below if line.start < end]
                running += [*lines[:-1], Span(lines[-1].start, end)]
                found.append(Quotation(tuple(running)))
                running, start = [], end
    if running:
        found.append(Quotation(tuple(running), closed=False))
    return found


def _closed_below(text: str, blocks: list[Span]) -> int | None:
    """The end of a quotation that runs on over lines without marks at their start; None where it does not."""
    for block in blocks:
        for position in range(block.start, block.end):
            mark = _mark(text, position)
            if mark is None or mark in "’'‘":
                continue
            closes = mark in "”»" or (mark in ('"', "''") and not text[position - 1].isspace())
            ends = _ends(text, position + len(mark) - 1, block)
            return position + len(mark) if closes and ends and position > block.start else None
    return None


def _in_block(text: str, block: Span) -> Iterator[Quotation]:
    position = block.start
    while position < block.end:
        mark = _mark(text, position)
        if mark is None or not _may_open(text, position, mark, block):
            position += len(mark or " ")
            continue
        end, closed = _closing(text, position, mark, block)
        if end is None:
            position += len(mark)
            continue
        yield Quotation((Span(position, end),), closed)
        position = end


def _mark(text: str, position: int) -> str | None:
    """The quotation mark at this place; two single ones written for a double are one mark."""
    character = text[position]
    if character in "'`" and text[position : position + 2] in ("''", "``"):
        return text[position : position + 2]
    return character if character in _OPENS or character in "\"”'" else None


def _may_open(text: str, position: int, mark: str, block: Span) -> bool:
    if mark in "”":  # a closing mark where one should open is a slip of the keyboard
        return position == block.start
    after = position + len(mark)
    before = text[position - 1] if position > block.start else " "
    if after >= block.end or text[after].isspace():
        # before a space a mark opens only at the start of a paragraph, or where it is unmistakable
        unmistakable = mark == "“" or (mark == '"' and before.isspace() and _is_apart(text, after, block))
        return after < block.end and (unmistakable or position == block.start)
    if mark == '"' and text[after] in _STOPS:
        return False
    if mark in ("'", "‘"):
        return before in _BEFORE_OPENING and text[after].isalpha()
    return before in _BEFORE_OPENING or mark in "“„«‹"


def _is_apart(text: str, after: int, block: Span) -> bool:
    """Whether the next mark has a space before it, too: the marks of " a few words " stand by themselves."""
    closing = text.find('"', after, block.end)
    return closing > after and text[closing - 1].isspace()


def _closing(text: str, start: int, mark: str, block: Span) -> tuple[int | None, bool]:
    """The end of the quotation opened at `start`; None where the mark opens none after all."""
    if mark in ("'", "‘"):
        return _closing_single(text, start, block), True
    closers = tuple(_OPENS.get(mark, '"”')) if mark not in ("''", "``") else ("''",)
    position, last_stop = start + len(mark), None
    while position < block.end:
        here = _mark(text, position) or text[position]
        straight = here == '"' and mark == "“" and _ends(text, position, block)
        if (here in closers or straight) and not _opens_again(text, position, here, block):
            return position + len(here), True
        if here == mark == "“" and last_stop is not None:
            return last_stop, True  # opened anew: the closing mark was lost at the last full stop
        position += len(here)
        last_stop = position if here in ".?!" else last_stop
    return (last_stop, last_stop is not None) if mark == '"' else (block.end, False)


def _ends(text: str, position: int, block: Span) -> bool:
    return position + 1 >= block.end or text[position + 1] in _AFTER_CLOSING


def _opens_again(text: str, position: int, mark: str, block: Span) -> bool:
    """A straight mark after a space and before a word opens, it does not close."""
    after = position + len(mark)
    return text[position - 1].isspace() and after < block.end and text[after].isalnum()


def _closing_single(text: str, start: int, block: Span) -> int | None:
    """A closing single mark is no apostrophe; after an s it may be one, so a later mark is preferred."""
    plural = None
    for position in range(start + 2, min(block.end, start + _FARTHEST)):
        if text[position] in "’'" and _ends(text, position, block):
            if text[position - 1] != "s":
                return position + 1
            plural = plural or position
    return plural + 1 if plural else None


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in a transcript; `label` is the words before the colon."""

    label: Span
    parts: tuple[Span, ...]


_WORD = r"[A-Z][\w.'’-]{0,30}"
_LABEL = re.compile(rf"[\"“]?((?:Q|A|{_WORD}(?: {_WORD}){{0,3}})): ?")


def find_turns(text: str, blocks: list[Span]) -> list[Turn]:
    """The turns of a transcript: three labels or more that come again; what stands between is the first's."""
    labels = [_LABEL.match(text, block.start, block.end) for block in blocks]
    names = [match.group(1) for match in labels if match]
    again = {name for name, count in Counter(names).items() if count > 1}
    if len(names) < 3 or len(set(names)) < 2 or not again:
        return []
    turns: list[Turn] = []
    last = max(i for i, match in enumerate(labels) if match)
    for block, match in zip(blocks[: last + 1], labels, strict=False):
        if match:
            turns.append(Turn(Span(*match.span(1)), (Span(match.end(), block.end),)))
        elif turns and text[block.start] not in "([":
            turns[-1] = Turn(turns[-1].label, (*turns[-1].parts, block))
    return [turn for turn in turns if turn.parts[0].end > turn.parts[0].start]
