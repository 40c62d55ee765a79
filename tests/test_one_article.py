"""One article is a set of statements: its speakers are held against each other and against what it tells."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests import test_cases as cases
from tests.test_cases import ExpectedFinding, Silence

VOICES = sorted(path.parent for path in (Path(__file__).parent / "voices").glob("*/expected.yaml"))


def items(kind: str) -> list[object]:
    return [
        pytest.param(
            case,
            item,
            id=f"{case.name}: {getattr(item, 'about', None) or getattr(item, 'why', '')}",
            marks=[pytest.mark.xfail(reason=item.todo, strict=True)] if item.todo else [],
        )
        for case in VOICES
        for item in getattr(cases.expected_of(case), kind)
    ]


@pytest.mark.parametrize(("case", "wanted"), items("findings"))
def test_what_speakers_differ_in_is_found(case: Path, wanted: ExpectedFinding) -> None:
    articles = cases.set_of(case)
    found = [f for f in cases.report_of(case).findings if cases.belongs(articles, f, wanted)]
    assert [f.severity for f in found] == [wanted.severity]
    for side in wanted.between:
        assert any(cases.touched(articles, f, words) for f in found for words in side)


@pytest.mark.parametrize(("case", "silence"), items("silences"))
def test_what_fits_together_is_not(case: Path, silence: Silence) -> None:
    articles = cases.set_of(case)
    a, b = silence.between
    both = (f for f in cases.report_of(case).findings if cases.touched(articles, f, a))
    assert not [f.message for f in both if cases.touched(articles, f, b)]


def whole() -> list[object]:
    marks = {
        case: [pytest.mark.xfail(reason=todo, strict=True)]
        for case in VOICES
        if (todo := cases.expected_of(case).todo)
    }
    return [pytest.param(case, id=case.name, marks=marks.get(case, [])) for case in VOICES]


@pytest.mark.parametrize("case", whole())
def test_nothing_else_is_found(case: Path) -> None:
    articles, wanted = cases.set_of(case), cases.expected_of(case).findings
    found = cases.report_of(case).findings
    assert not [f.message for f in found if not any(cases.belongs(articles, f, one) for one in wanted)]


def check(*args: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "checker", "check", *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


TALKS = """\
The government of Sudan rejected a full ceasefire on Monday, after four weeks of talks in Jeddah.

Mohamed Haile, the mediator of the African Union, said that the government of Sudan had agreed to a full
ceasefire. "They agreed to a full ceasefire", Haile said.

Some 300 people have been killed. Haile said that 500 people have been killed.
"""


def test_at_the_command_line(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(TALKS)
    done = check(story)
    assert (done.returncode, done.stderr) == (0, "")
    assert "story (Mohamed Haile)" in done.stdout
    assert "agreed]" in done.stdout


def test_a_column_a_speaker(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(TALKS)
    data = json.loads(check(story, "--format", "json").stdout)
    assert [column["speaker"] for column in data["columns"]] == [None, "Mohamed Haile"]
    heads = check(story, "--format", "csv").stdout.splitlines()[0]
    assert heads == "set,fact,kind,disagrees,story,Mohamed Haile"
    page = check(story, "--format", "html").stdout
    assert '<th scope="col">Mohamed Haile' in page


ALONE = "The bridge over the Elbe was closed on Monday. Some 3,000 cars a day have to go another way.\n"


def test_one_voice(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(ALONE)
    done = check(story)
    assert (done.returncode, done.stderr) == (0, "")
    assert "One article in which nobody but itself speaks: nothing was compared." in done.stdout


QUIET = {
    "a speaker and what sums it up": (
        "The dockers will strike for three days. Lena Roth, who leads the union, said that the dockers "
        'would strike for three days. "We strike for three days, from Monday," Roth said.\n'
    ),
    "one speaker quoted twice": (
        'Roth, the union\'s leader, said: "Some 4,000 dockers will walk out." Lena Roth said that 4,000 '
        "dockers would walk out.\n"
    ),
    "what each side wants": (
        "Lena Roth of the union asked for a rise of 8 percent. Jan Maas, the chief executive of the port, "
        "offered a rise of 3 percent.\n"
    ),
    "a position told by another": (
        "The port rejected the offer on Monday. Lena Roth, who leads the union, said that the port had "
        "rejected the offer and called for talks.\n"
    ),
    "two things of one speaker": (
        'Jan Maas, who heads the port, said that 12 ships were waiting. "We turned away 30 ships last '
        'week," Maas said.\n'
    ),
}


@pytest.mark.parametrize("case", QUIET)
def test_quiet(tmp_path: Path, case: str) -> None:
    story = tmp_path / "story.txt"
    story.write_text(QUIET[case])
    assert json.loads(check(story, "--format", "json").stdout)["findings"] == []
