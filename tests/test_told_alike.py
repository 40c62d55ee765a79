"""Figures that only one of two accounts has, in sentences that tell the same in other words."""

from __future__ import annotations

import pytest

from checker.model import Article, ArticleSet, Finding, Severity
from checker.pipeline import check_set


def findings(*accounts: str) -> list[Finding]:
    articles = tuple(Article(f"account-{n}", text, f"Outlet {n}") for n, text in enumerate(accounts))
    return [f for f in check_set(ArticleSet("set", articles)).findings if f.severity is not Severity.NOTE]


def pairs_of_words(*accounts: str) -> set[frozenset[str]]:
    return {frozenset(e.text for e in f.evidence) for f in findings(*accounts)}


DISAGREE = {
    "a sum that one account tells without its verb": (
        "The museum in Basel paid 12.4 million francs for the self-portrait that Hodler painted in 1917.",
        "For Hodler's late self-portrait the museum in Basel laid out 14.2 million francs.",
        "Hodler's self-portrait went to the museum in Basel for 12.4 million francs.",
        {"12.4 million francs", "14.2 million francs"},
    ),
    "children and pupils": (
        "The storm tore the roof off the sports hall in Lund, and teachers led 38 children to safety.",
        "Teachers led 83 pupils out of the sports hall in Lund to safety when the storm tore off its roof.",
        {"38 children", "83 pupils"},
    ),
}


@pytest.mark.parametrize("name", DISAGREE)
def test_the_odd_one_out_is_found(name: str) -> None:
    *accounts, words = DISAGREE[name]
    assert any(words <= told for told in pairs_of_words(*accounts))


AGREE = {
    "what two groups are given": (
        "The government will spend up to $4 billion on roads in the north of the country.",
        "The government will spend up to $9 billion on schools in the north of the country.",
    ),
    "the ages of two people": (
        "The jury convicted Martin Hale of the murder of his wife, 23-year-old Anna, in Leeds.",
        "Hale, 32, was convicted of the murder of his wife Anna by the jury in Leeds.",
    ),
    "each account also has the figure of the other": (
        "The ferry sank with 80 people aboard; 60 of the people aboard had come from Split.",
        "Sixty people from Split were aboard when the ferry sank; it carried 80 people in all.",
    ),
    "one is where a change has ended": (
        "For patients on ventilators the drug cut the risk of death from 40% to 28%.",
        "The drug saves the lives of one in three patients who would have died on a ventilator.",
        "Of the patients on ventilators, a third fewer died with the drug.",
    ),
    "a sort of the things that the other counts": (
        "Two passenger trains and a goods train crashed near Bahana on Friday evening.",
        "Three trains crashed near Bahana on Friday evening.",
    ),
    "just over": (
        "The goal that won it came with four minutes left, when Ola Berg hit the post and Lie scored.",
        "Lie scored the goal that won it with just over four minutes left, after Ola Berg had hit the post.",
    ),
}


KNOWN = {"what two groups are given", "the ages of two people"}
MISS = pytest.mark.xfail(reason="the fitted weights hold them to be of one thing", strict=True)


@pytest.mark.parametrize("name", [pytest.param(n, marks=[MISS] if n in KNOWN else []) for n in AGREE])
def test_other_things_are_left_alone(name: str) -> None:
    assert findings(*AGREE[name]) == []
