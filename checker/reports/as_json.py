"""`check --format json`: the whole report as data. The fields are described in docs/output.md."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.model import Acceptance, DraftItem, Evidence, Fact, Failure, Finding, Report
from checker.reports import Look
from checker.reports.places import sentence
from checker.reports.printable import json_text
from checker.reports.shown import columns_of

SCHEMA = 2  # goes up where a field changes its meaning


def render(reports: Sequence[Report], look: Look) -> str:
    """An indented JSON object for one set, a list of them for several."""
    data = [report_data(report) for report in reports]
    return json_text(data[0] if len(data) == 1 else data)


def report_data(report: Report) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "id": report.articles.id,
        "status": report.status(),
        "failed": [failure_data(failure) for failure in report.failed],
        "findings": [finding_data(finding) for finding in report.findings],
        "facts": [_fact(fact) for fact in report.facts],
        "columns": [
            {"article": column.article.id, "speaker": column.speaker, "name": column.name}
            for column in columns_of(report, report.facts)
        ],
        "draft": [_item(item) for item in report.draft],
        "compared": report.compared,
        "read": report.read,
        "not_run": list(report.not_run),
        "left_out": list(report.articles.left_out),
        "shared_copy": [list(ids) for ids in report.shared_copy],
        "expired": [acceptance_data(acceptance) for acceptance in report.expired],
        "stale": [acceptance_data(acceptance) for acceptance in report.stale],
    }


def failure_data(failure: Failure) -> dict[str, Any]:
    error = failure.error
    return {
        "article": failure.article,
        "path": error.path,
        "line": error.line,
        "column": error.column,
        "message": error.message,
        "hint": error.hint,
    }


def _item(item: DraftItem) -> dict[str, Any]:
    return {
        "what": item.what,
        "support": item.support.value,
        "qualifiers": [qualifier.value for qualifier in item.qualifiers],
        "step": item.step,
        "by": list(item.by),
        "sources": [evidence_data(evidence) for evidence in item.sources],
        **evidence_data(item.evidence),
    }


def finding_data(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "relation": finding.relation.value,
        "verdict": finding.verdict.value,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "reasons": list(finding.reasons),
        "accepted": finding.accepted and acceptance_data(finding.accepted),
        "known": finding.known,
        "evidence": [evidence_data(evidence) for evidence in finding.evidence],
    }


def acceptance_data(acceptance: Acceptance) -> dict[str, Any]:
    return {
        "what": acceptance.what,
        "reason": acceptance.reason,
        "who": acceptance.who,
        "when": acceptance.when and acceptance.when.isoformat(),
        "until": acceptance.until and acceptance.until.isoformat(),
        "path": acceptance.path,
        "line": acceptance.line,
        "inline": acceptance.inline,
    }


def evidence_data(evidence: Evidence) -> dict[str, Any]:
    return {
        "article": evidence.article.id,
        "source": evidence.article.name,
        "path": evidence.article.path,
        "line": evidence.line,
        "span": list(evidence.span),
        "text": evidence.text,
        "sentence": sentence(evidence),
        "speaker": evidence.speaker,
        "value": evidence.value,
        "side": evidence.side,
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "label": fact.label,
        "kind": fact.kind.value,
        "disagrees": fact.disagrees,
        "moved": fact.moved,
        "cells": {article: [evidence_data(e) for e in cell] for article, cell in fact.cells},
    }
