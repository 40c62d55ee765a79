"""Quotation marks that are left open join what two people said: no quotation to hold others against."""

from checker.model import Article, ArticleSet
from checker.pipeline import check_set

RULING = "The court's ruling protects every river in the state and every town that drinks from it"


def rules_of(one: str, other: str) -> list[str]:
    articles = tuple(Article(f"account-{n}", text) for n, text in enumerate((one, other)))
    return [f.rule for f in check_set(ArticleSet("river", articles)).findings]


def test_a_passage_that_leaves_its_marks_for_long_is_not_one_quotation() -> None:
    torn = (
        f'"{RULING}" and that the mills would have to pay for the wells they had spoiled over the years, '
        'said the minister. Her deputy added: "We have waited long for the day on which this was said aloud."'
    )
    assert rules_of(f'"{RULING}, we have waited long for this day," the two ministers said.', torn) == []


def test_a_quotation_that_goes_on_after_the_speaker_is_one() -> None:
    one = f'"{RULING}," the minister said.'
    first, second = RULING.replace("river", "lake").split(" and ")
    other = f'"{first}," the minister said, "and {second}."'
    assert rules_of(one, other) == ["general.quotation"]
