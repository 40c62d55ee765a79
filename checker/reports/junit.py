"""`check --format junit`: JUnit XML, a suite a set; a failure is what fails the check, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from checker.model import Failure, Finding
from checker.reports import Look
from checker.reports.places import around, main_evidence, one_line, path
from checker.reports.printable import xml_text
from checker.reports.report import Report

_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(reports: Sequence[Report], look: Look) -> str:
    root = Element("testsuites", name="checker")
    suites = [_suite(report) for report in reports]
    root.extend(suites)
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    ElementTree.indent(root)
    text = xml_text(ElementTree.tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(report: Report) -> Element:
    """A case for each finding, and one for each rule that found nothing."""
    name = report.articles.id
    suite = _element("testsuite", name=name, time="0")
    suite.extend(_failed(name, failure) for failure in report.failed)
    suite.extend(_case(name, report, finding) for finding in report.findings)
    found = {finding.rule for finding in report.findings}
    quiet = (f"{rule.id}: {rule.title}" for rule in report.rules if rule.id not in found)
    suite.extend(_element("testcase", classname=name, name=title, time="0") for title in quiet)
    suite.set("tests", str(len(suite)))
    for kind, told in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(kind, str(len(suite.findall(f"testcase/{told}"))))
    return suite


def _failed(name: str, failure: Failure) -> Element:
    """What was not checked is an error, which a test that fails is not."""
    error = failure.error
    case = _element("testcase", classname=name, name=f"not checked: {failure.article or name}", time="0")
    for key, value in (("file", error.path), ("line", error.line)):
        if value:
            case.set(key, _clean(str(value)))
    case.append(_element("error", error.render(), message=error.message, type="not checked"))
    return case


def _case(name: str, report: Report, finding: Finding) -> Element:
    main = main_evidence(finding)
    called, place, line = f"{finding.rule} {finding.fingerprint}", path(main.article), str(main.line)
    case = _element("testcase", classname=name, name=called, file=place, line=line, time="0")
    text = "\n".join(_lines(finding))
    if finding.accepted is not None:
        case.append(_element("skipped", text, message=f"accepted: {finding.accepted.reason}"))
    elif finding.severity in report.failing and not finding.known:
        kind = f"{finding.severity.value}: {finding.verdict.value}"
        case.append(_element("failure", text, message=finding.message, type=kind))
    else:
        case.append(_element("system-out", text))
    return case


def _element(tag: str, text: str | None = None, **attributes: str) -> Element:
    made = Element(tag, {key: _clean(value) for key, value in attributes.items()})
    made.text = text and _clean(text)
    return made


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{finding.severity.value}: {finding.message}"
    for e in finding.evidence:
        words = one_line(e.article.words(around(e))) or one_line(e.text)
        yield f"{path(e.article)}:{e.line}: {e.said_by}: {words}"


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
