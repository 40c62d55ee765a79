"""What `from checker import check, check_texts, explain` promises; the examples of docs/python.md, run."""

from __future__ import annotations

import io
import json
import re
import threading
import urllib.error
import urllib.request
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from click.testing import CliRunner

import checker
from checker import check, check_texts, explain
from checker.cli import main
from checker.errors import CheckerError
from checker.model import Severity
from checker.readings import SetReading
from checker.reports.report import Report

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


WIRE = "A ferry ran aground off Lund Island on Saturday, and 14 people were injured, the coast guard said."
TOLD = "draft: 17 people — text-1 (the coast guard): 14 people"
OURS = "A ferry ran aground off Lund Island on Saturday, and 17 people were injured."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "wire.txt").write_text(WIRE)
    (tmp_path / "ours.txt").write_text(OURS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(report: Report) -> list[tuple[str, str, str]]:
    return [(f.rule, f.severity.value, f.message) for f in report.findings]


def test_texts_in_memory_are_as_files(folder: Path) -> None:
    (by_path,) = check(["wire.txt"], draft="ours.txt")
    said = "ours: 17 people — wire (the coast guard): 14 people"
    report = check_texts([{"id": "wire", "text": WIRE}], draft={"id": "ours", "text": OURS})
    assert told(report) == told(by_path) == [("general.count", "error", said)]
    assert [a.id for a in check_texts([WIRE, WIRE], draft=OURS).articles.articles] == [
        "text-1",
        "text-2",
        "draft",
    ]


def test_a_string_is_one_path_or_one_text(folder: Path) -> None:
    (report,) = check("wire.txt")
    assert [a.text for a in report.articles.articles] == [WIRE]
    (reading,) = explain(folder / "wire.txt")
    assert reading.articles[0].article.text == WIRE
    assert [a.text for a in check_texts(WIRE, draft=OURS).articles.articles] == [WIRE, OURS]


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ([{"txt": WIRE}], "did you mean 'text'?"),
        ([{"publisher": "Wire"}], "'articles.1.text' is missing"),
        ([""], "is empty"),
        ([], "no article"),
        ([{"text": WIRE, "published": "yesterday"}], "published"),
        ([12], "a text or a mapping is wanted"),
    ],
)
def test_texts_that_are_wrong(texts: Any, message: str) -> None:
    with pytest.raises(CheckerError) as caught:
        check_texts(texts)
    assert message in caught.value.render()


def test_settings_count_as_on_the_command_line_or_not_at_all(folder: Path) -> None:
    (folder / "checker.yaml").write_text("severity: {general.count: note}\n")
    (folder / "strict.yaml").write_text("severity: {general.count: warning}\n")
    shown = CliRunner().invoke(main, ["check", "wire.txt", "--draft", "ours.txt", "--format", "json"]).stdout
    for settings, severity in (
        (True, "note"),
        (False, "error"),
        ("strict.yaml", "warning"),
        ({"severity": {"general.count": "warning"}}, "warning"),
    ):
        (by_path,) = check(["wire.txt"], draft="ours.txt", settings=settings)
        in_memory = check_texts([WIRE], draft=OURS, settings=settings)
        assert [f.severity for f in by_path.findings + in_memory.findings] == [severity, severity]
        if settings is True:
            assert by_path.to_dict() == json.loads(shown)
    for wrong in ({"severity": {"general.cuont": "note"}}, {"fail_on": "note"}, "gone.yaml"):
        with pytest.raises(CheckerError):
            check_texts([WIRE], settings=wrong)


def test_what_is_accepted_in_the_current_folder_is_not_for_texts(folder: Path) -> None:
    mark = check_texts([WIRE], draft=OURS).findings[0].fingerprint
    (folder / "accepted.yaml").write_text(f"- {{fingerprint: {mark}, reason: seen}}\n")
    assert not check_texts([WIRE], draft=OURS, settings=False).findings[0].accepted
    (folder / "checker.yaml").write_text("fail-on: note\n")
    report = check_texts([WIRE], draft=OURS)
    assert report.findings[0].accepted
    assert report.status() == 0


def test_a_report_as_data_and_as_a_page() -> None:
    report = check_texts([WIRE], draft=OURS, settings={"fail-on": "never"})
    assert json.loads(report.to_json()) == report.to_dict()
    assert (report.status(), report.to_dict()["status"]) == (0, 0)
    assert report.to_html().startswith("<!doctype html>")
    assert repr(report) == str(report) == "<Report 'texts': 1 error; 2 pairs compared>"
    assert repr(report.findings[0]) == f"<Finding error general.count: {TOLD}>"
    assert WIRE not in repr(report.articles.articles[0])


PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    (found,) = re.findall(rf"^```python{name}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


def test_the_first_example_of_the_docs() -> None:
    out = io.StringIO()
    with redirect_stdout(out):
        exec(compile(block(""), "python.md", "exec"), {})
    assert out.getvalue() == "error draft: 17 people — Wire: 14 people\n"


class Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None: ...


def test_the_web_service_of_the_docs() -> None:
    names: dict[str, Any] = {}
    exec(compile(block(" service"), "python.md", "exec"), names)
    with make_server("127.0.0.1", 0, names["application"], handler_class=Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"

        def ask(body: Any) -> Any:
            with urllib.request.urlopen(address, json.dumps(body).encode()) as answer:
                return json.load(answer)

        data = ask({"draft": OURS, "sources": [WIRE]})
        assert [f["message"] for f in data["findings"]] == [
            "draft: 17 people — text-1 (the coast guard): 14 people"
        ]
        with pytest.raises(urllib.error.HTTPError) as refused:
            ask({"draft": OURS, "sources": []})
        assert "nothing to compare" in json.load(refused.value)["error"]
        server.shutdown()


def test_the_notebook_of_the_docs() -> None:
    shell = pytest.importorskip("IPython.core.interactiveshell").InteractiveShell.instance()
    with redirect_stdout(io.StringIO()):
        result = shell.run_cell(block(" notebook"))
    assert result.success
    shown, _ = shell.display_formatter.format(result.result)
    assert "17 people" in shown["text/html"]
    assert f"`{shown['text/plain']}`" in PAGE


def test_a_notebook_shows_the_page_in_a_frame(browser: Any) -> None:
    report = check_texts([WIRE], draft=OURS)
    page = browser.new_page()
    page.set_content(f"<h1>Cell</h1>{report._repr_html_()}")
    inside = page.frame_locator("iframe")
    assert "17 people" in inside.locator("body").inner_text()
    color = "getComputedStyle(document.querySelector('h1')).color"
    assert page.evaluate(color) == "rgb(0, 0, 0)"  # the page's style is its own
    page.close()


def test_public_names_are_documented() -> None:
    for name in ("check", "check_texts", "explain", "CheckerError", "Finding", "DraftItem", "Fact"):
        assert name in checker.__all__
        assert f"`{name}" in PAGE
    assert all(hasattr(checker, name) for name in checker.__all__)
