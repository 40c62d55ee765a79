"""Tables and lists of figures that somebody pasted into a text: said, and read as no sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.model import Article, ArticleSet, Span

_CELLS = re.compile(r"\t+|[ \t]*\|[ \t]*| {2,}")
_WORDS = re.compile(r"\S+")
_FEWEST_ROWS = 3
_LONGEST_CELL = 40  # characters: more is a sentence
_FEWEST_FIGURES = 12  # of a line that has little else
_MOSTLY = 0.7


def without_tables(article: Article) -> Article:
    """The article with blanks for its tables, every other character where it was, and a word of each."""
    tables = list(_tables(article.text))
    if not tables:
        return article
    pieces, at = [], 0
    for table, _ in tables:
        pieces += [article.text[at : table.start], re.sub(r"[^\n]", " ", article.words(table))]
        at = table.end
    said = tuple(
        f"a table of {rows:,} row{'s' if rows != 1 else ''} from line {article.line(table.start)}"
        for table, rows in tables
    )
    text = "".join([*pieces, article.text[at:]])
    return replace(article, text=text, left_out=(*article.left_out, *said))


def with_left_out(articles: ArticleSet, read: ArticleSet) -> ArticleSet:
    """The set as it was given, with the word of what was left out when it was read."""
    pairs = zip(articles.articles, read.articles, strict=True)
    return replace(articles, articles=tuple(replace(a, left_out=b.left_out) for a, b in pairs))


def _tables(text: str) -> Iterator[tuple[Span, int]]:
    """Stretches of lines that are rows, with their number; blank lines may part them."""
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


def _table(text: str, rows: list[Span]) -> Iterator[tuple[Span, int]]:
    figures = any(_is_figures(text[row.start : row.end]) for row in rows)
    if len(rows) >= _FEWEST_ROWS or figures:
        yield Span(rows[0].start, rows[-1].end), len(rows)


def _is_row(line: str) -> bool:
    cells = [cell for cell in _CELLS.split(line.strip(" \n|")) if cell]
    return len(cells) > 2 and not any(len(cell) > _LONGEST_CELL for cell in cells)


def _is_figures(line: str) -> bool:
    words = _WORDS.findall(line)
    figures = sum(any(character.isdigit() for character in word) for word in words)
    return bool(figures >= _FEWEST_FIGURES and figures >= _MOSTLY * len(words))
