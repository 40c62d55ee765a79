"""The report at the terminal: findings worst first, the draft, the fact matrix, what was read.

Plain text everywhere; at a terminal the same text carries styles and links to file and line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.model import DraftItem, Evidence, Fact, Failure, Finding, Support
from checker.reports import Look, acceptances, drafted
from checker.reports.acceptances import open_findings
from checker.reports.places import letter, one_line, parted, path
from checker.reports.report import Report
from checker.reports.shown import (
    Column,
    columns_of,
    in_rows,
    listed,
    nothing_to_compare,
    quiet,
    read_and_compared,
    reading,
    sign,
)
from checker.reports.terminal import Piece, Style, of_severity, styled, wrap

_SIDES = ("blue", "magenta", "green", "cyan", "yellow", "red")
_BOLD, _DIM = Style(bold=True), Style(dim=True)


def render(reports: Sequence[Report], look: Look) -> str:
    shown = [r for r in reports if not look.quiet or r.failed or open_findings(r)]
    return "\n".join("\n".join(_lines(report, look)) + "\n" for report in shown)


def _lines(report: Report, look: Look) -> Iterator[str]:
    yield styled(look, (report.articles.heading, _BOLD))
    yield ""
    for failure in report.failed:
        yield from _failed(failure, look)
    if not report.articles.articles:
        return
    findings = open_findings(report)
    for finding in findings:
        yield from finding_lines(finding, look)
        yield ""
    if look.quiet:
        return
    if not findings:
        found = "No disagreement found, other than what is accepted." if report.findings else None
        yield found or f"{quiet(report)}."
        yield ""
    yield from acceptances.lines(report, look)
    yield from _draft(report, look)
    yield from _matrix(report, look)
    if look.verbose:
        yield from _refused(report, look)
    yield from _summary(report, look)


def _failed(failure: Failure, look: Look) -> Iterator[str]:
    yield styled(look, ("not checked", Style(fg="red", bold=True)), f"  {failure.article or 'the whole set'}")
    yield from (styled(look, f"    {line}") for line in failure.error.render().splitlines())
    yield ""


def finding_lines(finding: Finding, look: Look) -> Iterator[str]:
    known = "  known" if finding.known else ""
    about = f"  {finding.verdict.value}  {finding.rule}  "
    yield styled(look, of_severity(finding.severity), about, (finding.fingerprint, _DIM), known)
    yield from wrap(look, [(finding.message, _BOLD)], "  ")
    for evidence in finding.evidence:
        yield from _evidence(evidence, look)
    if look.verbose and finding.reasons:
        because = f"compared because: {'; '.join(finding.reasons)}"
        yield from wrap(look, [(because, _DIM)], "    ")


def _evidence(e: Evidence, look: Look) -> Iterator[str]:
    side = Style(fg=_SIDES[e.side % len(_SIDES)], bold=True)
    value = f"  = {reading(e)}" if reading(e) else ""
    yield styled(look, "    ", (letter(e.side), side), "  ", (e.said_by, _BOLD), "  ", _where(e), value)
    yield from wrap(look, _marked(e, look.color, side), "       ")


def _where(e: Evidence) -> Piece:
    """The file and line, with a link to it; the file is named as the user named it."""
    link = None if e.article.path is None else f"{Path(e.article.path).absolute().as_uri()}#{e.line}"
    return f"{path(e.article)}:{e.line}", Style(dim=True, link=link)


def _marked(e: Evidence, color: bool, style: Style) -> list[Piece]:
    """The sentence with the words marked; without colour by brackets."""
    before, words, after = parted(e)
    mark = Style(fg=style.fg, bold=True, underline=True)
    return [(before, Style()), (words if color else f"[{words}]", mark), (after, Style())]


def _draft(report: Report, look: Look) -> Iterator[str]:
    if not report.draft:
        return
    yield styled(
        look,
        ("Draft", _BOLD),
        f"  {len(report.draft)} values, names, dates and quotations: {drafted.tally(report.draft)}",
    )
    shown = [(e.article.id, e.span) for f in report.findings for e in f.evidence]
    for item in report.draft:
        if look.verbose or (drafted.is_open(item) and not _told(item, shown)):
            yield from _item(item, look)
    names = [] if look.verbose else drafted.undecided_names(report.draft)
    if names:
        yield from wrap(look, [f"{drafted.SIGNS[Support.UNDECIDED]} names: {listed(names)}"], "  ", "      ")
    yield ""


def _item(item: DraftItem, look: Look) -> Iterator[str]:
    """The words, how they stand, and every sentence that they were held against."""
    head: list[Piece | str] = [f"{drafted.SIGNS[item.support]} ", (drafted.words(item), _BOLD)]
    head += [" (", _where(item.evidence), ")" if item.plain else f"), {drafted.outcome(item)}"]
    first, *more = [_cited(e, look) for e in item.sources] or [[]]
    yield from wrap(look, [*head, *([" — ", *first] if first else [])], "  ", "      ")
    for citation in more:
        yield from wrap(look, citation, "      ")


def _cited(e: Evidence, look: Look) -> list[Piece | str]:
    return [f"{e.said_by}, line {e.line}: “", *_marked(e, look.color, Style()), "”"]


def _told(item: DraftItem, shown: Sequence[tuple[str, tuple[int, int]]]) -> bool:
    """Whether a finding shows it already."""
    span = item.evidence.span
    return any(
        name == item.evidence.article.id and start < span.end and span.start < end
        for name, (start, end) in shown
    )


def _matrix(report: Report, look: Look) -> Iterator[str]:
    if not report.facts:
        return
    yield styled(look, ("Facts", _BOLD))
    columns = columns_of(report, report.facts)
    for fact in in_rows(report.facts):
        said = [f"{words}: {listed(by)}" for words, by in _by_words(fact, columns)]
        if fact.disagrees:
            yield styled(look, "  ", ("≠", Style(fg="red", bold=True)), f" {fact.label}")
            for line in said:
                yield from wrap(look, [line], "      ", "        ")
        else:
            yield from wrap(look, [f"{sign(fact)} {fact.label}: {'; '.join(said)}"], "  ", "      ")
    yield ""


def _by_words(fact: Fact, columns: Sequence[Column]) -> list[tuple[str, list[str]]]:
    """The sources and speakers that put it in the same words, in the order of the set."""
    found: dict[str, tuple[str, list[str]]] = {}
    for column in columns:
        for e in column.cell(fact):
            text, value = one_line(e.text), reading(e)
            _, by = found.setdefault(text.lower(), (f"{text} (= {value})" if value else text, []))
            if column.head not in by:
                by.append(column.head)
    return list(found.values())


def _refused(report: Report, look: Look) -> Iterator[str]:
    if not report.refused:
        return
    yield styled(look, ("Not compared", _BOLD))
    for words in report.refused:
        yield from wrap(look, [words], "  ", "    ")
    yield ""


def _summary(report: Report, look: Look) -> Iterator[str]:
    yield read_and_compared(report)
    for ids in report.shared_copy:
        names = [a.name for a in report.articles.articles if a.id in ids]
        yield from wrap(look, [f"{listed(names)} carry the same copy: one source, not {len(names)}."], "")
    if report.not_run:
        yield from wrap(look, [nothing_to_compare(report)], "", "  ")
    for sentence in report.articles.left_out:
        yield from wrap(look, [sentence], "", "  ")
    yield acceptances.summed(report)
