"""A finding keeps its name when other sentences change, and gets another when its own words do."""

from __future__ import annotations

import re

from checker.model import Article, ArticleSet
from checker.pipeline import check_set
from checker.verdicts.fingerprints import fingerprint

ONE = "The ferry fire in Bari killed 12 people."
OTHER = "The ferry fire in Bari killed 19 people."


def names(one: str, other: str) -> set[str]:
    articles = (Article("a", one), Article("b", other))
    return {f.fingerprint for f in check_set(ArticleSet("s", articles)).findings if f.rule == "general.count"}


def test_edits_elsewhere_keep_it() -> None:
    first = names(ONE, OTHER)
    assert len(first) == 1
    assert names("Smoke was seen for miles.\n\n" + ONE + " The port is shut.", OTHER) == first


def test_another_figure_changes_it() -> None:
    assert names(ONE, OTHER) != names(ONE, OTHER.replace("19", "21"))


def test_order_case_and_spaces_do_not_count() -> None:
    name = fingerprint("r", "people killed", ["12 people", "19 people"])
    assert re.fullmatch("[0-9a-f]{16}", name)
    assert fingerprint("r", "People  killed", ["19 People", "12\npeople"]) == name
    assert fingerprint("r", "people", ["killed 12 people", "19 people"]) != name
    assert fingerprint("r", "x", ["half a character \ud83d"]) != name
