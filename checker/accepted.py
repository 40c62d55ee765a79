"""Findings that somebody let stand: `accepted.yaml`, comments in a draft, and a baseline."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from checker import regular_files
from checker.errors import CheckerError
from checker.model import Acceptance, Article, Comment, Finding, Role
from checker.reports.report import Report
from checker.rules.parts import Part
from checker.rules.rulesets import shown
from checker.yaml_files import marked_yaml

FILE = "accepted.yaml"
_SHAPE = "write it so: <!-- checker: ignore RULE-OR-FINGERPRINT: why it may stand -->"
COPY = "copy it from the report: 16 digits and letters, or the first 8 of them"
Known = frozenset[tuple[str, str]]  # the set's id, the finding's fingerprint


def is_fingerprint(word: str) -> bool:
    """Whether it is a fingerprint, or the beginning of one that is long enough to be told from a word."""
    return 8 <= len(word) <= 16 and set(word) <= set("0123456789abcdef")


def marks_among(words: Iterable[Path | str]) -> list[str]:
    """Those of the words on a command line that name findings, and no files."""
    return [str(w) for w in dict.fromkeys(words) if is_fingerprint(str(w)) and not Path(w).exists()]


def named(mark: str, findings: Iterable[Finding]) -> Finding | None:
    """The finding that a fingerprint or its beginning names; CheckerError where several begin so."""
    found = {f.fingerprint: f for f in findings if f.fingerprint.startswith(mark)}
    if len(found) > 1:
        hint = f"give more of {' or '.join(sorted(found))}"
        raise CheckerError(f"{mark} is the beginning of {len(found)} fingerprints", hint=hint)
    return next(iter(found.values()), None)


def read_day(written: Any) -> Any:
    """A day as YYYY-MM-DD; ValueError if it is none."""
    if not isinstance(written, str):
        return written
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ValueError(f"{written!r} is not a day\nwrite it as 2025-03-18") from None


def _fingerprint(given: Any) -> Any:
    if not isinstance(given, str):  # "12345678" alone is a number
        raise ValueError(f"{given!r} is not in quotation marks\nwrite it so: fingerprint: '791834bc'")
    if not is_fingerprint(given):
        raise ValueError(f"{given!r} is not a fingerprint\n{COPY}")
    return given


Day = Annotated[date, BeforeValidator(read_day, json_schema_input_type=str)]


class Entry(Part):
    """An entry of accepted.yaml."""

    fingerprint: Annotated[str, BeforeValidator(_fingerprint)] = Field(
        description="of the finding", json_schema_extra={"pattern": "^[0-9a-f]{8,16}$"}
    )
    reason: str = Field(min_length=1, description="why it may stand")
    who: str | None = Field(None, description="who let it stand")
    when: Day | None = Field(None, description="the day on which it was accepted")
    until: Day | None = Field(None, description="the last day on which it holds")
    set: str | None = Field(None, description="only in the set of this id")
    draft: str | None = Field(None, description="the draft that it was found in; others may share the folder")
    rule: str | None = Field(None, description="the rule that found it; for readers of the file")
    about: str | None = Field(None, description="the finding in words; for readers of the file")


def read_entries(path: Path) -> list[tuple[Entry, Acceptance]]:
    """The entries of a file, each with its place; none where there is no file."""
    if not path.is_file() or not _written(path):
        return []
    name = shown(path)
    marked = marked_yaml.read(path, shown=name)
    entries = marked_yaml.validate_each(Entry, marked, "", "entry with '- fingerprint: …'")
    found = []
    for entry, node in zip(entries, marked.root.value, strict=True):
        line = node.start_mark.line + 1
        told = entry.rule or "", " ".join((entry.about or "").split())
        given = (entry.fingerprint, entry.reason, name, line, entry.who, entry.when, entry.until)
        found.append((entry, Acceptance(*given, rule=told[0], about=told[1])))
    return found


def _written(path: Path) -> bool:
    """Whether there is more in the file than comments."""
    lines = regular_files.read(path).splitlines()
    return any(line.strip() and not line.lstrip().startswith(b"#") for line in lines)


def settle(report: Report, beside: Path | None = None, today: date | None = None) -> Report:
    """The report with its accepted findings marked, and what is expired or stale.

    `beside` is the file of settings; an accepted.yaml beside it holds for all sets. Without `today`
    nothing has expired. Raises CheckerError for a comment or an entry that cannot be read.
    """
    accepted: dict[str, Acceptance] = {}
    expired, stale = [], []
    for entry, acceptance in _entries(report, beside and beside.parent):
        meant = named(entry.fingerprint, report.findings)
        if meant is None:
            stale.append(acceptance)
        elif today and entry.until and entry.until < today:
            expired.append(acceptance)
        else:
            accepted.setdefault(meant.fingerprint, acceptance)
    for acceptance, found in _comments(report):
        for finding in found:
            accepted.setdefault(finding.fingerprint, acceptance)
        if not found:
            stale.append(acceptance)
    findings = (
        replace(f, accepted=accepted[f.fingerprint]) if f.fingerprint in accepted else f
        for f in report.findings
    )
    return replace(report, findings=tuple(findings), expired=tuple(expired), stale=tuple(stale))


def _entries(report: Report, beside: Path | None) -> Iterator[tuple[Entry, Acceptance]]:
    """The entries that hold for a set; those of other sets in a shared file are left out."""
    own = Path(report.articles.folder) if report.articles.folder is not None else None
    read: set[Path] = set()
    for folder in (own, beside):
        path = None if folder is None else Path(os.path.realpath(folder / FILE))
        if path is None or path in read:
            continue
        read.add(path)
        for entry, acceptance in read_entries(path):
            shared = entry.set is None and (folder is not own or not _in_files(report))
            shared = shared or _of_another_draft(entry, path.parent, report)
            if entry.set in (None, report.articles.id) and (
                not shared or named(entry.fingerprint, report.findings)
            ):
                yield entry, acceptance


def _of_another_draft(entry: Entry, folder: Path, report: Report) -> bool:
    """Whether a draft that is not of this set, and is there, is the one to ask for the finding."""
    if entry.draft is None or not (folder / entry.draft).is_file():
        return False
    return not any(
        article.path and article.role is Role.DRAFT and (folder / entry.draft).samefile(article.path)
        for article in report.articles.articles
    )


def _in_files(report: Report) -> bool:
    """Whether the articles are files of their own; the sets of a stream share one folder."""
    return all(article.path for article in report.articles.articles)


def _comments(report: Report) -> Iterator[tuple[Acceptance, list[Finding]]]:
    for article in report.articles.articles:
        for comment in article.comments if article.role is Role.DRAFT else ():
            acceptance = _acceptance(comment, article)
            if acceptance:
                lines = _paragraph(article, comment)
                yield acceptance, [f for f in report.findings if _is_meant(f, acceptance, article, lines)]


def _acceptance(comment: Comment, article: Article) -> Acceptance | None:
    """What a comment to this program says; None for any other comment."""
    name, colon, order = comment.text.partition(":")
    if not colon or name.strip() != "checker":
        return None
    path = article.path or article.id
    what, _, reason = order.strip().removeprefix("ignore").partition(":")
    what, reason = what.strip(), " ".join(reason.split())
    if not order.strip().startswith("ignore ") or not what or len(what.split()) > 1:
        raise CheckerError("this comment is not understood", path=path, line=comment.first, hint=_SHAPE)
    if not reason:
        raise CheckerError(
            f"{what!r} is ignored without a reason", path=path, line=comment.first, hint=_SHAPE
        )
    return Acceptance(what, reason, path, comment.first, inline=True)


def _paragraph(article: Article, comment: Comment) -> range:
    """The lines of the file that a comment is about: its own paragraph, or else the next one."""
    lines = [bool(line.strip()) for line in article.text.split("\n")]
    first = comment.first - 1 - article.line_offset
    last = comment.last - 1 - article.line_offset
    start = next((at for at in range(first, last + 1) if at < len(lines) and lines[at]), None)
    if start is None:
        start = next((at for at in range(last, len(lines)) if lines[at]), len(lines))
    end = start
    while start > 0 and lines[start - 1] and start < len(lines):
        start -= 1
    while end < len(lines) and lines[end]:
        end += 1
    return range(start + 1 + article.line_offset, end + 1 + article.line_offset)


def _is_meant(finding: Finding, acceptance: Acceptance, article: Article, lines: range) -> bool:
    """A fingerprint is meant wherever it is found; a rule in the paragraph of the comment."""
    if is_fingerprint(acceptance.what) and finding.fingerprint.startswith(acceptance.what):
        return True
    return acceptance.what == finding.rule and any(
        e.article.id == article.id and e.line in lines for e in finding.evidence
    )


_WRITE = "checker check … --format json=FILE"


def read_baseline(path: Path) -> Known:
    """The findings of an earlier report in JSON or JSONL; CheckerError if it is none."""
    try:
        text = regular_files.read(path).decode("utf-8-sig")
    except OSError as e:
        reason, hint = (e.strerror or str(e)).lower(), f"write one: {_WRITE}"
        raise CheckerError(f"cannot be read: {reason}", path=path, hint=hint) from None
    except UnicodeDecodeError:
        raise _no_report(path) from None
    try:
        reports = _objects(text)
        return frozenset(
            (one["id"], finding["fingerprint"]) for one in reports for finding in one["findings"]
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _no_report(path) from None


def _objects(text: str) -> Iterable[Any]:
    try:
        whole = json.loads(text)
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    return whole if isinstance(whole, list) else [whole]


def _no_report(path: Path) -> CheckerError:
    return CheckerError("this is not a report in JSON", path=path, hint=f"write one: {_WRITE}")


def compared_with(report: Report, baseline: Known, new_only: bool) -> Report:
    """The report with the findings of the baseline marked as known, or left out."""
    known = [(report.articles.id, finding.fingerprint) in baseline for finding in report.findings]
    pairs: Sequence[tuple[Finding, bool]] = list(zip(report.findings, known, strict=True))
    if new_only:
        return replace(report, findings=tuple(finding for finding, old in pairs if not old))
    return replace(report, findings=tuple(replace(finding, known=old) for finding, old in pairs))
