"""A set that was checked is not checked again, and its report is the same byte by byte."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from checker import cache
from checker.reports import FORMATS

ROOT = Path(__file__).parent.parent
CASES = [
    f"cases/{name}"
    for name in ("2022-12-18-world-cup-final", "2020-06-16-dexamethasone", "2023-06-02-odisha-trains")
]
A = "Officials in Lviv said 30 soldiers died in the fire on Tuesday.\n"
B = "Officials in Lviv said 23 soldiers died in the fire on Tuesday.\n"
HEAVY = ("spacy", "dateparser", "babel", "numpy", "checker.pipeline")
_LOADED = f"""
import sys
from checker.cli import main
try:
    main(prog_name="checker")
finally:
    print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)
"""
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where everything is kept in a test."""
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("CHECKER_RESULTS")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return tmp_path / "cache"


@pytest.fixture
def desk(kept: Path, tmp_path: Path) -> Path:
    """Two accounts that disagree, in a folder."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "a.md").write_text(A)
    (folder / "b.md").write_text(B)
    return folder


@pytest.fixture
def run(desk: Path) -> Run:
    def run(*args: str, code: str | None = None) -> subprocess.CompletedProcess[bytes]:
        started = ["-c", code] if code else ["-m", "checker"]
        command = [sys.executable, *started, *args]
        return subprocess.run(command, capture_output=True, cwd=desk, check=False)

    return run


def reports(kept: Path) -> list[Path]:
    return sorted(path for path in (kept / "reports").rglob("*") if path.is_file())


def checked(run: Run, *more: str) -> bytes:
    """What a check of the two accounts shows."""
    done = run("check", "a.md", "b.md", "--fail-on", "never", *more)
    assert done.stderr == b""
    return done.stdout


def all_formats(out: Path, jobs: str) -> dict[str, bytes]:
    out.mkdir()
    asked = [part for name in FORMATS for part in ("--format", f"{name}={out / name}")]
    command = [sys.executable, "-m", "checker", "check", *CASES, *asked, "--fail-on", "never", "--jobs", jobs]
    subprocess.run(command, cwd=ROOT, check=True)
    return {name: (out / name).read_bytes() for name in FORMATS}


def test_every_format_is_the_same_cold_and_warm(kept: Path, tmp_path: Path) -> None:
    cold = all_formats(tmp_path / "cold", "1")
    made = reports(kept)
    assert len(made) == len(CASES)
    before = [path.stat().st_mtime_ns for path in made]
    assert all_formats(tmp_path / "warm", "1") == cold
    assert all_formats(tmp_path / "two", "2") == cold
    assert [path.stat().st_mtime_ns for path in made] == before
    shutil.rmtree(kept / "reports")
    assert all_formats(tmp_path / "cold two", "2") == cold
    assert reports(kept) == made


def test_a_known_set_needs_no_parser(run: Run) -> None:
    cold = run("check", "a.md", "b.md", code=_LOADED)
    warm = run("check", "a.md", "b.md", code=_LOADED)
    assert warm.stdout == cold.stdout
    assert (b"spacy" in cold.stderr, warm.stderr) == (True, b"[]\n")


@pytest.mark.parametrize("command", [("--help",), ("rules", "list"), ("cache", "info"), ("config",)])
def test_what_checks_nothing_needs_no_parser(run: Run, command: tuple[str, ...]) -> None:
    assert run(*command, code=_LOADED).stderr == b"[]\n"


def _cut(file: Path, other: bytes) -> None:
    file.write_bytes(file.read_bytes()[:100])


def _flip(file: Path, other: bytes) -> None:
    content = bytearray(file.read_bytes())
    content[-20] ^= 1
    file.write_bytes(content)


def _exchange(file: Path, other: bytes) -> None:
    file.write_bytes(other)


def _open_to_all(file: Path, other: bytes) -> None:
    file.write_bytes(other)
    file.chmod(0o666)


class _Touch:
    def __reduce__(self) -> tuple[Callable[[str], object], tuple[str]]:
        return os.system, ("touch forged",)


def _forge(file: Path, other: bytes) -> None:
    cache.write(file, pickle.dumps(_Touch()))


def _of_another_kind(file: Path, other: bytes) -> None:
    cache.write(file, pickle.dumps(7))


@pytest.mark.parametrize("harm", [_cut, _flip, _exchange, _open_to_all, _forge, _of_another_kind])
def test_a_harmed_entry_is_made_afresh(
    run: Run, desk: Path, kept: Path, harm: Callable[[Path, bytes], None]
) -> None:
    (desk / "b.md").write_text(A)
    checked(run)
    (other,) = reports(kept)
    (desk / "b.md").write_text(B)
    right = checked(run)
    (entry,) = set(reports(kept)) - {other}
    good = entry.read_bytes()
    harm(entry, other.read_bytes())
    assert checked(run) == right
    assert b"30 soldiers" in right
    assert entry.read_bytes() == good
    assert not (desk / "forged").exists()


def test_what_was_saved_since_is_checked_anew(run: Run, desk: Path) -> None:
    first = checked(run)
    (desk / "b.md").write_text(B.replace("23", "22"))
    second = checked(run)
    assert (b"22 soldiers" in first, b"22 soldiers" in second) == (False, True)
    (desk / "checker.yaml").write_text("severity: {general.count: off}\n")
    assert b"22 soldiers" not in run("check", "a.md", "b.md", "--format", "concise").stdout
    (desk / "checker.yaml").unlink()
    assert checked(run) == second
    assert b"22 soldiers" not in checked(run, "--format", "concise", "--ignore", "general.count")


def test_rules_of_a_desk_are_part_of_it(run: Run, desk: Path) -> None:
    rule = (
        "id: desk.word\ntitle: A word we do not use\nwhy: The house says so.\n"
        "check: must_not_have\nwords: {}\nmessage: the word\n"
    )
    (desk / "rules").mkdir()
    (desk / "rules" / "word.yaml").write_text(rule.format("soldiers"))
    (desk / "checker.yaml").write_text("rules: [rules]\n")
    draft = ("--draft", "b.md", "--format", "concise")
    assert b"desk.word" in run("check", "a.md", *draft).stdout
    (desk / "rules" / "word.yaml").write_text(rule.format("sailors"))
    assert b"desk.word" not in run("check", "a.md", *draft).stdout


def test_times_in_whatever_zone_are_kept(run: Run, desk: Path, kept: Path) -> None:
    (desk / "a.md").write_text(f"---\npublished: March 18, 2025 at 2:30 p.m. EST\n---\n{A}")
    (desk / "b.md").write_text(f"---\npublished: 2025-03-18T12:00:00+05:30\n---\n{B}")
    first = checked(run, "--format", "json")
    (entry,) = reports(kept)
    before = entry.stat().st_mtime_ns
    assert checked(run, "--format", "json") == first
    assert entry.stat().st_mtime_ns == before
    assert b"could not be read" not in first


def test_what_is_accepted_is_not_part_of_it(run: Run, kept: Path) -> None:
    checked(run)
    (found,) = json.loads(checked(run, "--format", "json"))["findings"]
    mark = found["fingerprint"]
    assert run("accept", mark, "a.md", "b.md", "--reason", "both may stand").returncode == 0
    assert b"both may stand" in checked(run)
    assert len(reports(kept)) == 1


def test_off_neither_reads_nor_writes(run: Run, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = checked(run)
    (entry,) = reports(kept)
    shutil.copytree(kept, kept.with_name("before"))
    monkeypatch.setenv("CHECKER_CACHE", "off")
    done = run("check", "a.md", "b.md", "--fail-on", "never", code=_LOADED)
    assert done.stdout == first
    assert b"checker.pipeline" in done.stderr
    assert [entry] == reports(kept)


def test_another_program_checks_anew(
    desk: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "program"
    for name in ("checker", "rules"):
        shutil.copytree(ROOT / name, own / name, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setenv("PYTHONPATH", str(own))
    first = checked(run)
    file = own / "rules" / "general" / "counts.yaml"
    file.write_text(file.read_text().replace("{a.by}: {a.words}", "quite another message"))
    assert b"quite another message" not in first
    assert b"quite another message" in checked(run)


def test_the_size_is_bounded_and_the_oldest_go(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 10_000)
    monkeypatch.setattr(cache, "_BETWEEN", 1)
    files = [cache.place("parses", (str(number),)) for number in range(30)]
    for number, file in enumerate(files):
        cache.write(file, bytes(1_000))
        assert file is not None
        os.utime(file, (number, number))
    assert sum(entry.size for entry in cache.entries()) <= 10_000 + 2_000
    assert cache.read(files[-1]) == bytes(1_000)
    assert cache.read(files[0]) is None


def test_info_and_clear(run: Run, kept: Path) -> None:
    checked(run)
    (kept / "notes.txt").write_text("mine")
    told = run("cache", "info").stdout.decode().splitlines()
    assert told[0] == str(kept)
    assert [line.split()[:2] for line in told[1:3]] == [["parses", "2"], ["reports", "1"]]
    assert b"given up" in run("cache", "clear").stdout
    assert [path for path in kept.rglob("*") if path.is_file()] == [kept / "notes.txt"]
    assert run("cache", "info").stdout.decode().splitlines()[2].split()[:2] == ["reports", "0"]
