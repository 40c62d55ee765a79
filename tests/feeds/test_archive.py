"""`checker index`, `history` and `check --against`: what a house has published, kept and asked."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from called import ROOT, Run

duckdb = pytest.importorskip("duckdb", reason="the extra 'archive' is not installed")
pytest.importorskip("datasketch", reason="the extra 'archive' is not installed")

from checker.archive.schema import OF_ARTICLE, VERSION, steps_from  # noqa: E402

FIRES = {
    "first.md": (
        "2024-05-03T08:00:00Z",
        "A fire in the port of Brenna killed 9 people on Friday, the mayor, Ida Holm, said.",
    ),
    "later.md": (
        "2024-05-04T08:00:00Z",
        "The fire in the port of Brenna killed 12 people, the police said on Saturday.",
    ),
    "other.md": ("2024-05-04T09:00:00Z", "The city of Lund opened a library with 40,000 books on Saturday."),
}


def write(path: Path, published: str, text: str, **more: str) -> Path:
    about = "".join(f"{key}: {value}\n" for key, value in {"publisher": path.stem.title(), **more}.items())
    path.write_text(f"---\n{about}published: {published}\n---\n{text}\n", encoding="utf-8")
    return path


@pytest.fixture
def desk(run: Run, tmp_path: Path) -> Path:
    """A folder in which three articles were indexed."""
    folder = tmp_path / "wire"
    folder.mkdir()
    for name, told in FIRES.items():
        write(folder / name, *told)
    done = run("index", "wire")
    assert done.returncode == 0, done.stderr
    assert "3 articles read, 0 known, 0 taken out; checker.store holds 3" in done.stderr
    return tmp_path


def counts(store: Path) -> dict[str, int]:
    with duckdb.connect(store, read_only=True) as base:
        tables = ("articles", *OF_ARTICLE)
        return {name: base.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}


def test_the_same_again_changes_nothing(desk: Path, run: Run) -> None:
    before = counts(desk / "checker.store")
    assert before["articles"] == 3
    assert all(before.values())
    assert "0 articles read, 3 known, 0 taken out" in run("index", "wire").stderr
    assert counts(desk / "checker.store") == before


def test_a_changed_article_takes_the_place_of_what_it_was(desk: Path, run: Run) -> None:
    write(
        desk / "wire" / "later.md", "2024-05-04T08:00:00Z", "The fire in the port of Brenna killed 14 people."
    )
    assert "1 articles read, 2 known, 0 taken out" in run("index", "wire").stderr
    figures = [
        row["figure"]
        for row in json.loads(run("history", "Brenna", "dead", "--format", "json").stdout)["figures"]
    ]
    assert figures == ["9", "14"]


def test_what_is_gone_is_taken_out(desk: Path, run: Run) -> None:
    (desk / "wire" / "other.md").unlink()
    assert "0 articles read, 2 known, 0 taken out" in run("index", "wire").stderr
    assert "0 articles read, 2 known, 1 taken out" in run("index", "wire", "--sync").stderr
    assert "2 taken out; checker.store holds 0" in run("index", "wire", "--remove").stderr
    assert not any(counts(desk / "checker.store").values())


def test_drafts_are_left_out(desk: Path, run: Run) -> None:
    write(desk / "draft.md", "2024-05-05T08:00:00Z", "Ten people died.", role="draft")
    assert "0 articles read" in run("index", "draft.md").stderr


def test_what_cannot_be_read_is_told_and_the_rest_is_written(desk: Path, run: Run) -> None:
    (desk / "more.jsonl").write_text(
        '{"id": "a", "articles": [{"id": "x", "text": "Nine died."}]}\n{\n', "utf-8"
    )
    done = run("index", "more.jsonl")
    assert done.returncode == 2
    assert "more.jsonl:2" in done.stderr
    assert counts(desk / "checker.store")["articles"] == 4


def test_a_killed_run_leaves_the_store_whole(run: Run, tmp_path: Path) -> None:
    sets = (
        json.dumps({"id": f"s{n}", "articles": [{"id": "a", "text": f"A fire killed {n} people in Brenna."}]})
        for n in range(400)
    )
    (tmp_path / "sets.jsonl").write_text("\n".join(sets) + "\n", "utf-8")
    store = tmp_path / "checker.store"
    process = subprocess.Popen(
        [sys.executable, "-m", "checker", "index", "sets.jsonl"], cwd=tmp_path, stderr=subprocess.DEVNULL
    )
    wal = tmp_path / "checker.store.wal"
    for _ in range(600):
        if wal.is_file() and wal.stat().st_size > 20_000:
            break
        time.sleep(0.1)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    done = counts_after_recovery(store)
    assert 0 < done["articles"] < 400
    assert done["figures"] == done["articles"]
    told = run("index", "sets.jsonl").stderr
    assert f"{400 - done['articles']} articles read, {done['articles']} known" in told
    assert counts(store)["figures"] == 400


def counts_after_recovery(store: Path) -> dict[str, int]:
    with duckdb.connect(store):
        pass
    return counts(store)


@pytest.mark.parametrize(
    ("make", "why", "what_to_do"),
    [
        (lambda path: path.write_text("no store"), "this is no store", "name a file that"),
        (
            lambda path: duckdb.connect(path).execute("CREATE TABLE t (x INTEGER)").close(),
            "this database is no store",
            "name a file",
        ),
        (
            lambda path: duckdb.connect(path).execute("CREATE TABLE store AS SELECT 99 AS version").close(),
            f"the store is of version 99; this program knows {VERSION}",
            "use a program at least as new",
        ),
        (lambda path: None, "there is no store", "checker index PATHS --store FILE"),
    ],
)
def test_what_is_no_store_is_refused(make, why: str, what_to_do: str, run: Run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    make(tmp_path / "x.store")
    done = run("history", "Brenna", "--store", "x.store")
    assert done.returncode == 2
    assert why in done.stderr
    assert what_to_do in done.stderr


def test_a_store_goes_from_version_to_version() -> None:
    assert steps_from(VERSION) == []
    told = steps_from(VERSION - 2, {VERSION - 2: ["first"], VERSION - 1: ["second", "third"]})
    assert told == ["first", "second", "third", f"UPDATE store SET version = {VERSION}"]


def found(run: Run, *args: str) -> list[dict[str, object]]:
    done = run("check", "--against", "checker.store", "--format", "json", *args)
    assert done.returncode in (0, 1), done.stderr
    report = json.loads(done.stdout)
    return [one for one in report["findings"] if one["severity"] != "note"]


def test_a_draft_is_held_against_the_archive(desk: Path, run: Run) -> None:
    write(
        desk / "draft.md",
        "2024-05-20T08:00:00Z",
        "The fire in the port of Brenna killed 21 people in May, the police say.",
    )
    (one, *_) = found(run, "draft.md")
    assert one["severity"] == "warning"  # … and no error: it is only the archive that says so
    there = [e for e in one["evidence"] if e["article"] != "draft"]  # type: ignore[attr-defined]
    assert [(e["source"], e["path"]) for e in there] == [("Later, 2024-05-04", "wire/later.md")]
    assert all("Lund" not in e["sentence"] for e in one["evidence"])  # type: ignore[attr-defined]


def test_the_archive_does_not_outweigh_a_source_of_today(desk: Path, run: Run) -> None:
    write(
        desk / "draft.md",
        "2024-05-20T08:00:00Z",
        "The fire in the port of Brenna killed 21 people.",
        role="draft",
    )
    write(
        desk / "today.md",
        "2024-05-20T07:00:00Z",
        "The fire in the port of Brenna killed 21 people, the court heard.",
    )
    assert found(run, "draft.md", "today.md") == []


def test_what_the_archive_disagrees_on_with_itself_is_no_finding(desk: Path, run: Run) -> None:
    write(
        desk / "draft.md",
        "2024-05-20T08:00:00Z",
        "A fire in the port of Brenna killed people in May.",
        role="draft",
    )
    assert found(run, "draft.md") == []


def test_of_several_files_the_draft_must_be_named(desk: Path, run: Run) -> None:
    done = run("check", "--against", "checker.store", "wire/first.md", "wire/later.md")
    assert done.returncode == 2
    assert "which of these is the draft?" in done.stderr


def test_the_history_of_a_figure(desk: Path, run: Run) -> None:
    told = run("history", "brenna", "toll").stdout
    assert [line.split("  ")[0] for line in told.splitlines()[3:]] == [
        "3 May 2024, 08:00 UTC",
        "4 May 2024, 08:00 UTC",
    ]
    assert "First (Ida Holm)" in told
    rows = list(csv.DictReader(io.StringIO(run("history", "Brenna", "toll", "--format", "csv").stdout)))
    assert [(row["low"], row["high"], row["place"], row["line"]) for row in rows] == [
        ("9", "9", "wire/first.md", "5"),
        ("12", "12", "wire/later.md", "5"),
    ]
    page = run("history", "Brenna", "toll", "--format", "html").stdout
    assert "<svg" in page
    assert "12 people" in page


def test_no_history(desk: Path, run: Run) -> None:
    done = run("history", "Atlantis")
    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing in checker.store gives a figure of Atlantis" in done.stderr


def test_the_three_commands_of_the_docs(run: Run, tmp_path: Path) -> None:
    """docs/archive.md: each command of the newcomer's path prints what stands there."""
    (tmp_path / "cases").symlink_to(ROOT / "cases")
    path = (ROOT / "docs" / "archive.md").read_text("utf-8").split("## Three commands")[1].split("\n## ")[0]
    blocks = re.findall(r"```console\n\$ checker (.*)\n((?:.*\n)*?)```", path)
    assert len(blocks) == 3
    for command, shown in blocks:
        done = run(*shlex.split(command))
        assert done.returncode in (0, 1), done.stderr
        said = done.stdout + done.stderr
        for line in (line for line in shown.splitlines() if line.strip("… ")):
            assert line in said
