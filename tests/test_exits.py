"""How the program ends, each in a process of its own: one message, its exit status, no traceback."""

from __future__ import annotations

import json
import os
import pty
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
A = "Officials in Lviv said 30 soldiers died in the fire on Tuesday.\n"
B = "Officials in Lviv said 23 soldiers died in the fire on Tuesday.\n"
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the program in a folder with two accounts that disagree, a.md and b.md."""
    (tmp_path / "a.md").write_text(A)
    (tmp_path / "b.md").write_text(B)

    def run(*args: str | bytes, stdin: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "checker", *args]
        return subprocess.run(
            command, input=stdin, capture_output=True, cwd=tmp_path, env=environment(**more), check=False
        )

    return run


def test_findings_are_1_and_none_0(run: Run) -> None:
    done = run("check", "a.md", "b.md", "--fail-on", "warning")
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"30 soldiers" in done.stdout
    assert run("check", "a.md", "b.md", "--fail-on", "never").returncode == 0


BAD_USE = {
    "no file": (["check", "a.md", "c.md"], "c.md: no such file or folder"),
    "no format": (["check", "a.md", "b.md", "--format", "txt"], "did you mean 'text'?"),
    "no such level": (["check", "a.md", "b.md", "--fail-on", "notes"], "'notes' is not one of"),
    "no such command": (["chekc", "a.md"], "Did you mean one of: 'cache', 'check'?"),
    "no paths": (["check"], "Missing argument 'PATHS...'"),
    "a draft alone": (["check", "--draft", "a.md", "a.md"], "has a draft only: nothing to compare"),
    "no rules": (["check", "a.md", "b.md", "--rules", "ours"], "ours: no such folder of rules"),
    "no folder to write to": (["check", "a.md", "b.md", "--format", "json=x/y.json"], "x/y.json: cannot be"),
    "a folder to write to": (["check", "a.md", "b.md", "--format", "json=."], ".: cannot be written"),
    "two on one place": (["check", "a.md", "b.md", "--format", "json", "--format", "text"], "both go"),
    "no model": (
        ["check", "a.md", "b.md", "--model", "en_core_web_huge"],
        "language model not found: en_core",
    ),
    "no model to explain": (["explain", "a.md", "--model", "json"], "'json' is no spaCy pipeline"),
    "no rule": (["rules", "show", "general.cuont"], "did you mean 'general.count'?"),
}


@pytest.mark.parametrize("case", BAD_USE)
def test_bad_use(run: Run, tmp_path: Path, case: str) -> None:
    args, message = BAD_USE[case]
    before = sorted(tmp_path.iterdir())
    done = run(*args)
    told = done.stderr.decode()
    assert message in told
    assert "Traceback" not in told
    assert (done.returncode, done.stdout) == (2, b"")
    assert sorted(tmp_path.iterdir()) == before


def test_output_without_room(run: Run, tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "checker", "check", "a.md", "b.md"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env=environment(),
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "the report cannot be written: no space left on device\n  make room, or write it elsewhere\n"
    )


def test_closed_output(run: Run, tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m checker check a.md b.md --fail-on warning >&-'
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, cwd=tmp_path, env=environment(), check=False
    )
    assert (done.returncode, done.stderr) == (1, b"")


def test_links_that_lead_round(run: Run, tmp_path: Path) -> None:
    (tmp_path / "me.md").symlink_to("me.md")
    (tmp_path / "round").symlink_to(".")
    done = run("check", "me.md", "a.md")
    assert done.stderr.decode() == (
        "me.md: cannot be read: too many levels of symbolic links\n"
        "  see that it is a file which you may read\n"
    )
    assert done.returncode == 2
    (tmp_path / "me.md").unlink()
    assert run("check", "round", "--fail-on", "never").returncode == 0


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("x.yaml", "id: desk.x\ntitle: T\nwhy: W\nsevrity: error\nclaim: {value: {kind: count}}\n", "4:1"),
        (
            "x.vocabulary.yaml",
            "id: x\nkind: lattice\nterms:\n  a: {words: [aa], part_of: b}\n  b: {words: [bb], part_of: a}\n",
            "4:29",
        ),
    ],
    ids=["unknown key", "a circle"],
)
def test_bad_rules(run: Run, tmp_path: Path, name: str, text: str, place: str) -> None:
    pack = tmp_path / "ours" / "desk"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text("id: desk\ntitle: Desk\nabout: Ours.\n")
    (pack / name).write_text(text)
    done = run("check", "a.md", "b.md", "--rules", "ours")
    assert done.stderr.decode().startswith(f"ours/desk/{name}:{place}: ")
    assert (done.returncode, done.stdout) == (2, b"")


def test_debug_shows_the_traceback_before_the_message(run: Run) -> None:
    done = run("--debug", "check", "c.md")
    assert done.stderr.startswith(b"Traceback")
    assert done.stderr.endswith(b"\nc.md: no such file or folder\n  did you mean a.md?\n")
    assert done.returncode == 2


FAULT = """
import sys
from checker import cli
from checker.commands import checking
def fail(*args, **kwargs): raise RuntimeError("what nobody thought of")
checking.check_sets = fail
cli.main(sys.argv[1:])
"""


def test_a_fault_asks_to_report_it(tmp_path: Path) -> None:
    def run(*args: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", FAULT, *args]
        return subprocess.run(
            command, capture_output=True, text=True, cwd=tmp_path, env=environment(), check=False
        )

    quiet = run("check", "a.md")
    assert quiet.returncode == 70
    assert quiet.stderr.startswith(
        "checker stopped on a fault of its own: RuntimeError: what nobody thought of\n"
    )
    assert "checker --debug" in quiet.stderr
    assert "Traceback" not in quiet.stderr
    loud = run("--debug", "check", "a.md")
    assert loud.returncode == 70
    assert loud.stderr.startswith("Traceback")


def test_ctrl_c_is_quiet(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "checker", "explain", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdin is not None
        process.stdin.write(
            b"Words.\n" * 20_000
        )  # more than a pipe holds: when it is through, it is being read
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_a_closed_pipe_is_quiet(run: Run, tmp_path: Path) -> None:
    rows = [{"id": f"a{i}", "text": A} for i in range(400)]
    (tmp_path / "many.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    command = [sys.executable, "-m", "checker", "explain", "many.jsonl", "--format", "jsonl"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environment()
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(10) == b'{"id": "a0'
        process.stdout.close()
        err = process.stderr.read()
    assert (process.returncode, err) == (141, b"")


@pytest.mark.parametrize(("setting", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_is_for_terminals(run: Run, tmp_path: Path, setting: dict[str, str], coloured: bool) -> None:
    env = {key: value for key, value in environment(**setting).items() if key != "NO_COLOR" or setting}
    command = [sys.executable, "-m", "checker", "check", "a.md", "b.md"]
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, stdout=theirs, cwd=tmp_path, env=env) as process:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:  # how a terminal tells its end
            pass
        finally:
            os.close(ours)
    assert b"30 soldiers" in shown
    assert (b"\x1b[" in shown) is coloured
    assert process.returncode == 0
    assert b"\x1b[" not in run("check", "a.md", "b.md").stdout


def test_output_is_replaced_whole(run: Run, tmp_path: Path) -> None:
    real = tmp_path / "real.json"
    real.write_text("before")
    (tmp_path / "link.json").symlink_to("real.json")
    done = run("check", "a.md", "b.md", "--format", "json", "--output", "link.json", "--fail-on", "never")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert json.loads(real.read_text())
    assert (tmp_path / "link.json").is_symlink()
    assert {path.name for path in tmp_path.iterdir()} == {"a.md", "b.md", "real.json", "link.json"}


def test_a_device_stays_a_device(run: Run) -> None:
    done = run("explain", "a.md", "--output", "/dev/null")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_failed_run_leaves_the_old_report(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("before")
    assert run("check", "a.md", "c.md", "--format", "json=out.json").returncode == 2
    assert (tmp_path / "out.json").read_text() == "before"


def test_standard_input(run: Run) -> None:
    row = {"id": "fire", "articles": [{"id": "a", "text": A}, {"id": "b", "text": B}]}
    done = run("check", "-", "--format", "jsonl", "--fail-on", "never", stdin=json.dumps(row).encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert [f["rule"] for f in json.loads(done.stdout)["findings"]] == ["general.count"]


def test_names_of_files_in_no_encoding(run: Run, tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    try:
        (tmp_path / name).write_text(B)
    except OSError:
        pytest.skip("this file system takes only Unicode names")
    for form in ("text", "json"):
        done = run("check", "a.md", name, "--fail-on", "never", "--format", form)
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"23 soldiers" in done.stdout
    done = run("check", "a.md", name, "--fail-on", "never", "--output", "out.txt")
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_terminal_without_unicode(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("“23 soldiers died in the fire on Tuesday,” officials in Lviv said.\n")
    done = run("check", "a.md", "b.md", "--fail-on", "never", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"23 soldiers" in done.stdout


ODD_TEXTS = {
    "nothing between": "30\x00 soldiers died in the fire in Lviv on Tuesday.",
    "half a character": "30 soldiers died \ud83d in the fire in Lviv on Tuesday.",
    "controls": "30 soldiers \x1b[31mdied\x07 in the fire in Lviv \u202eon Tuesday.",
    "one very long word": "30 soldiers died in Lviv " + "a" * 100_000 + ".",
    "one very long line": "30 soldiers died in the fire in Lviv on Tuesday, "
    + "he said, " * 3_000
    + "and left.",
    "only marks": "?!… — “” () [] 30.",
    "no words": "\u200b\u200b.",
}


@pytest.mark.parametrize("case", ODD_TEXTS)
def test_odd_texts_are_read(run: Run, case: str) -> None:
    row = {"id": "fire", "articles": [{"id": "a", "text": ODD_TEXTS[case]}, {"id": "b", "text": B}]}
    for form in ("text", "json"):
        args = ("check", "-", "--format", form, "--fail-on", "never")
        done = run(*args, stdin=json.dumps(row).encode())
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"\x1b" not in done.stdout


@pytest.mark.parametrize("size", [1_000_001, 5_000_000])
def test_an_article_too_long(run: Run, tmp_path: Path, size: int) -> None:
    (tmp_path / "long.md").write_text("Words. " * (size // 7 + 1))
    done = run("check", "a.md", "long.md")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("long.md: the article has ")
    assert b"150,000 is the most" in done.stderr


def test_a_cache_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("words")
    done = run("check", "a.md", "b.md", "--fail-on", "never", CHECKER_CACHE=str(tmp_path / "taken"))
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"30 soldiers" in done.stdout
