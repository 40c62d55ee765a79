"""What `from checker import check, explain` promises."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker
from checker import check, explain
from checker.errors import CheckerError
from checker.model import Report, Severity
from checker.readings import SetReading

ROOT = Path(__file__).parent.parent
CASE = ROOT / "cases" / "2025-03-18-ceasefire-call"


def test_check_yields_a_report_for_each_set() -> None:
    (report,) = check([CASE])
    assert isinstance(report, Report)
    assert {finding.severity for finding in report.findings} >= {Severity.ERROR}
    assert all(finding.message and len(finding.evidence) >= 1 for finding in report.findings)
    assert report.read["articles"] == len(report.articles.articles) >= 7


def test_explain_yields_what_was_read() -> None:
    (reading,) = explain([str(CASE)])
    assert isinstance(reading, SetReading)
    assert all(item.statements and item.sentences for item in reading.articles)


def test_a_draft_joins_the_set(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The ferry fire in Bari killed 12 people.\n")
    (tmp_path / "d.md").write_text("The ferry fire in Bari killed 19 people.\n")
    (report,) = check([tmp_path / "a.md"], draft=tmp_path / "d.md")
    assert [(f.rule, f.severity) for f in report.findings] == [("general.count", Severity.ERROR)]


def test_errors_tell_where_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CheckerError) as caught:
        list(check([tmp_path / "none.md"]))
    assert caught.value.render().startswith(f"{tmp_path / 'none.md'}: no such file or folder\n")


def test_it_is_typed() -> None:
    assert Path(checker.__file__).with_name("py.typed").is_file()
    assert all(getattr(checker, name).__doc__ for name in checker.__all__)
