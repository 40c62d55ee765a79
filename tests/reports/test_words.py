"""The title of a report, and what it says of how much was compared: true, and in plain words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker import Report, check, check_texts
from checker.model import Kind
from checker.pipeline import read_set
from checker.reading import read_sets
from checker.reports import Look, renderer

WIRE = "A ferry ran aground off Lund Island on Saturday. It carried 230 passengers; a ticket costs 40 euros."
OURS = (
    "A ferry ran aground off Lund Island on Saturday. It carried 230 passengers. The captain is 54 years old."
)


def shown(report: Report, name: str = "text") -> str:
    return renderer(name)([report], Look())


def test_the_title_is_the_headline_of_the_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("wire.md").write_text(f"# Ferry aground\n\n{WIRE}\n")
    Path("ours.md").write_text(f"---\nsources: [wire.md]\n---\n# Ferry off Lund Island\n\n{OURS}\n")
    (report,) = check("ours.md")
    assert shown(report).startswith("Ferry off Lund Island\n")
    assert "## Ferry off Lund Island\n" in shown(report, "markdown")
    assert "<title>Ferry off Lund Island" in shown(report, "html")
    (sources,) = check(["wire.md", "ours.md"], draft=None)
    assert sources.articles.heading == "Ferry off Lund Island"


def test_a_set_says_its_own_title_first() -> None:
    (report,) = read_sets([Path(__file__).parents[2] / "cases" / "2019-04-15-notre-dame-fire"])
    assert report.heading == report.title
    assert check_texts([WIRE, OURS]).articles.heading == "texts"


def test_nothing_to_compare_for_names_what_was_read_and_only_that() -> None:
    report = check_texts([WIRE], draft=OURS)
    assert "\nNothing to compare for: money, ages.\n" in shown(report)
    assert report.not_run == ("money", "age")


@pytest.mark.parametrize("path", sorted(Path("cases").glob("2*/set.yaml"))[::3], ids=lambda p: p.parent.name)
def test_nothing_to_compare_for_is_true(path: Path) -> None:
    (report,) = check(path.parent)
    (articles,) = read_sets([path.parent])
    read = {value.kind for item in read_set(articles).articles for value in item.values}
    compared = {e.read.kind for fact in report.facts for _, cell in fact.cells for e in cell if e.read}
    compared |= {e.read.kind for f in report.findings for e in f.evidence if e.read and len(f.evidence) > 1}
    for kind in map(Kind, report.not_run):
        assert kind in read
        assert kind not in compared


def test_one_is_one() -> None:
    assert "Read 1 article, " in shown(check_texts([WIRE]))


def test_how_much_was_read_is_told_in_plain_words() -> None:
    (line,) = re.findall(r"^Read.*", shown(check_texts([WIRE], draft=OURS)), re.MULTILINE)
    told = r"Read 2 articles, \d+ statements, \d+ values, "
    told += r"(1 person or body|\d+ people or bodies); compared \d+ pairs\."
    assert re.fullmatch(told, line)
