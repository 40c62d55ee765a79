"""The table of a batch: a row a finding, in part files of Parquet that are whole or not there."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from checker.reports.as_json import as_data
from checker.reports.report import Report

Row = dict[str, Any]
FINDING, FAILED, CLEAN = "finding", "failed", "clean"
_WORDS = ("article", "source", "path", "text", "sentence", "speaker", "value", "side")
_EVIDENCE = pa.struct([*((name, pa.string()) for name in _WORDS), ("line", pa.int32())])
SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("set", "key", "outcome", "rule", "severity", "relation")),
        *((name, pa.string()) for name in ("message", "hint", "fingerprint")),
        ("accepted", pa.bool_()),
        ("article", pa.string()),  # of a failure: which was not checked, where it is not the whole set
        ("path", pa.string()),
        ("line", pa.int32()),
        ("compared", pa.int32()),
        ("evidence", pa.list_(_EVIDENCE)),
    ]
)


def rows_of(key: str, report: Report) -> list[Row]:
    """A row for each finding and each failure of a set; one alone for a set with neither."""
    data = as_data(report)
    same = {"set": data["id"], "key": key, "compared": data["compared"]}
    failed = [{**same, "outcome": FAILED, **_failure(one)} for one in data["failed"]]
    found = [{**same, "outcome": FINDING, **_finding(one)} for one in data["findings"]]
    return [*failed, *found] or [{**same, "outcome": CLEAN}]


def _failure(one: Mapping[str, Any]) -> Row:
    return {name: one[name] for name in ("article", "path", "line", "message", "hint")}


def _finding(one: Mapping[str, Any]) -> Row:
    told = {name: one[name] for name in ("rule", "severity", "relation", "message", "fingerprint")}
    evidence = [
        {name: None if e[name] is None else str(e[name]) for name in _WORDS} | {"line": e["line"]}
        for e in one["evidence"]
    ]
    return {**told, "accepted": bool(one["accepted"]), "evidence": evidence}


def write_part(folder: Path, rows: Sequence[Row]) -> Path:
    """The rows of a partition as a part file, which is called by the keys in it."""
    keys = "".join(dict.fromkeys(row["key"] for row in rows))
    path = folder / f"part-{hashlib.sha256(keys.encode()).hexdigest()[:24]}.parquet"
    _write(path, pa.Table.from_pylist(list(rows), schema=SCHEMA))
    return path


def parts(folder: Path) -> list[Path]:
    return sorted(folder.glob("part-*.parquet"))


def done_in(folder: Path) -> set[str]:
    """The keys of the sets that were checked; one with a failure is to be tried again."""
    done: set[str] = set()
    failed: set[str] = set()
    for path in parts(folder):
        table = pq.read_table(path, columns=["key", "outcome"])
        for key, outcome in zip(table["key"].to_pylist(), table["outcome"].to_pylist(), strict=True):
            (failed if outcome == FAILED else done).add(key)
    return done - failed


def without_old(
    folder: Path, new: Collection[Path], redone: Collection[str], now: Mapping[str, Collection[str]]
) -> None:
    """Take out of older parts the rows of sets that were checked again, or have changed.

    `new` are the parts just written, `redone` the keys in them, `now` the keys of each set that is there.
    """
    for path in parts(folder):
        if path in new:
            continue
        table = pq.read_table(path)
        rows = zip(table["set"].to_pylist(), table["key"].to_pylist(), strict=True)
        kept = [key not in redone and key in now.get(name, (key,)) for name, key in rows]
        if not any(kept):
            path.unlink()
        elif not all(kept):
            _write(path, table.filter(pa.array(kept)))


def _write(path: Path, table: pa.Table) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as out:
        try:
            pq.write_table(table, out)
            out.close()
            os.chmod(out.name, 0o644)
            os.replace(out.name, path)
        except BaseException:
            os.unlink(out.name)
            raise
