"""The same words given to two people: by a draft and its source, by two sources, within one account."""

import pytest

from checker.model import Article, ArticleSet, Role
from checker.pipeline import check_set

LUND = "“The harbour will be dredged before the winter storms,” said Anna Lund."
TWO = [
    (LUND, "“The harbour will be dredged before the winter storms,” said Peter Holm."),
    (
        "Anna Lund, the harbour master, said: “The harbour will be dredged before the winter storms.”",
        "“The harbour will be dredged before the winter storms,” the mayor, Peter Holm, told the council.",
    ),
    (
        "“Nobody on this council has read the report,” fisherman Nils Bakke complained.",
        "“Nobody on this council has read the report,” complained the teacher Karin Moe.",
    ),
    (
        "“We have lost three boats since the spring,” Lund said. Anna Lund runs the yard.",
        "“We have lost three boats since the spring,” Holm said. Peter Holm runs the other yard.",
    ),
    (
        "“It was the loudest sound I have heard,” said Maria Costa, a nurse.",
        "“It was the loudest sound I have heard,” said Rosa Meyer, a nurse.",
    ),
    (
        "“The offer is an insult to every driver,” the union leader Tom Reed said on Friday.",
        "“The offer is an insult to every driver,” the company's chairman, Paul Krantz, said on Friday.",
    ),
    # written after the code
    (
        "The geologist Marit Solberg warned: “The slope above the village moves a metre every year.”",
        "“The slope above the village moves a metre every year,” warned mayor Olaf Tveit.",
    ),
    (
        "“My brother never carried a weapon in his life,” said Ida Roth, his sister.",
        "“My brother never carried a weapon in his life,” said the lawyer, Clara Weiss.",
    ),
    (
        "“Our buses are older than our drivers,” Dora Kovacs told parliament.",
        "The transport minister, Lars Winther, told parliament: “Our buses are older than our drivers.”",
    ),
    (
        "“The vaccine was tested on 4,000 nurses,” according to virologist Emil Falk.",
        "“The vaccine was tested on 4,000 nurses,” the virologist Jan Novak said.",
    ),
    (
        "Niels Bak called the dam “the most expensive mistake in our history”.",
        "Karin Moe called the dam “the most expensive mistake in our history”.",
    ),
    (
        "“Half of the crew could not swim,” recalled Tom Lindqvist, who sailed on her.",
        "“Half of the crew could not swim,” recalled Karl Berg, who built her.",
    ),
]
ONE = [
    "“The harbour will be dredged before the winter storms,” Lund said.",
    "“The harbour will be dredged before the winter storms,” said the mayor, Anna Lund.",
    "“The harbour will be dredged before the winter storms,” said the mayor.",
    "“The harbour will be dredged before the winter storms,” she said.",
    "“The harbour will be dredged before the winter storms,” the council said.",
    "Lund promised that the harbour would be “dredged before the winter storms”.",
    "Peter Holm said that the quay would be mended before the winter storms.",
    "“There is no harbour like ours,” said Peter Holm.",
]


def between(*articles: Article) -> list[str]:
    found = check_set(ArticleSet("council", articles)).findings
    return [f.severity.value for f in found if f.rule == "general.speaker"]


def routes(a: str, b: str) -> list[list[str]]:
    """What is found between two sources, between a source and a draft, and within one account."""
    return [
        between(Article("a", a), Article("b", b)),
        between(Article("a", a), Article("draft", b, role=Role.DRAFT)),
        between(Article("a", f"{a}\n\nThe meeting went on for three hours.\n\n{b}")),
    ]


@pytest.mark.parametrize(("a", "b"), TWO)
def test_a_quotation_of_two_people_is_found_on_every_route(a: str, b: str) -> None:
    assert routes(a, b) == [["warning"], ["error"], ["warning"]]


@pytest.mark.parametrize("b", ONE)
def test_one_who_is_named_in_other_words_is_one(b: str) -> None:
    assert routes(LUND, b) == [[], [], []]


def test_words_that_anybody_may_use_are_held_for_a_draft_alone() -> None:
    a, b = "“There is no danger,” said Anna Lund.", "“There is no danger,” said Peter Holm."
    assert routes(a, b) == [[], ["error"], []]
