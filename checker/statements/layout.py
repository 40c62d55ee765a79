"""The lie of an article: which paragraph, sentence and quotation each token stands in."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.model import Span
from checker.statements.quotation import Quotation, Turn, find_quotations, find_turns, paragraphs

if TYPE_CHECKING:
    from checker.language import Doc

_NO_CONTENT = " \t\n\r\u00a0\u2009\u202f,;:.—–-"


@dataclass(frozen=True, slots=True)
class Layout:
    """`sentence` and `quoted` go by token: the tokens of its sentence, the number of its quotation or -1.

    The turns of a transcript are numbered on from the quotations.
    """

    doc: Doc
    text: str
    blocks: list[Span]
    quotations: list[Quotation]
    turns: list[Turn]
    sentence: list[range]
    quoted: list[int]

    def block(self, offset: int) -> Span:
        """The paragraph that holds a character."""
        return self.blocks[max(0, bisect_right(self.blocks, (offset, len(self.text))) - 1)]

    def block_before(self, offset: int) -> Span | None:
        """The paragraph before the one that holds a character."""
        number = bisect_right(self.blocks, (offset, len(self.text))) - 2
        return self.blocks[number] if number >= 0 else None

    def token_at(self, offset: int) -> int:
        """The index of the token that holds a character, or of the next one."""
        low, high = 0, len(self.doc)
        while low < high:
            middle = (low + high) // 2
            token = self.doc[middle]
            if token.idx + len(token.text) <= offset:
                low = middle + 1
            else:
                high = middle
        return low

    def span(self, first: int, last: int) -> Span:
        """The characters from token `first` to token `last`, both included."""
        end = self.doc[last]
        return Span(self.doc[first].idx, end.idx + len(end.text))

    def trimmed(self, span: Span) -> Span:
        """Without the commas, full stops and white space around it."""
        rest = self.text[span.start : span.end].lstrip(_NO_CONTENT)
        start = span.end - len(rest)
        return Span(start, start + len(rest.rstrip(_NO_CONTENT)))

    def whole_quotations(self, span: Span) -> Span:
        """Widened to the marks of a quotation that begins in it, in the same paragraph."""
        end = span.end
        number = self.quoted[min(self.token_at(max(span.start, end - 1)), len(self.quoted) - 1)]
        if 0 <= number < len(self.quotations):
            part = self.quotations[number].parts[0]
            if part.start >= span.start - 1:
                return Span(min(span.start, part.start), max(end, part.end))
        return span


def lay_out(doc: Doc) -> Layout:
    text = doc.text
    blocks = paragraphs(text)
    turns = find_turns(text, blocks)
    quotations = find_quotations(text, blocks)
    quoted = [-1] * len(doc)
    layout = Layout(doc, text, blocks, quotations, turns, [], quoted)
    for number, parts in enumerate([*(q.parts for q in quotations), *(t.parts for t in turns)]):
        for part in parts:
            for i in range(layout.token_at(part.start), len(doc)):
                if doc[i].idx >= part.end:
                    break
                quoted[i] = number
    layout.sentence.extend(_sentences(doc))
    return layout


def _sentences(doc: Doc) -> list[range]:
    """The parser's sentences, cut at line breaks too: a headline is no part of the first sentence."""
    found: list[range] = []
    for sentence in doc.sents:
        start = sentence.start
        for token in sentence:
            if token.is_space and "\n" in token.text:
                found += [range(start, token.i + 1)] * (token.i + 1 - start)
                start = token.i + 1
        found += [range(start, sentence.end)] * (sentence.end - start)
    return found
