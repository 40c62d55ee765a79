"""One person's name in two spellings: a warning in a draft, and between sources."""

from __future__ import annotations

import pytest

from checker.model import Article, ArticleSet, Finding, Role, Severity
from checker.pipeline import check_set
from checker.spellings import house_style, misspelled, one_name

MAYOR = "Mayor Katarina Lindqvist opened the new tram line on Monday. Lindqvist had promised it for years."


def found(*texts: str, draft: str | None = None) -> list[Finding]:
    articles = [Article(f"s{i}", text) for i, text in enumerate(texts)]
    articles += [Article("draft", draft, role=Role.DRAFT)] if draft else []
    return [f for f in check_set(ArticleSet("set", tuple(articles))).findings if f.rule == "general.spelling"]


def test_a_spelling_that_no_source_has_is_a_warning() -> None:
    (finding,) = found(MAYOR, draft="The tram line was opened by Mayor Katarina Lindquist on Monday.")
    assert finding.severity is Severity.WARNING
    assert [e.text for e in finding.evidence] == ["Katarina Lindquist", "Katarina Lindqvist"]


def test_a_surname_alone_is_held_against_the_full_name() -> None:
    (finding,) = found(
        MAYOR, draft="Katarina Lindqvist opened the line. Lindvqist had promised it for years."
    )
    assert finding.evidence[0].text == "Lindvqist"


def test_sources_that_spell_it_otherwise_are_one_warning() -> None:
    other = "The new tram line was opened by the mayor, Katarina Lindquist."
    (finding,) = found(MAYOR, other, other.replace("new ", "latest "))
    assert finding.severity is Severity.WARNING
    assert {e.side for e in finding.evidence} == {0, 1}
    assert len(finding.evidence) == 3


def test_a_draft_may_follow_either_source() -> None:
    other = "The new tram line was opened by the mayor, Katarina Lindquist."
    findings = found(MAYOR, other, draft="Katarina Lindquist opened the tram line.")
    assert [f.severity for f in findings] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Mikhail Gorshenyov sang.", "Mikhail Gorshenev sang."),
        ("Erik Larsen beat Erika Larsen.", "Erika Larsen lost to Erik Larsen."),
        (
            "Anna Berger spoke on Monday. The Bergers live in Graz.",
            "Anna Berger spoke. The Bergers live there.",
        ),
    ],
)
def test_quiet(source: str, draft: str) -> None:
    assert not found(source, draft=draft)


@pytest.mark.parametrize(
    ("a", "b"), [("zelenskiy", "zelensky"), ("mueller", "muller"), ("aleksei", "aleksey"), ("orlow", "orlov")]
)
def test_house_styles(a: str, b: str) -> None:
    assert house_style(a) == house_style(b)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("katherine", "catherine"),
        ("robyn", "robin"),
        ("anthony", "antony"),
        ("lennie", "lenny"),
        ("sara", "sarah"),
    ],
)
def test_a_given_name_in_two_spellings(one: str, other: str) -> None:
    assert misspelled(one, other, given=True)
    assert misspelled(other, one, given=True)


@pytest.mark.parametrize(("one", "other"), [("hickok", "hickock"), ("clark", "clarke"), ("meyer", "mayer")])
def test_a_surname_in_two_spellings(one: str, other: str) -> None:
    assert misspelled(one, other, given=False)


@pytest.mark.parametrize(
    ("one", "other"),
    [("steven", "steve"), ("tim", "jim"), ("mikhail", "michael"), ("dmitri", "dmitry"), ("anna", "annabel")],
)
def test_short_forms_and_other_scripts_are_no_misspellings(one: str, other: str) -> None:
    assert not misspelled(one, other, given=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [("zelensky", "zelenskyy"), ("gaddafi", "qaddafi"), ("larue", "larues"), ("costa", "silva")],
)
def test_surnames_that_are_spelled_alike_or_are_two(one: str, other: str) -> None:
    assert not misspelled(one, other, given=False)


def test_full_names() -> None:
    assert not one_name(("tom", "baker"), ("thomas", "baker"))
    assert one_name(("steven", "baker"), ("steven", "bakker"))
