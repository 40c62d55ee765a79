"""Rules of one text: what a draft must have, must not have or must give a source for."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import Report, check_texts
from checker.reports.repairs import repair_of

TOLL = "check: must_attribute\nclaim: {value: {kind: count, of: [dead, kill, die]}}\n"
DIED = "check: must_not_have\nwords: [passed away, pass on]\nfix: died\n"
SOURCE = "A storm crossed the coast on Friday."


@pytest.fixture
def under(tmp_path: Path):  # type: ignore[no-untyped-def]
    """Checks a draft under a rule of its own."""

    def check(rule: str, draft: str, **about: str) -> Report:
        (tmp_path / "desk").mkdir(exist_ok=True)
        head = "id: desk.rule\ntitle: The house does not want it\nwhy: It says so.\n"
        (tmp_path / "desk" / "rule.yaml").write_text(head + rule)
        return check_texts([SOURCE], draft={"text": draft, **about}, settings=False, rules=[tmp_path])

    return check


def found(report: Report) -> list[str]:
    return [f.message for f in report.findings if f.rule == "desk.rule"]


@pytest.mark.parametrize(
    ("draft", "wanted"),
    [
        ("The storm killed 12 people on Friday.", 1),
        ("On Friday 12 people died. The police said that 12 people died.", 1),
        ("The storm killed 12 people on Friday, the police said.", 0),
        ("According to the fire brigade, 12 people died on Friday.", 0),
        ("“We have 12 dead,” the mayor said on Friday.", 0),
        ("The storm tore 12 roofs off on Friday.", 0),
    ],
)
def test_a_toll_needs_a_source(under, draft: str, wanted: int) -> None:  # type: ignore[no-untyped-def]
    assert len(found(under(TOLL, draft))) == wanted


def test_the_houses_words_are_offered(under) -> None:  # type: ignore[no-untyped-def]
    report = under(DIED, "The singer passed away on Friday.")
    (finding,) = (f for f in report.findings if f.rule == "desk.rule")
    repair = repair_of(finding)
    assert finding.message == "The house does not want it: “passed away”"
    assert repair is not None
    assert repair.told == "replace by “died”"


def test_words_of_a_quotation_are_its_speakers(under) -> None:  # type: ignore[no-untyped-def]
    assert found(under(DIED, "“She passed away in May,” her brother said.")) == []
    assert found(under(DIED, "She passed away in May, her brother said.")) != []


def test_a_phrase_does_not_cross_sentences(under) -> None:  # type: ignore[no-untyped-def]
    assert found(under(DIED, "The storm passed. Away from the coast it rained.")) == []


def test_headline(under) -> None:  # type: ignore[no-untyped-def]
    rule = 'check: must_have\nwords: [storm]\nscope: {part: headline}\nmessage: "no storm in “{a.words}”"\n'
    assert found(under(rule, "The storm hit the coast.", title="Rain on the coast")) == [
        "no storm in “Rain on the coast”"
    ]
    assert found(under(rule, "It rained.", title="Storms hit the coast")) == []
    assert found(under(rule, "It rained.")) == []  # no headline, no rule of it
