"""Short accounts through the whole program: which of their figures disagree, and which do not."""

from __future__ import annotations

from typing import Any

import pytest

from checker.model import Article, ArticleSet
from checker.pipeline import check_set
from checker.reports.report import Report


def report(*accounts: str) -> Report:
    articles = [Article(f"account-{n}", text, f"Account {n}") for n, text in enumerate(accounts, 1)]
    return check_set(ArticleSet("accounts", tuple(articles)))


def disputed(*accounts: str) -> set[frozenset[str]]:
    """The words of each finding's evidence."""
    return {frozenset(e.text for e in finding.evidence) for finding in report(*accounts).findings}


DISAGREE = {
    "the size of a thing with a name": (
        "The 948-foot Dali had sent a mayday call before it hit the bridge in Baltimore.",
        "The Dali, 984 feet long, had sent a mayday call before it hit the bridge in Baltimore.",
        {"948-foot", "984 feet"},
    ),
    "fewer of a sort than there are of a part of it": (
        "Six workers are missing after a ship hit the bridge in Baltimore.",
        "Eight construction workers are missing after a ship hit the bridge in Baltimore.",
        {"Six workers", "Eight construction workers"},
    ),
    "the year of what happens to a thing once": (
        "The ship brought down the Key Bridge in Baltimore. The bridge opened in 1977.",
        "The ship brought down the Key Bridge in Baltimore. The bridge was opened in 1972.",
        {"1977", "1972"},
    ),
    "the size of a crew": (
        "The Dali had a crew of 22 when it hit the bridge in Baltimore.",
        "The Dali had a crew of 27 when it hit the bridge in Baltimore.",
        {"crew of 22", "crew of 27"},
    ),
    "nobody, and some of them": (
        "A train came off the rails near Malaga, but no one was hurt.",
        "A train came off the rails near Malaga; three passengers suffered injuries.",
        {"no one", "three passengers"},
    ),
    "a date far from its verb, with no other between": (
        "Elon Musk completed his $44 billion purchase of Twitter on 27 October and dismissed its chiefs.",
        "Elon Musk completed his takeover of Twitter on 26 October.",
        {"27 October", "26 October"},
    ),
    "injuries that are suffered": (
        "A train came off the rails near Malaga; three passengers suffered injuries.",
        "A train came off the rails near Malaga. Nine passengers were injured.",
        {"three passengers", "Nine passengers"},
    ),
    "a part of the passengers is all of the injured": (
        "All 379 people on the jet got out at Haneda on Tuesday. 17 of them were hurt.",
        "All 379 people on the jet got out at Haneda on Tuesday. Fourteen people were injured.",
        {"17", "Fourteen people"},
    ),
    "a number with a verb of its own": (
        "Six people were killed and 20 injured when a coach overturned near Lyon on Monday.",
        "A coach overturned near Lyon on Monday, killing six people and injuring 32.",
        {"20 injured", "32"},
    ),
    "a rate whose noun begins the sentence": (
        "Turnout was 79.4%. The president conceded defeat.",
        "Turnout stood at 75.9%. The president conceded defeat.",
        {"79.4%", "75.9%"},
    ),
    "jobs cut and roles eliminated": (
        "Alphabet is cutting about 12,000 jobs, its chief executive said.",
        "Alphabet will eliminate 20,000 roles, its chief executive said.",
        {"about 12,000 jobs", "20,000 roles"},
    ),
    "what a price is paid in is not what it is the price of": (
        "Exxon agreed on Wednesday to buy Pioneer for $59.5 billion in stock.",
        "Exxon agreed on Wednesday to buy Pioneer for $59.5 million, the companies said.",
        {"$59.5 billion", "$59.5 million"},
    ),
    "a length that only one account narrows": (
        "The government declared three days of national mourning.",
        "The government declared five days of mourning.",
        {"three days", "five days"},
    ),
    "the score of a match": (
        "Bayern Munich beat Koln 2-1 in Cologne on Saturday.",
        "Bayern beat Koln 3-1 and won the title. Dortmund drew 2-2 with Mainz.",
        {"2-1", "3-1"},
    ),
    "a measure of which only one account says when": (
        "The 7.8-magnitude earthquake hit Morocco on Friday night, killing many people.",
        "Many people died in the 6.8-magnitude quake that hit Morocco.",
        {"7.8-magnitude", "6.8-magnitude"},
    ),
    "severance and severance pay": (
        "Staff in the United States will receive at least 16 weeks of severance pay.",
        "Staff in the United States will receive six weeks of severance.",
        {"at least 16 weeks", "six weeks"},
    ),
    "a shoot-out told from both sides": (
        "Argentina beat France 4-2 on penalties after a 3-3 draw.",
        "France lost the shoot-out 4-3 to Argentina.",
        {"4-2", "4-3"},
    ),
    "one figure in another currency": (
        "The museum in Bergen paid 6.2 million kronor for the painting.",
        "The museum in Bergen paid 6.2 million francs for the painting.",
        {"6.2 million kronor", "6.2 million francs"},
    ),
    "another currency, of a firm": (
        "Shell will invest 12 million pounds in the port.",
        "Shell will invest $12 million in the port.",
        {"12 million pounds", "$12 million"},
    ),
    "another currency, of a loss": (
        "The fund lost 75 million pesos on the loans to farmers.",
        "The fund lost 75 million reals on the loans to farmers.",
        {"75 million pesos", "75 million reals"},
    ),
    "a share for a count": (
        "The bank closed 30 of its branches in Spain last year.",
        "The bank closed 30 percent of its branches in Spain last year.",
        {"30 of its branches", "30 percent of its branches"},
    ),
    "a share for a count, of what is so": (
        "The union says 40 of the mines in Zambia are unsafe.",
        "The union says 40 percent of the mines in Zambia are unsafe.",
        {"40 of the mines", "40 percent of the mines"},
    ),
    "a figure behind a year and a comma": (
        "In 2023, 43 people were killed on the road to Bodo.",
        "In 2023, 34 people were killed on the road to Bodo.",
        {"43 people", "34 people"},
    ),
    "a figure that a toll is given as": (
        "Officials gave the toll as 95.",
        "The toll rose to 85, officials said.",
        {"95", "85"},
    ),
    "how long after an event": (
        "Nine hours after the quake, a woman was pulled out alive.",
        "A woman was pulled out alive 19 hours after the earthquake.",
        {"Nine hours", "19 hours"},
    ),
    "lengths that are hedged, after an event": (
        "The launch failed less than an hour after the start.",
        "The launch failed several hours after the start.",
        {"less than an hour", "several hours"},
    ),
}


