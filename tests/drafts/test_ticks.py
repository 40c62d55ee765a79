"""What a tick asks for: words of a source that were matched and agree, and that are shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from checker.model import Article, ArticleSet, DraftItem, Qualifier, Role, Severity, Support
from checker.pipeline import check_set
from checker.reading import read_sets
from checker.reports.report import Report
from tests.drafts.test_pairs import pairs
from tests.drafts.test_pairs import report as report_of

CASES = sorted(path.parent for path in Path(__file__).parents[2].glob("cases/*/expected.yaml"))
COUNTED = (
    "police",
    "officials",
    "doctors",
    "witnesses",
    "the army",
    "the mayor",
    "a minister",
    "the governor",
)


def report(sources: str | list[str], draft: str) -> Report:
    texts = [sources] if isinstance(sources, str) else sources
    articles = [Article(f"s{n}", text, f"Source {n}") for n, text in enumerate(texts)]
    return check_set(ArticleSet("set", (*articles, Article("draft", draft, "Draft", Role.DRAFT))))


def on(found: Report, words: str) -> list[DraftItem]:
    return [item for item in found.draft if words in item.evidence.text]


def alarms(found: Report, words: str) -> list[Severity]:
    return [
        f.severity
        for f in found.findings
        if f.severity is not Severity.NOTE
        and any(e.article.id == "draft" and words in e.text for e in f.evidence)
    ]


def assert_shown(found: Report) -> None:
    for item in found.draft:
        if item.support is Support.BACKED:
            assert item.sources, item.evidence.text
        for there in item.sources:
            assert there.article.role is Role.SOURCE
            assert there.article.words(there.sentence).strip()
            assert there.sentence.overlaps(there.span)


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_every_tick_of_a_case_shows_a_sentence(folder: Path) -> None:
    for articles in read_sets([folder]):
        assert_shown(check_set(articles))


@pytest.mark.parametrize("item", [pytest.param(p.values[0], id=p.id) for p in pairs()])
def test_every_tick_of_a_pair_shows_a_sentence(item: dict[str, Any]) -> None:
    assert_shown(report_of(item))


@pytest.mark.parametrize(
    "sources",
    [
        [
            *(f"A bomb killed 12 people at the market in Kirkuk, {who} said." for who in COUNTED),
            "A bomb killed 17 people at the market in Kirkuk, a hospital said.",
            "Some reports say that a bomb at the market in Kirkuk killed 17 people.",
        ],
        [
            "A bomb killed 12 people at the market in Kirkuk on Monday, police said.",
            "Police said a bomb at Kirkuk's market killed 12 people on Monday.",
            "Twelve people died when a bomb went off at the market in Kirkuk, officials said.",
            "The blast at the market in Kirkuk left 12 people dead.",
            "At the market in Kirkuk 12 people were killed by a bomb on Monday.",
            "Doctors in Kirkuk said 12 people had died in the blast at the market.",
            "A car bomb killed 12 people in a market in Kirkuk, the interior ministry said.",
            "In Kirkuk, a bomb killed 12 people as they shopped at the market.",
            "A bomb killed 17 people at the market in Kirkuk on Monday, the mayor said.",
            "Seventeen people were killed by a bomb at Kirkuk's market.",
        ],
    ],
    ids=["in the same words", "each in its own words"],
)
def test_a_draft_that_follows_the_many_is_backed_and_disputed(sources: list[str]) -> None:
    found = report(sources, "A bomb at the market in Kirkuk killed 12 people.")
    (item,) = on(found, "12 people")
    assert item.support is Support.BACKED
    assert Qualifier.DISPUTED in item.qualifiers
    assert set(item.by) == {f"s{n}" for n in range(8)}
    (warning,) = [f for f in found.findings if f.severity is not Severity.NOTE]
    assert warning.severity is Severity.WARNING
    sides: dict[int, list[str]] = {}
    for e in warning.evidence:
        sides.setdefault(e.side, []).append(e.article.id)
    assert [sorted(side) for side in sides.values()] == [
        ["draft", *(f"s{n}" for n in range(8))],
        ["s8", "s9"],
    ]


@pytest.mark.parametrize(
    ("sources", "draft", "words", "alarm"),
    [
        # two open bounds that overlap
        (
            "More than 15% of the members of the union in Turku voted.",
            "Over 40% of the members of the union in Turku voted.",
            "40%",
            True,
        ),
        # a number inside another value
        (
            "The bus hit a wall in Derby on July 30, police said. Nobody was hurt.",
            "The bus was going at ~30mph when it hit the wall, police in Derby said.",
            "30mph",
            True,
        ),
        # a number inside a name, on either side
        (
            "The Boeing 737 of the airline landed in Oslo with a broken wheel.",
            "The airline, whose plane landed in Oslo with a broken wheel, has 737 pilots.",
            "737",
            False,
        ),
        (
            "The airline has 737 pilots. Its plane landed in Oslo with a broken wheel.",
            "The Boeing 737 of the airline landed in Oslo with a broken wheel.",
            "737",
            False,
        ),
    ],
)
def test_a_figure_that_stands_in_other_words_is_not_ticked(
    sources: str, draft: str, words: str, alarm: bool
) -> None:
    found = report(sources, draft)
    assert Support.BACKED not in {item.support for item in on(found, words)}
    assert bool(alarms(found, words)) is alarm


@pytest.mark.parametrize(
    "line",
    [
        "From: Tove Berggren <tove.berggren@example.org>",
        "Contact: Tove Berggren, tove.berggren@example.org, for more",
        "Mail to tove.berggren@example.org",
    ],
)
def test_a_byline_in_the_address_line_of_a_mail_is_neither_ticked_nor_missing(line: str) -> None:
    story = "The ferry from Brekke to Holm did not sail on Friday because of the wind."
    found = report(f"{line}\n\n{story}", f"By Tove Berggren\n\n{story}")
    assert Support.BACKED not in {item.support for item in on(found, "Berggren")}
    assert alarms(found, "Berggren") == []


@pytest.mark.parametrize(
    ("draft", "days"),
    [
        # each is the other's
        (
            "The market in Tromso opens on Saturday, the council said. "
            "The bridge will be closed on Thursday for repairs.",
            ("Saturday", "Thursday"),
        ),
        # neither is in the source
        (
            "The council said the market in Tromso would open on Wednesday. "
            "The bridge will be closed for repairs on Sunday.",
            ("Wednesday", "Sunday"),
        ),
    ],
)
def test_two_wrong_weekdays_are_both_found(draft: str, days: tuple[str, str]) -> None:
    source = (
        "The market in Tromso opens on Thursday, the council said. "
        "The bridge will be closed on Saturday for repairs."
    )
    found = report(source, draft)
    for day in days:
        assert [item.support for item in on(found, day)] != []
        assert Support.BACKED not in {item.support for item in on(found, day)}
        assert alarms(found, day)


@pytest.mark.parametrize(
    ("source", "draft", "whole"),
    [
        (
            "Eleven of its 24 wagons overturned near Graz.",
            "Near Graz twelve of its 24 wagons fell over.",
            "24",
        ),
        ("Three of the 17 boats sank off Calais.", "Off Calais five of the 17 boats sank.", "17"),
        ("Nine of the 40 schools in Porto closed.", "In Porto eight of the 40 schools closed.", "40"),
    ],
)
def test_what_a_part_gets_wrong_is_not_held_against_its_whole(source: str, draft: str, whole: str) -> None:
    found = report(source, draft)
    part, all_of_them = on(found, whole)
    assert part.support is Support.CONTRADICTED
    assert all_of_them.support is not Support.CONTRADICTED
    assert whole in {there.value for there in all_of_them.sources}


@pytest.mark.parametrize("name", ["Nick Sloane", "Anna Berg-Holm", "Toshiro Mori"])
@pytest.mark.parametrize(
    "other",
    [
        "{}, the engineer in charge, drank a beer. He said the side was badly crushed.",
        "{}, who led the work of the divers, said the side was badly crushed.",
        "{}, who led the work of 500 divers, said the hull was damaged less than feared.",
    ],
)
def test_a_whole_name_is_backed_by_a_source_that_has_all_of_it(name: str, other: str) -> None:
    whole = f"{name}, an engineer who led the salvage, said the hull had been damaged less than feared."
    draft = f"{name}, who led the work of 500 divers, said the hull was damaged less than feared."
    found = report([f"{whole} Some 500 divers took part.", other.format(name.split(" ")[1])], draft)
    (item,) = on(found, name)
    assert item.support is Support.BACKED
    assert {there.text for there in item.sources} == {name}
