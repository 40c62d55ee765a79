"""`check --format sarif`: SARIF 2.1.0, one run for all sets; further sides are related locations."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any

from checker import DISTRIBUTION, __version__
from checker.model import Article, Evidence, Failure, Finding, Role, RuleNote
from checker.reports import Look
from checker.reports.places import lines, main_evidence, one_line, others, uri, uri_of
from checker.reports.printable import json_text
from checker.reports.repairs import repair_of
from checker.reports.report import Report
from checker.reports.shown import reading

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(reports: Sequence[Report], look: Look) -> str:
    rules = {note.id: note for report in reports for note in report.rules}
    order = {rule: number for number, rule in enumerate(sorted(rules))}
    files = list(dict.fromkeys(_files(reports)))
    home = address()
    run = {
        "automationDetails": {"id": "checker/"},  # the same at every run, so that one replaces the last
        "tool": {
            "driver": _given(
                name="checker",
                informationUri=home,
                version=__version__,
                semanticVersion=__version__,
                rules=[_rule(rules[name], home) for name in order],
            )
        },
        "invocations": [
            {
                "executionSuccessful": not any(report.failed for report in reports),
                "toolExecutionNotifications": [
                    _failed(failure, report) for report in reports for failure in report.failed
                ],
            }
        ],
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": name}, "roles": [role]} for name, role in files],
        "results": [_result(finding, report, order) for report in reports for finding in report.findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(log)


@lru_cache(maxsize=1)
def address() -> str | None:
    """Where this copy was had from: by its metadata, or the repository it was installed from."""
    try:
        installed = distribution(DISTRIBUTION)
    except PackageNotFoundError:
        return None
    for url in installed.metadata.get_all("Project-URL") or ():
        return str(url).partition(", ")[2]
    origin = json.loads(installed.read_text("direct_url.json") or "{}").get("url", "")
    return origin.removesuffix(".git") if origin.startswith("https://") else None


def _failed(failure: Failure, report: Report) -> dict[str, Any]:
    """What was not checked, as a fault of the run at its place."""
    error = failure.error
    places = None
    if error.path:
        region = {"startLine": error.line} if error.line else None
        where = _given(artifactLocation={"uri": uri_of(error.path)}, region=region)
        places = [{"physicalLocation": where}]
    return _given(
        level="error",
        message={"text": f"{error.message}\n{error.hint}" if error.hint else error.message},
        locations=places,
        properties={"set": report.articles.id, "article": failure.article},
    )


def _given(**fields: Any) -> dict[str, Any]:
    """An object of the fields that have a value."""
    return {key: value for key, value in fields.items() if value is not None}


def _files(reports: Sequence[Report]) -> Iterator[tuple[str, str]]:
    for report in reports:
        for article in report.articles.articles:
            yield uri(article), "analysisTarget" if article.role is Role.DRAFT else "referencedOnCommandLine"


def _rule(note: RuleNote, home: str | None) -> dict[str, Any]:
    return _given(
        id=note.id,
        shortDescription={"text": note.title},
        fullDescription={"text": note.why},
        help={"text": f"{note.why}\n\n{note.help}" if note.help else note.why},
        helpUri=note.link or (home and f"{home}#{note.id}"),
        defaultConfiguration={"level": note.severity.value},
        properties={"tags": list(note.tags)},
    )


def _result(finding: Finding, report: Report, order: dict[str, int]) -> dict[str, Any]:
    return _given(
        ruleId=finding.rule,
        ruleIndex=order.get(finding.rule),
        kind="fail",
        level=finding.severity.value,
        message={"text": finding.message},
        locations=[_location(main_evidence(finding))],
        relatedLocations=[_location(e, number) for number, e in enumerate(others(finding), 1)],
        partialFingerprints={"checker/v1": finding.fingerprint},
        fixes=_fixes(finding),
        suppressions=_suppressions(finding),
        baselineState="unchanged" if finding.known else None,
        properties={
            "set": report.articles.id,
            "verdict": finding.verdict.value,
            "relation": finding.relation.value,
            "reasons": list(finding.reasons),
        },
    )


def _fixes(finding: Finding) -> list[Any] | None:
    repair = repair_of(finding)
    if repair is None or not repair.in_one_piece or not _has_lines(repair.draft.article):
        return None
    place, words = repair.draft.article, {"text": repair.words}
    change = {
        "artifactLocation": {"uri": uri(place)},
        "replacements": [{"deletedRegion": _region(place, repair.draft), "insertedContent": words}],
    }
    return [{"description": {"text": repair.told}, "artifactChanges": [change]}]


def _suppressions(finding: Finding) -> list[Any]:
    """An accepted finding is suppressed; SARIF reads an empty list as "looked at, and not suppressed"."""
    if finding.accepted is None:
        return []
    accepted = finding.accepted
    given = {"by": accepted.who, "when": accepted.when, "until": accepted.until}
    return [
        _given(
            kind="inSource" if accepted.inline else "external",
            status="accepted",
            justification=accepted.reason,
            properties={key: str(value) for key, value in given.items() if value is not None} or None,
        )
    ]


def _location(e: Evidence, number: int | None = None) -> dict[str, Any]:
    value = reading(e)
    text = f"{e.said_by}: “{one_line(e.text)}”" + (f", read as {value}" if value else "")
    text += f", paragraph {e.line}" if e.article.places else ""
    region = _region(e.article, e) | {"snippet": {"text": e.text}}
    where = _given(artifactLocation={"uri": uri(e.article)}, region=region if _has_lines(e.article) else None)
    return _given(id=number, physicalLocation=where, message={"text": text})


def _has_lines(article: Article) -> bool:
    """Whether its lines are those of a file: not of a page, a Word file or a text in a stream."""
    return article.lined and article.path is not None


def _region(article: Article, e: Evidence) -> dict[str, Any]:
    first, column, last, end = lines(article, e.span)
    return {"startLine": first, "startColumn": column, "endLine": last, "endColumn": end}