KNOWN = {
    "injuries that are suffered",
    "a number with a verb of its own",
    "a shoot-out told from both sides",
    "yards that a team with a name gains",
    "the scores of two matches",
    "the years of two things",
    "another figure in another currency",
    "more people than there are of one sort of them",
    "how long after an event two came",
}


def params(pairs: dict[str, Any]) -> list[Any]:
    """Each pair; those that the fitted weights get wrong are known misses."""
    miss = pytest.mark.xfail(reason="the fitted weights hold them otherwise", strict=True)
    return [
        pytest.param(*told, id=name, marks=[miss] if name in KNOWN else []) for name, told in pairs.items()
    ]


@pytest.mark.parametrize(("one", "other", "words"), params(DISAGREE))
def test_accounts_disagree(one: str, other: str, words: set[str]) -> None:
    assert frozenset(words) in disputed(one, other)


AGREE = {
    "more people than there are of one sort of them": (
        "Eight people are missing after a ship hit the bridge in Baltimore.",
        "Six workers are missing after a ship hit the bridge in Baltimore.",
    ),
    "a part of a sort": (
        "Eight workers are missing after a ship hit the bridge in Baltimore.",
        "Six construction workers are missing after a ship hit the bridge in Baltimore.",
    ),
    "the years of two things": (
        "The ship hit the Key Bridge in Baltimore. The bridge opened in 1977.",
        "The ship hit the Key Bridge in Baltimore. The port opened in 1972.",
    ),
    "yards that a team with a name gains": (
        "The defence gave the Chiefs 90 yards in the first half in Denver.",
        "The defence gave the Chiefs 60 yards in the first half in Denver.",
    ),
    "a part of the injured": (
        "Thirty people were injured at Haneda on Tuesday. Five of them were hurt badly.",
        "Thirty people were injured at Haneda on Tuesday.",
    ),
    "the injured are not the dead": (
        "Six people were killed and 20 injured when a coach overturned near Lyon on Monday.",
        "Six people died when a coach overturned near Lyon on Monday.",
    ),
    "one of them": (
        "Two officers were arrested over the shooting, and one was charged with murder.",
        "Two officers were charged over the shooting.",
    ),
    "the first days are not any days": (
        "The minister marks his first 100 days in office this week.",
        "After five days in office the minister overturned the ban.",
    ),
    "the score on the way": (
        "Bayern Munich beat Koln 2-1 in Cologne on Saturday.",
        "Bayern Munich led Koln 1-0 at half-time in Cologne on Saturday.",
    ),
    "the scores of two matches": (
        "Bayern Munich beat Koln 2-1 on Saturday.",
        "Bayern Munich drew 2-2 with Mainz in May.",
    ),
    "a score of another contest": (
        "Bayern Munich beat Koln 2-1 on Saturday.",
        "Bayern Munich won the corner count 9-3 against Koln on Saturday.",
    ),
    "a figure and the same as a limit": (
        "Madrid sent 1,000 troops to help with the rescue.",
        "More than a thousand soldiers were sent to help with the rescue.",
    ),
    "power that is cut is no job": (
        "Power was cut to 100,000 customers in Ohio.",
        "The company cut 2,000 jobs in Ohio.",
    ),
    "another figure in another currency": (
        "The museum in Bergen paid 6.2 million kronor for the painting.",
        "The museum in Bergen paid 590,000 dollars for the painting.",
    ),
    "a share and a count of other things": (
        "The chain will close 14 of its shops in Wales.",
        "Sales at its shops fell by 14 percent.",
    ),
    "two payments of one figure": (
        "The bank paid 3 million pounds to savers.",
        "The bank paid 3 million euros to the state.",
    ),
    "a sum and a rate": (
        "The bank paid $5 million for the land.",
        "The bank paid $5 million a year for the land.",
    ),
    "how long after an event, and how long it was": (
        "The fire lasted two hours.",
        "Police arrived almost half an hour after the fire.",
    ),
    "how long after an event two came": (
        "Police arrived five minutes after the alarm.",
        "Firefighters arrived almost half an hour after the alarm.",
    ),
}


@pytest.mark.parametrize(("one", "other"), params(AGREE))
def test_accounts_agree(one: str, other: str) -> None:
    assert disputed(one, other) == set()
