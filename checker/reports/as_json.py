"""`check --format json` and `jsonl`: the whole report as data. The fields are described in docs/output.md."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from checker.model import Acceptance, DraftItem, Evidence, Fact, Failure, Finding
from checker.reports import Look
from checker.reports.as_data import plain, shape
from checker.reports.places import sentence
from checker.reports.printable import json_text
from checker.reports.repairs import Repair, repair_of
from checker.reports.report import Report
from checker.reports.shown import Column, columns_of

_SCHEMA = 2  # goes up where a field changes its meaning
_EVIDENCE = (
    "article=article.id source=article.name path=article.path line span text sentence speaker value side"
)
_SHAPES = {
    Report: shape(
        "schema id=articles.id status failed findings facts columns draft compared read not_run"
        " left_out=articles.left_out shared_copy expired stale",
        schema=lambda report: _SCHEMA,
        status=Report.status,
        columns=lambda report: columns_of(report, report.facts),
    ),
    Failure: shape(
        "article path=error.path line=error.line column=error.column message=error.message hint=error.hint"
    ),
    Finding: shape(
        "rule severity relation verdict message fingerprint reasons accepted known evidence repair",
        repair=repair_of,
    ),
    Repair: shape(
        "words told article=draft.article.id span=draft.span source",
        source=lambda repair: repair.source and repair.source.article.id,
    ),
    Acceptance: shape("what reason who when until path line inline"),
    Evidence: shape(_EVIDENCE, sentence=sentence),
    Fact: shape("label kind disagrees moved cells", cells=lambda fact: dict(fact.cells)),
    Column: shape("article=article.id speaker name"),
}
_OF_EVIDENCE = re.sub(r"(\w+)(?:=([\w.]+))?", lambda m: f"{m[1]}=evidence.{m[2] or m[1]}", _EVIDENCE)
_SHAPES[DraftItem] = shape(
    f"what support qualifiers step by sources {_OF_EVIDENCE}", sentence=lambda item: sentence(item.evidence)
)


def render(reports: Sequence[Report], look: Look) -> str:
    """An indented JSON object for one set, a list of them for several."""
    data = [as_data(report) for report in reports]
    return json_text(data[0] if len(data) == 1 else data)


def lines(reports: Sequence[Report], look: Look) -> str:
    """The same object, a set a line."""
    return "".join(json_text(as_data(report), indent=None) for report in reports)


def as_data(thing: Report | Failure) -> dict[str, Any]:
    data: dict[str, Any] = plain(thing, _SHAPES)
    return data
