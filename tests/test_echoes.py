"""One fault is told once, by the finding that tells it best."""

from __future__ import annotations

import pytest

from checker.model import Article, ArticleSet, Places, Role, Span
from checker.pipeline import check_set

QUAY = (
    "The mayor of Manado, Denny Mamahit, visited the harbour on Friday. "
    "“We will rebuild the whole quay before the rains come back,” Denny Mamahit said."
)


def rules(draft: str, source: str, role: Role = Role.DRAFT) -> list[str]:
    articles = (Article("draft", draft, role=role), Article("source", source))
    return [f.rule for f in check_set(ArticleSet("set", articles)).findings]


@pytest.mark.parametrize("role", [Role.DRAFT, Role.SOURCE])
@pytest.mark.parametrize(("right", "wrong"), [("Denny", "Danny"), ("Mamahit", "Mamehit")])
def test_a_misspelled_speaker_is_a_misspelling_and_nobody_else(right: str, wrong: str, role: Role) -> None:
    assert rules(QUAY.replace(right, wrong), QUAY, role) == ["general.spelling"]


def test_another_speaker_is_still_another_speaker() -> None:
    draft = QUAY.replace("Denny Mamahit said", "Maria Taroreh said") + " Maria Taroreh is a city engineer."
    source = QUAY + " Maria Taroreh is a city engineer."
    assert "general.speaker" in rules(draft, source)


def test_an_office_that_is_disputed_is_not_also_missing() -> None:
    draft = "Anna Keller, the prime minister of Latvia, opened the bridge on Monday."
    assert rules(draft, draft.replace("prime minister", "president")) == ["general.office"]


def test_what_stands_at_a_place_is_found_in_the_order_given() -> None:
    spans = [Span(900, 1_600), Span(0, 5), Span(4, 604), Span(1_500, 1_503)]
    told = [("a", span, number) for number, span in enumerate(spans)]
    places = Places(told)
    for at in range(0, 2_000, 7):
        span = Span(at, at + 9)
        assert places.at("a", span) == [n for _, there, n in told if there.overlaps(span)]
    assert places.at("b", Span(0, 9)) == []
