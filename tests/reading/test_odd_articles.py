"""Articles that are no plain stories: nothing false comes of their parts, and what they tell is held."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import check
from checker.actors import find_actors
from checker.language import parse
from checker.model import Article
from checker.reports.report import Report

SOURCE = (
    "Twelve people were killed when a bridge collapsed in Harburg on Friday, police said. About 30 people "
    "were hurt. The bridge was built in 1962. Anna Lund, the mayor, thanked the divers.\n"
)
CAPITALS = "{} PEOPLE WERE KILLED WHEN A BRIDGE COLLAPSED IN HARBURG ON FRIDAY, POLICE SAID.\n"


def checked(folder: Path, draft: str, source: str = SOURCE) -> Report:
    (folder / "source.txt").write_text(source)
    (folder / "draft.md").write_text(f"---\nrole: draft\nsources: [source.txt]\n---\n{draft}")
    (report,) = check([folder / "draft.md"])
    return report


def test_headings_bylines_dates_and_links_of_a_draft(tmp_path: Path) -> None:
    report = checked(
        tmp_path,
        "# Bridge collapse kills twelve\n\nBy Jo Doe, 3 min read\nUpdated: 12-05-2023 21:10 IST\n\n"
        "Twelve people were killed when a bridge collapsed in Harburg on Friday, police said.\n\n"
        "## What happened\n\nAbout 30 people were hurt.\n\n"
        "Also read: 15 hurt in ferry disaster off Lamu\n",
    )
    assert [finding.message for finding in report.findings] == []


def test_a_text_in_capitals_is_held_against_others(tmp_path: Path) -> None:
    assert checked(tmp_path, CAPITALS.format("TWELVE")).findings == ()
    (finding,) = checked(tmp_path, CAPITALS.format("THIRTEEN")).findings
    assert [e.text.lower() for e in finding.evidence] == ["thirteen people", "twelve people"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "PRIME MINISTER KEIR STARMER TOLD PARLIAMENT ON MONDAY THAT HE WOULD PAY.\n",
            {"KEIR STARMER"},
        ),
        (
            "SNOW CUT OFF THREE VILLAGES NEAR ZAGORA ON SUNDAY. RUTH OKAFOR, WHO LEADS THE RESCUE, SAID 40 "
            "PEOPLE WERE SAFE. THE VILLAGES HAD BEEN WARNED BY THE MAYOR, IVO BRANDT.\n",
            {"RUTH OKAFOR", "IVO BRANDT"},
        ),
        (
            "THE US TOLD THE WHO ON MONDAY THAT IT WOULD PAY FOR US. THE U.S. AMBASSADOR, ADA QUAY, "
            "SAID SO.\n",
            {"United States", "WHO", "ADA QUAY"},
        ),
    ],
)
def test_names_in_a_text_in_capitals(text: str, names: set[str]) -> None:
    found = {actor.name for actor in find_actors([Article("a", text)], parse([text]))}
    assert names <= found
    assert not any(word in name.split() for name in found for word in ("TOLD", "SAID", "CUT", "WERE"))


def test_names_in_a_text_in_capitals_are_those_of_other_texts(tmp_path: Path) -> None:
    source = SOURCE + "She was in Harburg until Sunday."
    draft = CAPITALS.format("TWELVE") + "ANNA LUNT, THE MAYOR, THANKED THE DIVERS FOR WHAT THEY HAD DONE.\n"
    (finding,) = checked(tmp_path, draft, source).findings
    assert {e.text for e in finding.evidence} == {"ANNA LUNT", "Anna Lund"}
    right = draft.replace("LUNT", "LUND")
    assert checked(tmp_path, right, source).findings == ()


def test_a_heading_that_ends_as_its_paragraph_begins_repeats_nothing(tmp_path: Path) -> None:
    draft = "Bridge collapse kills twelve\n\nTwelve people were killed when a bridge collapsed on Friday.\n"
    assert checked(tmp_path, draft).findings == ()
