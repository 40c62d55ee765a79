"""`checker group`: a feed becomes sets, in one pass; only recent events are held."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

pytest.importorskip("datasketch", reason="the extra 'archive' is not installed")


def sets(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_events_and_what_belongs_nowhere(feed: Path, run) -> None:
    done = run("group", feed)
    assert done.returncode == 0, done.stderr
    found = {frozenset(a["id"] for a in one["articles"]) for one in sets(done.stdout)}
    assert found == {frozenset({"a0", "a2", "a4", "a7"}), frozenset({"a1", "a3", "a5"}), frozenset({"a6"})}
    assert done.stderr.splitlines() == ["8 articles: 2 events of several, 1 articles alone"]
    copies = {a["id"]: a.get("copy_of") for one in sets(done.stdout) for a in one["articles"]}
    assert copies["a7"] == "a0"
    assert copies["a6"] is None


def test_check_takes_the_sets_as_they_are(feed: Path, run, tmp_path: Path) -> None:
    run("group", feed, "-o", "sets.jsonl", "--at-least", "2")
    checked = run("check", "sets.jsonl", "--format", "jsonl", "--fail-on", "never")
    assert checked.returncode == 0, checked.stderr
    first, *_ = sorted(sets(checked.stdout), key=lambda one: one["id"])
    assert any("12" in finding["message"] for finding in first["findings"])
    assert {e["source"] for f in first["findings"] for e in f["evidence"]} & {"Paper 4"}


def test_a_folder_an_event(feed: Path, run, tmp_path: Path) -> None:
    done = run("group", feed, "--folders", "events")
    assert done.returncode == 0, done.stderr
    (first, *others) = sorted((tmp_path / "events").iterdir())
    assert len(others) == 2
    described = yaml.safe_load((first / "set.yaml").read_text("utf-8"))
    assert [entry["id"] for entry in described["articles"]] == ["a0", "a2", "a4", "a7"]
    assert run("check", first, "--fail-on", "never").returncode == 0


def test_a_folder_of_articles_is_a_feed(run, feed: Path, tmp_path: Path) -> None:
    wire = tmp_path / "wire"
    wire.mkdir()
    for row in sets(feed.read_text("utf-8")):
        (wire / f"{row['id']}.txt").write_text(row["text"], encoding="utf-8")
    done = run("group", "wire")
    assert sorted(len(one["articles"]) for one in sets(done.stdout)) == [1, 3, 4]


def test_no_more_articles_are_held_than_asked(feed: Path, run) -> None:
    done = run("group", feed, "--keep", "2")
    assert sum(len(one["articles"]) for one in sets(done.stdout)) == 8
    assert max(len(one["articles"]) for one in sets(done.stdout)) <= 2


def test_an_event_ends_some_days_after_its_last_article(feed: Path, run) -> None:
    """The last two articles are of the next day."""
    found = [{a["id"] for a in one["articles"]} for one in sets(run("group", feed, "--days", "0").stdout)]
    assert {"a7"} in found
    assert {"a0", "a2", "a4"} in found


def test_a_line_that_is_no_article_is_told_and_the_rest_is_sorted(feed: Path, run) -> None:
    feed.write_text('{"id": "x"\n' + feed.read_text("utf-8"), encoding="utf-8")
    done = run("group", feed)
    assert done.returncode == 2
    assert "feed.jsonl:1" in done.stderr
    assert len(sets(done.stdout)) == 3


def test_the_same_feed_gives_the_same_bytes(feed: Path, run) -> None:
    assert run("group", feed).stdout == run("group", feed).stdout
