"""A parsed article as plain lists of its tokens."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from checker.model import Span

if TYPE_CHECKING:
    from checker.language import Doc

_BARRED = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_LONG_TITLE_CASE = 0.6
_CLOSERS = frozenset('.!?”"')


@dataclass(slots=True)
class Text:
    """One parsed article as plain lists, so that tokens are looked at once."""

    number: int
    doc: Doc
    raw: str  # doc.text builds the text anew at every look
    words: list[str]
    lower: list[str]
    starts: list[int]
    proper: list[bool]
    subject: list[bool]
    sentence: list[int]
    taken: list[bool]
    headline: list[bool]

    def span(self, first: int, last: int) -> Span:
        return Span(self.starts[first], self.starts[last - 1] + len(self.words[last - 1]))


def read_text(number: int, doc: Doc, raw: str) -> Text:
    """The tokens of a parsed article, read as one array: looking at each token costs ten times as much."""
    ids = doc.vocab.strings
    rows = doc.to_array(["IDX", "LENGTH", "POS", "DEP", "ENT_TYPE", "SENT_START"]).tolist()
    propn, subjects = ids["PROPN"], {ids[name] for name in _SUBJECTS}
    barred = {ids[name] for name in _BARRED}
    words = [raw[row[0] : row[0] + row[1]] for row in rows]
    text = Text(
        number=number,
        doc=doc,
        raw=raw,
        words=words,
        lower=[word.lower() for word in words],
        starts=[row[0] for row in rows],
        proper=[row[2] == propn and word[0].isupper() for row, word in zip(rows, words, strict=True)],
        subject=[row[3] in subjects for row in rows],
        sentence=list(accumulate(row[5] == 1 for row in rows)),
        taken=[row[4] in barred for row in rows],
        headline=[False] * len(words),
    )
    _bar_headlines(text)
    return text


def _bar_headlines(text: Text) -> None:
    """In a line set in capitals every word looks like a name: only marks and known names count there."""
    line: list[int] = []
    for i in range(len(text.words) + 1):
        if i < len(text.words) and "\n" not in text.words[i]:
            line.append(i)
            continue
        long = [j for j in line if len(text.words[j]) > 3 and text.words[j][0].isalpha()]
        capital = sum(text.words[j][0].isupper() for j in long)
        closed = bool(line) and text.words[line[-1]] in _CLOSERS
        if len(long) > 2 and capital > _LONG_TITLE_CASE * len(long) and not closed:
            for j in line:
                text.proper[j] = False
                text.headline[j] = True
        line = []
