"""The draft as a Word document: a comment at each finding, with what the sources say there.

A draft that was a Word document stays the document that it was: only comments are added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document

from checker.model import Article, DraftItem, Evidence, Finding, Role, Span
from checker.page.original import Letters
from checker.reports import drafted
from checker.reports.acceptances import summed
from checker.reports.marking import pieces
from checker.reports.places import quoted, sentence
from checker.reports.printable import printable
from checker.reports.repairs import repair_of
from checker.reports.report import Report
from checker.reports.shown import quiet

if TYPE_CHECKING:
    from docx.document import Document as Written
    from docx.text.run import Run

_AUTHOR = "checker"


@dataclass(eq=False, slots=True)
class Remark:
    """What a comment says, a paragraph a line, and the runs that it is about."""

    lines: list[str]
    runs: list[Run] = field(default_factory=list)


def write(report: Report, letters: Letters | None = None) -> bytes:
    """The drafts of a report, or all its texts where there is none, as a .docx; `letters` are those of the
    document that its draft was."""
    return saved(_written(report) if letters is None else _marked(report, letters))


def saved(document: Written) -> bytes:
    """The bytes of a .docx."""
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _marked(report: Report, letters: Letters) -> Written:
    """The document with a comment at each finding; the first says what else there is to say."""
    drafts = [a for a in report.articles.articles if a.role is Role.DRAFT]
    remarks = [one for draft in drafts for one in _remarks(report, draft)]
    ends = letters.runs([span for span, _ in remarks])
    _comment(letters.document, Remark(list(_on_the_whole(report)), letters.first()))
    for (_, remark), runs in zip(remarks, ends, strict=True):
        _comment(letters.document, Remark(remark.lines, runs))
    return letters.document


def _on_the_whole(report: Report) -> Iterator[str]:
    yield summed(report) if report.findings else f"{quiet(report)}."
    for finding in report.findings:
        if all(e.article.role is not Role.DRAFT for e in finding.evidence):
            yield from (f"{finding.severity.value}: {finding.message}", *map(_said, finding.evidence))
    yield from (" – ".join((_stands(item), *map(_said, item.sources))) for item in _backed(report))


def _backed(report: Report) -> list[DraftItem]:
    """What needs no look, and has words of sources beside it."""
    return [item for item in report.draft if not drafted.is_open(item) and item.sources]


def _written(report: Report) -> Written:
    """A document of its own."""
    document = Document()
    document.core_properties.author = _AUTHOR
    document.add_heading(printable(report.articles.heading), 1)
    if not report.findings:
        document.add_paragraph(f"{quiet(report)}.")
    articles = [a for a in report.articles.articles if a.role is Role.DRAFT] or report.articles.articles
    for article in articles:
        if len(articles) > 1:
            document.add_heading(printable(article.name), 2)
        _write_text(document, article, list(_remarks(report, article)))
    _write_backed(document, _backed(report))
    return document


def _remarks(report: Report, article: Article) -> Iterator[tuple[Span, Remark]]:
    """A remark a finding, and one for each item of a draft that asks for a look and has no finding."""
    told: list[Span] = []
    for finding in report.findings:
        for e in finding.evidence:
            if e.article.id == article.id:
                told.append(e.span)
                yield e.span, Remark(list(_of_finding(finding, e)))
    for item in report.draft:
        span = item.evidence.span
        here = item.evidence.article.id == article.id and drafted.is_open(item)
        if here and not any(span.overlaps(other) for other in told):
            yield span, Remark([_stands(item), *map(_said, item.sources)])


def _of_finding(finding: Finding, here: Evidence) -> Iterator[str]:
    yield f"{finding.severity.value}: {finding.message}"
    yield from (_said(e) for e in finding.evidence if e is not here)
    repair = repair_of(finding)
    if finding.accepted is not None:
        yield f"Accepted: {finding.accepted.reason}"
    elif repair is not None:
        yield f"To put it right: {repair.told}"


def _stands(item: DraftItem) -> str:
    return f"{drafted.SIGNS[item.support]} {drafted.words(item)}: {drafted.outcome(item)}"


def _said(e: Evidence) -> str:
    return f"{e.said_by}: {quoted(sentence(e))}"


def _write_text(document: Written, article: Article, remarks: Sequence[tuple[Span, Remark]]) -> None:
    """The text, a paragraph a line, cut into runs where remarks begin and end."""
    paragraph = document.add_paragraph()
    for piece in pieces(article.text, remarks):
        for number, line in enumerate(piece.text.split("\n")):
            if number and paragraph.runs:
                paragraph = document.add_paragraph()
            if line:
                run = paragraph.add_run(printable(line))
                run.bold = bool(piece.marks) or None
                for remark in piece.marks:
                    remark.runs.append(run)
    for _, remark in remarks:
        _comment(document, remark)


def _comment(document: Written, remark: Remark) -> None:
    if remark.runs:
        first, *rest = map(printable, remark.lines)
        comment = document.add_comment(remark.runs, first, _AUTHOR, "c")
        for line in rest:
            comment.add_paragraph(line)


def _write_backed(document: Written, items: Sequence[DraftItem]) -> None:
    """What needs no look, each beside the words of the sources."""
    if not items:
        return
    document.add_heading("Beside the sources", 2)
    table = document.add_table(0, 2, "Table Grid")
    for item in items:
        own, theirs = table.add_row().cells
        own.text = printable(_stands(item))
        theirs.text = printable("\n".join(map(_said, item.sources)))
