"""A set that is checked again while one of its articles is edited: the same report as one made afresh."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from newsroom import ROOT

from checker.commands.checking import make_run
from checker.commands.options import Given
from checker.memory import Memory
from checker.model import ArticleSet
from checker.pipeline import read_set
from checker.reading import read_sets

CASE = "2023-06-02-odisha-trains"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "cases" / CASE, tmp_path / CASE))


def as_saved(folder: Path) -> ArticleSet:
    (found,) = read_sets([folder])
    return found


def test_the_same_report_after_every_edit(folder: Path) -> None:
    memory = Memory()
    draft, source = folder / "draft.md", folder / "late.md"
    first = draft.read_text()
    lead = first.index("---\n", 4) + 4
    edits = [
        (draft, first),
        (draft, first.replace("Saturday", "Sunday")),
        (
            draft,
            first[:lead]
            + "\nMinister Asha Verma of Nepal said that 412 people had been hurt."
            + first[lead:],
        ),
        (draft, first.rstrip() + " Asha Verma resigned on 7 June. She had served for two years.\n"),
        (source, source.read_text().replace("Saturday", "Sunday") + "\nAsha Verma did not resign.\n"),
        (draft, first),
    ]
    shown = []
    for path, text in edits:
        path.write_text(text)
        fresh = make_run([folder], Given())
        kept = replace(fresh, memory=memory)
        shown.append(kept.report(as_saved(folder)).to_json())
        assert shown[-1] == fresh.report(as_saved(folder)).to_json()
    assert len(set(shown)) == len(shown)


def test_an_article_that_is_the_same_is_read_once(folder: Path) -> None:
    memory, run = Memory(), make_run([folder], Given())
    articles = as_saved(folder)
    active = run.settings.ruleset().active(articles)
    before = {item.article.id: item for item in read_set(articles, active, memory=memory).articles}
    draft = folder / "draft.md"
    draft.write_text(draft.read_text().rstrip() + " It rained for three days.\n")
    after = {item.article.id: item for item in read_set(as_saved(folder), active, memory=memory).articles}
    assert [name for name in after if after[name] is not before[name]] == ["draft"]


def test_other_vocabularies_and_models_read_anew(folder: Path) -> None:
    memory, run = Memory(), make_run([folder], Given())
    articles = as_saved(folder)
    run = replace(run, memory=memory)
    tagged = replace(articles, tags=("sport",))
    first = run.report(articles).to_json()
    assert run.report(tagged).to_json() == replace(run, memory=None).report(tagged).to_json()
    assert run.report(articles).to_json() == first
