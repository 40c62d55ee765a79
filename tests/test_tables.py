"""Tables that were pasted into a text are said, and nothing in them is compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker import check
from checker.reports import Look, renderer
from checker.reports.report import Report

STORY = "A fire in Brenna killed nine people on 2 May 2024.\n\n"
OTHER = "A fire in Brenna killed ten people on 2 May 2024.\n"
AFTER = "\nThe mayor said that 40 people had lost their homes.\n"
TABLES = {
    "tabs": "".join(f"Town {n}\t{n * 17}\t{n}%\t${n}m\n" for n in range(1, 150)),
    "bars": "| Town | Dead | Hurt |\n|---|---|---|\n"
    + "".join(f"| Brenna {n} | {n} | {3 * n} |\n" for n in range(9)),
    "blanks": "".join(f"Town {n}      {n * 17}    {n}.5\n" for n in range(1, 8)),
    "figures": " ".join(str(n * n) for n in range(300)) + "\n",
    "lines of figures": "".join(" ".join(str(n * k) for k in range(15)) + "\n" for n in range(9)),
}


def report(folder: Path, draft: str) -> Report:
    (folder / "a.txt").write_text(OTHER)
    (folder / "d.txt").write_text(draft)
    (found,) = check([folder / "a.txt"], draft=folder / "d.txt")
    return found


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_one_note_and_the_story_is_checked(tmp_path: Path, name: str) -> None:
    plain, found = (report(tmp_path, STORY + table + AFTER) for table in ("", TABLES[name]))
    assert [f.fingerprint for f in found.findings] == [f.fingerprint for f in plain.findings]
    assert plain.findings
    (said,) = found.articles.left_out
    assert said.startswith("Left out of d: a table of ")
    assert said.endswith("from line 3.")
    assert said in json.loads(renderer("json")([found], Look()))["left_out"]
    assert found.articles.articles[1].text == STORY + TABLES[name] + AFTER


@pytest.mark.parametrize("name", TABLES)
def test_a_text_of_nothing_else(tmp_path: Path, name: str) -> None:
    found = report(tmp_path, TABLES[name])
    assert [f.rule for f in found.findings] == []
    assert len(found.articles.left_out) == 1


NO_TABLES = {
    "a story": STORY + AFTER,
    "two rows": STORY + "Dead\t9\t12\nHurt\t20\t30\n" + AFTER,
    "a list": "- 9 dead\n- 20 hurt\n- 40 without a home\n",
    "sums in a sentence": "He paid 12, 13, 14 and 15 euros on 1, 2, 3 and 4 May, 54 in all, he said.\n",
    "an aligned letter": "Dear all,    we met to speak of the fire that killed nine people in Brenna.\n" * 4,
}


@pytest.mark.parametrize("name", NO_TABLES)
def test_what_is_none(tmp_path: Path, name: str) -> None:
    assert report(tmp_path, NO_TABLES[name]).articles.left_out == ()


AGAIN = {
    "figures": "5 km " * 900,
    "days": "Monday Tuesday " * 900,
    "a sentence": "The mayor of Brenna said that 40 people had lost their homes. " * 90,
    "without blanks": "$5m,(”" * 300,
    "lines": "He said that 12 men had left.\n\n" * 90,
}


@pytest.mark.parametrize("name", AGAIN)
def test_what_is_said_over_and_over_is_read_three_times(tmp_path: Path, name: str) -> None:
    again = AGAIN[name]
    found = report(tmp_path, f"{STORY}{again}{AFTER}")
    (said,) = found.articles.left_out
    assert "the same words" in said
    assert "times more in a row from line" in said
    assert found.articles.articles[1].text == STORY + again + AFTER
    assert [f.rule for f in found.findings if f.severity.name == "ERROR"]
    assert sum(found.read.values()) < 60


def test_what_differs_each_time_is_no_repetition(tmp_path: Path) -> None:
    told = "".join(f"On Monday {n} people left the port of Brenna. " for n in range(2, 90))
    assert not report(tmp_path, told).articles.left_out
    assert not report(tmp_path, f"{STORY}{'-' * 200}\n{'We will win. ' * 18}\n{AFTER}").articles.left_out
