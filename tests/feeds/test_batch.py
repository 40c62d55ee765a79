"""`checker batch`: a row a finding, a bad set a failed row; a killed worker loses nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from called import ROOT, Run

pq = pytest.importorskip("pyarrow.parquet", reason="the extra 'archive' is not installed")
distributed = pytest.importorskip("distributed", reason="the extra 'archive' is not installed")


def one_set(number: int) -> str:
    """Every third set disagrees, by three dead; no text stands in two sets."""
    texts = [
        f"A fire in the port of Brenna killed {n} people in its {number + 2}th hall."
        for n in (9, 9 + number % 3)
    ]
    articles = [{"id": name, "text": text} for name, text in zip("ab", texts, strict=True)]
    return json.dumps({"id": f"set {number}", "articles": articles}) + "\n"


def write_sets(path: Path, many: int, last: str = "") -> Path:
    path.write_text("".join(map(one_set, range(many))) + last, encoding="utf-8")
    return path


def rows(out: Path) -> list[dict[str, Any]]:
    return pq.read_table(out).to_pylist()


def told(out: Path) -> Counter[tuple[str, str, str | None]]:
    return Counter((row["set"], row["outcome"], row["fingerprint"]) for row in rows(out))


@pytest.mark.parametrize("engine", ["local", "dask"])
def test_the_findings_are_those_of_check(engine: str, run: Run, tmp_path: Path) -> None:
    write_sets(tmp_path / "sets.jsonl", 6, '{"id": "bad", "articles": []}\n{\n')
    done = run("batch", "sets.jsonl", "--engine", engine, "--out", "night", "--partition", "2")
    assert done.returncode == 2, done.stderr
    checked = run("check", "sets.jsonl", "--format", "jsonl").stdout.splitlines()
    wanted: Counter[tuple[str, str, str | None]] = Counter()
    for report in map(json.loads, checked):
        wanted.update((report["id"], "finding", f["fingerprint"]) for f in report["findings"])
        wanted.update((report["id"], "failed", None) for _ in report["failed"])
        if not report["findings"] and not report["failed"]:
            wanted[report["id"], "clean", None] += 1
    assert told(tmp_path / "night") == wanted
    assert sum(n for (_, outcome, _), n in wanted.items() if outcome == "failed") == 2
    assert sum(n for (_, outcome, _), n in wanted.items() if outcome == "finding") >= 4


def test_a_rerun_skips_what_is_done_and_takes_out_what_has_changed(run: Run, tmp_path: Path) -> None:
    path = write_sets(tmp_path / "sets.jsonl", 4, "{\n")
    run("batch", path, "--out", "night")
    again = run("batch", path, "--out", "night")
    assert "1 sets checked, 4 done before" in again.stderr
    before = told(tmp_path / "night")
    assert Counter(name for name, _, _ in before)["set 0"] == 1
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([lines[0].replace(" 9 ", " 20 ", 1), *lines[1:4]]), encoding="utf-8")
    changed = run("batch", path, "--out", "night")
    assert "1 sets checked, 3 done before" in changed.stderr
    assert [row["outcome"] for row in rows(tmp_path / "night") if row["set"] == "set 0"] == ["finding"]


def test_one_of_three_workers_is_killed(run: Run, tmp_path: Path) -> None:
    path = write_sets(tmp_path / "sets.jsonl", 24)
    with distributed.LocalCluster(
        n_workers=3, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        command = [
            sys.executable,
            "-m",
            "checker",
            "batch",
            str(path),
            "--engine",
            "dask",
            "--partition",
            "2",
        ]
        command += ["--scheduler", cluster.scheduler_address, "--out", "night"]
        with subprocess.Popen(
            command,
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            while process.poll() is None and not list((tmp_path / "night").glob("part-*.parquet")):
                time.sleep(0.05)
            assert process.poll() is None
            with distributed.Client(cluster) as client:
                first, *others = client.run(os.getpid).values()
            os.kill(first, signal.SIGKILL)
            _, err = process.communicate()
        assert len(others) == 2
        assert process.returncode == 0, err
    run("batch", path, "--out", "whole")
    assert told(tmp_path / "night") == told(tmp_path / "whole")


def test_a_scheduler_that_does_not_answer(run: Run, tmp_path: Path) -> None:
    write_sets(tmp_path / "sets.jsonl", 1)
    done = run("batch", "sets.jsonl", "--out", "o", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")
    assert done.returncode == 2
    assert "nothing answers at tcp://127.0.0.1:9" in done.stderr


@pytest.mark.parametrize(
    ("command", "missing"), [("group", "datasketch"), ("batch", "pyarrow"), ("check", "dask")]
)
def test_without_the_extra(command: str, missing: str, tmp_path: Path) -> None:
    """What is missing is told with what to install, and nothing else needs it."""
    write_sets(tmp_path / "sets.jsonl", 2)
    gone = "import sys; sys.modules.update(dict.fromkeys(('datasketch','pyarrow','dask','distributed')))"
    code = f"{gone}; from checker.cli import main; main()"
    given = [command, "sets.jsonl", *(["--out", "o"] if command == "batch" else [])]
    done = subprocess.run(
        [sys.executable, "-c", code, *given],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if command == "check":
        assert done.returncode in (0, 1), done.stderr
        return
    assert done.returncode == 2, done.stderr
    assert f"{missing} is not installed" in done.stderr
    assert "archive" in done.stderr
