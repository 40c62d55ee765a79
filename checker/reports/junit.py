"""`check --format junit`: JUnit XML, a suite a set; a failure is what fails the check, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from checker.model import Failure, Finding
from checker.reports import Look
from checker.reports.places import around, main_evidence, one_line, path
from checker.reports.printable import xml_text
from checker.reports.report import Report

_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(reports: Sequence[Report], look: Look) -> str:
    root = ElementTree.Element("testsuites", name="checker")
    suites = [_suite(report) for report in reports]
    root.extend(suites)
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    ElementTree.indent(root)
    text = xml_text(ElementTree.tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(report: Report) -> ElementTree.Element:
    """A case for each finding, and one for each rule that found nothing."""
    suite = ElementTree.Element("testsuite", name=_clean(report.articles.id), time="0")
    for failure in report.failed:
        suite.append(_failed(report, failure))
    found = {finding.rule for finding in report.findings}
    for finding in report.findings:
        suite.append(_case(report, finding))
    for rule in report.rules:
        if rule.id not in found:
            name = f"{rule.id}: {rule.title}"
            ElementTree.SubElement(
                suite, "testcase", classname=_clean(report.articles.id), name=_clean(name), time="0"
            )
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", str(len(suite.findall("testcase/error"))))
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))
    return suite


def _failed(report: Report, failure: Failure) -> ElementTree.Element:
    """What was not checked is an error, which a test that fails is not."""
    error = failure.error
    name = f"not checked: {failure.article or report.articles.id}"
    case = ElementTree.Element("testcase", classname=_clean(report.articles.id), name=_clean(name), time="0")
    if error.path:
        case.set("file", _clean(error.path))
    if error.line:
        case.set("line", str(error.line))
    message = ElementTree.SubElement(case, "error", message=_clean(error.message), type="not checked")
    message.text = _clean(error.render())
    return case


def _case(report: Report, finding: Finding) -> ElementTree.Element:
    main = main_evidence(finding)
    case = ElementTree.Element(
        "testcase",
        classname=_clean(report.articles.id),
        name=_clean(f"{finding.rule} {finding.fingerprint}"),
        file=_clean(path(main.article)),
        line=str(main.line),
        time="0",
    )
    text = _clean("\n".join(_lines(finding)))
    if finding.accepted is not None:
        message = f"accepted: {finding.accepted.reason}"
        ElementTree.SubElement(case, "skipped", message=_clean(message)).text = text
    elif finding.severity in report.failing and not finding.known:
        kind = f"{finding.severity.value}: {finding.verdict.value}"
        ElementTree.SubElement(case, "failure", message=_clean(finding.message), type=kind).text = text
    else:
        ElementTree.SubElement(case, "system-out").text = text
    return case


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{finding.severity.value}: {finding.message}"
    for e in finding.evidence:
        words = one_line(e.article.words(around(e))) or one_line(e.text)
        yield f"{path(e.article)}:{e.line}: {e.said_by}: {words}"


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
