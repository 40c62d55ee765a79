"""What was pasted into a text and is no sentences: tables, lists of figures, words over and over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.model import Article, ArticleSet, Span

_CELLS = re.compile(r"\t+|[ \t]*\|[ \t]*| {2,}")
_WORDS = re.compile(r"\S+")
_SIGNS = re.compile(r"\w+|[^\w\s]")
_FEWEST_ROWS = 3
_LONGEST_CELL = 40  # characters: more is a sentence
_FEWEST_FIGURES = 12  # of a line that has little else
_MOSTLY = 0.7
_BEGINNING = 8  # words and signs by which what is said again is found …
_APART = 200  # … and how many it may have at most
_FEWEST_TIMES, _FEWEST_SIGNS = 20, 300  # in a row
_KEPT = 3  # times that it is read: more of them teach nothing


def without_tables(article: Article) -> Article:
    """The article with blanks for its tables, every other character where it was, and a word of each."""
    for find in (_tables, _repetitions):
        left = list(find(article.text))
        pieces, at = [], 0
        for span, _ in left:
            pieces += [article.text[at : span.start], re.sub(r"[^\n]", " ", article.words(span))]
            at = span.end
        said = tuple(f"{what} from line {article.line(span.start)}" for span, what in left)
        text = "".join([*pieces, article.text[at:]])
        article = replace(article, text=text, left_out=(*article.left_out, *said))
    return article


def with_left_out(articles: ArticleSet, read: ArticleSet) -> ArticleSet:
    """The set as it was given, with the word of what was left out when it was read."""
    pairs = zip(articles.articles, read.articles, strict=True)
    return replace(articles, articles=tuple(replace(a, left_out=b.left_out) for a, b in pairs))


def _tables(text: str) -> Iterator[tuple[Span, str]]:
    """Stretches of lines that are rows, in words; blank lines may part them."""
    rows: list[Span] = []
    start = 0
    for line in text.splitlines(keepends=True):
        span = Span(start, start + len(line.rstrip("\n")))
        start += len(line)
        if _is_row(line) or _is_figures(line):
            rows.append(span)
        elif line.strip():
            yield from _table(text, rows)
            rows = []
    yield from _table(text, rows)


def _table(text: str, rows: list[Span]) -> Iterator[tuple[Span, str]]:
    figures = any(_is_figures(text[row.start : row.end]) for row in rows)
    if len(rows) >= _FEWEST_ROWS or figures:
        told = f"a table of {len(rows):,} row{'s' if len(rows) != 1 else ''}"
        yield Span(rows[0].start, rows[-1].end), told


def _is_row(line: str) -> bool:
    cells = [cell for cell in _CELLS.split(line.strip(" \n|")) if cell]
    return len(cells) > 2 and not any(len(cell) > _LONGEST_CELL for cell in cells)


def _is_figures(line: str) -> bool:
    words = _WORDS.findall(line)
    figures = sum(any(character.isdigit() for character in word) for word in words)
    return bool(figures >= _FEWEST_FIGURES and figures >= _MOSTLY * len(words))


def _repetitions(text: str) -> Iterator[tuple[Span, str]]:
    """Stretches in which the same words stand again and again in a row, but for the first times."""
    signs = list(_SIGNS.finditer(text))
    words = [sign[0] for sign in signs]
    last: dict[tuple[str, ...], int] = {}
    at = 0
    while at + _FEWEST_SIGNS <= len(words):
        beginning = tuple(words[at : at + _BEGINNING])
        apart = at - last.get(beginning, at)
        last[beginning] = end = at
        while 0 < apart <= _APART and end < len(words) and words[end] == words[end - apart]:
            end += 1
        if end - at >= max(_FEWEST_SIGNS, _FEWEST_TIMES * apart):
            left = at + (_KEPT - 1) * apart
            times = (end - left) // apart
            yield (
                Span(signs[left].start(), signs[end - 1].end()),
                f"the same words {times:,} times more in a row",
            )
        at = max(at + 1, end - _BEGINNING)
