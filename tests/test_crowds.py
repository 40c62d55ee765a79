"""Of many like claims each is held against the draft's and against what most accounts say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from checker.claims.claim import Claim
from checker.matching.crowds import CROWD, pairs_of
from checker.matching.pairings import pairings_of
from checker.model import Article, ArticleSet, Finding, Role
from checker.pipeline import check_set, read_set

SAID = "The flood in Verden killed {} people, the mayor told {}."


def _articles(figures: Sequence[int], draft: int) -> ArticleSet:
    drafted = Article("draft", SAID.format(draft, "reporters"), role=Role.DRAFT)
    told = [Article(f"a{n}", SAID.format(figure, f"Radio {n}")) for n, figure in enumerate(figures)]
    return ArticleSet("flood", (drafted, *told))


def _claims(articles: ArticleSet) -> list[Claim]:
    return [claim for item in read_set(articles).articles for claim in item.claims]


def _figures(finding: Finding) -> set[str]:
    return {e.text.split()[0] for e in finding.evidence}


def test_of_some_claims_all_pairs_are_held() -> None:
    claims = _claims(_articles([*range(20, 30)], draft=20))
    assert list(pairs_of(claims)) == list(combinations(range(len(claims)), 2))


def test_of_a_crowd_each_is_held_against_the_draft_and_what_most_say() -> None:
    alone = [*range(100, 100 + CROWD)]
    claims = _claims(_articles([31, 31, 31, *alone], draft=40))
    held = list(pairs_of(claims))
    assert held == sorted(held)
    assert len(held) < len(claims) ** 2 / 2.5
    partners: dict[int, set[int]] = {place: set() for place in range(len(claims))}
    for first, second in held:
        partners[first].add(second)
        partners[second].add(first)
    most = {place for place, claim in enumerate(claims) if claim.value.stated == ("31",)}
    draft = {place for place, claim in enumerate(claims) if claim.article.role is Role.DRAFT}
    assert most
    assert draft
    assert all(found >= (most | draft) - {place} for place, found in partners.items())


def test_pairs_grow_with_the_crowd() -> None:
    small, large = (
        len(pairings_of(read_set(_articles([*range(100, 100 + size)], draft=40))))
        for size in (2 * CROWD, 3 * CROWD)
    )
    assert large < 1.7 * small


def test_a_draft_that_is_off_is_found_among_many() -> None:
    articles = _articles([31] * 5 + [*range(100, 100 + CROWD)], draft=40)
    assert any({"31", "40"} <= _figures(finding) for finding in check_set(articles).findings)


def test_a_sentence_like_others_may_hold_none_of_many_mentions() -> None:
    people = (
        "a doctor, a teacher, a farmer, a baker, a priest, a nurse, a mayor, a driver, a soldier, a singer"
    )
    others = (
        "a dancer, a painter, a lawyer, a tailor, a miner, a sailor, a pilot, a judge, a butcher and a cook"
    )
    told = f"The bridge opened late at Bergen. Over it went {people}, {others}."
    texts = [told if n % 2 else "It opened late at Bergen." for n in range(36)]
    report = check_set(ArticleSet("bridge", tuple(Article(f"a{n}", text) for n, text in enumerate(texts))))
    assert not report.findings
