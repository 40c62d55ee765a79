"""The fitted models of matching: what they are made of, and what two mentions have in common."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from checker.data import load
from checker.matching.contexts import contexts_of
from checker.matching.features import NAMES, Features, Mention, features
from checker.matching.figures import CONFLICT, SURROUNDINGS
from checker.matching.likely import likely_of
from checker.matching.mentions import Sort, figures_of
from checker.matching.reasons import weighed
from checker.matching.weights import NONE, Stand, weights
from checker.model import Article, ArticleSet, Role
from checker.pipeline import read_set
from checker.reading import read_sets
from checker.reports.explain_why import render

ROOT = Path(__file__).parent.parent
CUTOFFS = {"tick", "elsewhere", "contradicted", "sure"}


def likeness(source: str, words: str, draft: str, draft_words: str) -> Features:
    """The features of a figure of a draft and one of its source."""
    articles = Article("source", source), Article("draft", draft, role=Role.DRAFT)
    reading = read_set(ArticleSet("set", articles))

    def mention(article: str, text: str) -> Mention:
        (found,) = [m for m in figures_of(reading)[article] if m.value and text in m.value.text]
        return found

    return features(mention("draft", draft_words), mention("source", words), contexts_of(reading))


@pytest.mark.parametrize("sort", Sort)
def test_the_weights_are_complete(sort: Sort) -> None:
    data = load("matching")[sort.value]
    assert list(data["pair"]) == [*NAMES, "bias"]
    assert list(data["backed"]) == ["agreeing", "rival", "no_rival", "better", "bias"]
    assert list(data["assigned"]) == ["best", "margin", "bias"]
    assert set(data["cutoffs"]) == CUTOFFS
    fitted = weights(sort)
    assert len(fitted.pair) == len(NAMES) + 1
    assert len(fitted.backed) == len(Stand(0, NONE, 0).row()) + 1


@pytest.mark.parametrize("sort", Sort)
def test_the_cut_offs_are_probabilities_in_their_order(sort: Sort) -> None:
    fitted = weights(sort)
    assert 0 < fitted.elsewhere < 1 / 2 < fitted.tick < 1
    assert 0 < fitted.contradicted <= fitted.sure <= 1  # 1: of no name is one sure


@pytest.mark.parametrize("sort", Sort)
def test_a_better_match_is_likelier_and_a_better_rival_makes_it_less_so(sort: Sort) -> None:
    fitted = weights(sort)
    assert fitted.backing(Stand(1, NONE, 0)) > fitted.backing(Stand(-1, NONE, 0))
    assert fitted.backing(Stand(1, -1, 0)) > fitted.backing(Stand(1, 0, 0))
    assert fitted.assignment(1, 0) > fitted.assignment(-1, -2)


FIRE = "The fire in Brenna killed nine people. About 80 firefighters worked until 6 a.m."


def test_features_tell_the_figure_of_the_same_thing_from_another() -> None:
    draft = "In Brenna the fire killed 12 people, the brigade said."
    right = likeness(FIRE, "nine", draft, "12")
    wrong = likeness(FIRE, "80", draft, "12")
    assert right.same > wrong.same
    assert (right.state, wrong.state) == (1, 0)
    assert right.head == 1
    assert right.rank == 1
    assert weights(Sort.FIGURE).score(right) > weights(Sort.FIGURE).score(wrong)


def test_no_feature_looks_at_the_value() -> None:
    told = [likeness(FIRE.replace("nine", number), number, FIRE, "nine") for number in ("nine", "12", "30")]
    assert told[0] == told[1] == told[2]


WEIGHED = {"mass", "mass_back", "rarest", "rarest_back", "rare_actor", "rare_nearest"}


def test_every_feature_but_the_rarities_lies_between_minus_one_and_one() -> None:
    draft = "In Brenna the fire killed 12 people, the brigade said."
    row = dict(zip(NAMES, likeness(FIRE, "nine", draft, "12"), strict=True))
    assert all(-1 <= x <= 1 for name, x in row.items() if name not in WEIGHED)
    assert all(row[name] >= 0 for name in WEIGHED)


def test_the_weights_of_slots_are_complete_and_every_feature_has_words() -> None:
    data = load("slots")
    assert list(data["same"]) == [*SURROUNDINGS, "bias"]
    assert list(data["conflict"]) == [*CONFLICT, "bias"]
    rows = list(range(1, len(CONFLICT) + 1))
    assert all(str(reason) for reason in weighed(CONFLICT, rows, list(data["conflict"].values())))


PAIR = (
    "The Dali, 984 feet long, had sent a mayday call before it hit the bridge in Baltimore.",
    "The 948-foot Dali had sent a mayday call before it hit the bridge in Baltimore.",
)


def test_why_two_figures_are_of_one_thing() -> None:
    articles = tuple(Article(f"a{n}", text, f"Outlet {n}") for n, text in enumerate(PAIR))
    told = render(read_set(ArticleSet("set", articles)), "984 feet", "948-foot")
    assert "do not agree" in told
    assert "the same digits" in told or "the digits they share" in told
    assert "against" in told


def test_why_of_words_without_a_figure() -> None:
    articles = tuple(Article(f"a{n}", text, f"Outlet {n}") for n, text in enumerate(PAIR))
    told = render(read_set(ArticleSet("set", articles)), "the bridge", "948-foot")
    assert "no figure is read in “the bridge”" in told


def test_fitting_without_data_is_skipped() -> None:
    before = [(ROOT / name).read_bytes() for name in ("rules/vocabulary/matching.yaml", "docs/matching.md")]
    run = subprocess.run(
        [sys.executable, "-m", "tools.fit_matching", "--write"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("skipped: no data")
    after = [(ROOT / name).read_bytes() for name in ("rules/vocabulary/matching.yaml", "docs/matching.md")]
    assert before == after


def test_no_feature_is_more_than_what_it_was_expected_to_be_at_most() -> None:
    """A pair is refused by what its dear features may be at most, before they are found."""
    (articles,) = read_sets([ROOT / "cases" / "2019-04-15-notre-dame-fire"])
    held = likely_of(read_set(articles))
    assert held.pairs
    for pair in held.pairs:
        known = {f"is_{pair.a.sort}", f"way_{pair.way}", *pair.standing()}
        most = held.most(pair.a.sort, pair.placed) | held.masses(pair)
        dear = {name: x for name, x in pair.row.items() if name not in known}
        assert {name for name, x in dear.items() if x > most[name] + 1e-9} == set()
