"""Where evidence stands in its file, for formats that point at files."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path, PurePath
from urllib.parse import quote

from checker.model import Article, Evidence, Finding, Role, Span

_GAP = re.compile(r"\n[^\S\n]*\n\s*")  # between two paragraphs
_MARKS = ('"', "“", "‘", "'", "«")


def main_evidence(finding: Finding) -> Evidence:
    """Where to point first: at the draft, which can still be mended, else at the first side."""
    drafted = (e for e in finding.evidence if e.article.role is Role.DRAFT)
    return next(drafted, finding.evidence[0])


def others(finding: Finding) -> list[Evidence]:
    main = main_evidence(finding)
    return [e for e in finding.evidence if e is not main]


def path(article: Article) -> str:
    """The file as given, with forward slashes, below the current folder where it is there; else the id."""
    return article.id if article.path is None else _shown(article.path)


def _shown(path: str) -> str:
    given = PurePath(path)
    if given.is_absolute() and given.is_relative_to(Path.cwd()):
        given = given.relative_to(Path.cwd())
    return given.as_posix()


def uri(article: Article) -> str:
    """The same as a URI reference: relative, or file: for a file elsewhere."""
    return uri_of(article.path) if article.path is not None else quote(article.id, safe="/")


def uri_of(path: str) -> str:
    given = _shown(path)
    return quote(
        given if not given.startswith("/") else f"file://{given}", safe="/:" if given[:1] == "/" else "/"
    )


def lines(article: Article, span: Span) -> tuple[int, int, int, int]:
    """First line and column, last line and the column after the last character; all from 1."""
    end = max(span.end - 1, span.start)
    return (
        article.line(span.start),
        article.column(span.start),
        article.line(end),
        article.column(end) + 1,
    )


def around(e: Evidence) -> Span:
    """The sentence with the words, no further than the paragraph: a heading is no part of what follows."""
    start, end = min(e.sentence.start, e.span.start), max(e.sentence.end, e.span.end)
    text = e.article.text
    breaks = [gap.end() for gap in _GAP.finditer(text, start, e.span.start)]
    after = _GAP.search(text, e.span.end, end)
    return Span(breaks[-1] if breaks else start, after.start() if after else end)


def parted(e: Evidence) -> tuple[str, str, str]:
    """What stands before the words, the words, and what stands after them (see `around`)."""
    text, (start, end) = e.article.text, around(e)
    return text[start : e.span.start], e.text, text[e.span.end : end]


def cited(e: Evidence) -> str:
    """Who says it, where, and the whole sentence."""
    return f"{e.said_by}, line {e.line}: {quoted(sentence(e))}"


def sentence(e: Evidence) -> str:
    return one_line(e.article.words(around(e)))


def quoted(text: str) -> str:
    """In quotation marks, where it does not begin with one of its own."""
    return text if text[:1] in _MARKS else f"“{text}”"


def one_line(text: str) -> str:
    return " ".join(text.split())


def letter(side: int) -> str:
    """The name of a side: A, B, C … and S27 after Z."""
    return chr(ord("A") + side) if side < 26 else f"S{side + 1}"


class Fingerprints:
    """Fingerprints made unique over a run: the same finding of a second set gets a number."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def unique(self, finding: Finding) -> str:
        self._seen[finding.fingerprint] += 1
        times = self._seen[finding.fingerprint]
        return finding.fingerprint if times == 1 else f"{finding.fingerprint}-{times}"
