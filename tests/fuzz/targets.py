"""What is fuzzed, and with what: real-shaped files of every kind, broken a little, and texts of odd pieces.

    python -m tests.fuzz.targets [TARGET ...] [--minutes 10]

Every target takes bytes or a text that hypothesis makes. Bad input may be refused by a CheckerError and by
nothing else, within ten seconds. Prints for each target: inputs, faults, the longest time, the most memory.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import resource
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from checker.cli import main as main_command
from checker.errors import CheckerError
from checker.model import Article, ArticleSet, Role
from checker.pipeline import check_set
from checker.reading import each_set
from checker.reading.formats import read_accounts
from checker.reports import FORMATS, Look, renderer
from checker.rules.rulesets import load_ruleset

ROOT = Path(__file__).parents[1] / "reading"
STORY = "A fire in the port of Brenna killed nine people on 2 May 2024, the mayor, Anna Lund, said."
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _docx() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        body = f"<w:document {_W}><w:body><w:p><w:r><w:t>{STORY}</w:t></w:r></w:p></w:body></w:document>"
        archive.writestr("word/document.xml", body)
    return out.getvalue()


def _odt() -> bytes:
    out = io.BytesIO()
    spaces = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    spaces += ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    body = f"<office:body><office:text><text:p>{STORY}</text:p></office:text></office:body>"
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f"<office:document-content {spaces}>{body}</office:document-content>")
    return out.getvalue()


def _mail() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = (
        "Anna <a@b.example>",
        "Fire",
        "Fri, 03 May 2024 10:00:00 +0200",
    )
    mail.set_content(STORY)
    mail.add_alternative(f"<p>{STORY}</p>", subtype="html")
    mail.add_attachment(STORY.encode(), maintype="text", subtype="plain", filename="a.txt")
    return bytes(mail)


SEEDS: dict[str, bytes] = {
    "txt": STORY.encode(),
    "md": f"---\ntitle: Fire\npublished: 2024-05-03\nrole: draft\n---\n# Fire\n\n{STORY}".encode(),
    "html": f"<html><head><meta charset=utf-8><title>Fire</title></head><body><article><p>{STORY}</p>"
    f"<table><tr><td>9</td></tr></table></article></body></html>".encode(),
    "json": json.dumps(
        {"headline": "Fire", "body_html": f"<p>{STORY}</p>", "versioncreated": "2024-05-03"}
    ).encode(),
    "xml": f'<?xml version="1.0"?><newsItem><inlineXML><html><body><p>{STORY}</p></body></html></inlineXML>'
    "</newsItem>".encode(),
    "rss": f"<rss><channel><item><description>{STORY}</description></item></channel></rss>".encode(),
    "atom": '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Fire</title><updated>2024-05-03T10:00:00Z'
    f"</updated><summary>{STORY}</summary></entry></feed>".encode(),
    "docx": _docx(),
    "odt": _odt(),
    "rtf": f"{{\\rtf1\\ansi {STORY}\\par}}".encode(),
    "eml": _mail(),
    "pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj "
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj 4 0 obj<</Length 30>>stream\nBT (nine) Tj ET\n"
    b"endstream endobj trailer<</Root 1 0 R>>",
    "jsonl": json.dumps(
        {"id": "s", "articles": [{"id": "a", "text": STORY, "published": "2024-05-03"}]}
    ).encode(),
    "yaml": b"id: fire\narticles:\n- {file: a.txt, publisher: Post, published: 2024-05-03, trust: 2}\n",
}
RULE = (
    b"id: desk.toll\ntitle: The toll\nwhy: It must be right.\nseverity: error\n"
    b"claim:\n  value: {kind: count}\n"
    b'compare:\n  finding: [disjoint]\nmessage: "{a.words} for {b.words}"\n'
)
VOCABULARY = b"id: x\nkind: lattice\nterms:\n  a: {words: [aa, b ... c], part_of: b}\n  b: {words: [bb]}\n"

_ODD = [
    b"\0",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"<",
    b"<!--",
    b"]]>",
    b"&#0;",
    b"{",
    b"[" * 200,
    b"\\u0000",
    b"\\ud800",
]
_ODD += [
    b"9" * 5_000,
    b"charset=undefined",
    b"=?utf-8?q?",
    b"0001-01-01T00:00:00+14:00",
    b"\r",
    b"\t",
    b'"',
    b"|",
]
_ODD += [
    b"<a>" * 150,
    b"From: (((\r\n",
    b"To: a:b:;,<\r\n",
    b"- - - ",
    b"*",
    b"!!binary ",
    b"1e999",
    b"/" * 300,
]


@st.composite
def broken(draw: st.DrawFn, seed: bytes) -> bytes:
    """The bytes with pieces cut out, doubled, exchanged or put in."""
    data = seed
    for _ in range(draw(st.integers(0, 6))):
        at, end = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
        piece = draw(st.one_of(st.sampled_from(_ODD), st.binary(max_size=8), st.just(data[at:end])))
        data = data[:at] + piece + data[draw(st.sampled_from([at, end])) :]
    return data[:200_000]


_PIECES = [
    "nine people",
    "12",
    "$3m",
    "5%",
    "on Monday",
    "Anna Lund",
    "Brenna",
    "said",
    "“",
    "”",
    '"',
    "(",
    "and",
]
_PIECES += [
    "the",
    "was killed",
    "2 May 2024",
    "5 p.m.",
    "12-14",
    "up to",
    "not",
    "\n\n",
    "\n",
    "\t",
    ".",
    ",",
    "–",
    "½",
]
_PIECES += [
    "\u202e",
    "\u200b",
    "\x9b",
    "\ufffd",
    "👩‍👧",
    "٣",
    "1,000,000",
    "³",
    "۱۲",
    "one in three",
    "km/h",
    "9" * 400,
]
texts = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=12)), max_size=60).map(" ".join)


_RUNS = [
    *_PIECES,
    "and 12 people in Kyiv ",
    "$5m, ",
    "“We lost 9,” she said. ",
    "((",
    "<s>",
    "a | b | 3\n",
    "Київ ",
    "東京で12人 ",
]
_RUNS += [
    "said that he said that ",
    "9-8-7 ",
    "between 5 and ",
    "MR LUND ",
    "not un",
    "\u200f\u0661 ",
    "3 km/h per ",
    "’s ",
]
repeated = st.builds(
    lambda pieces, most: ("".join(pieces) * most)[:most],
    st.lists(st.one_of(st.sampled_from(_RUNS), st.text(max_size=6)), min_size=1, max_size=5),
    st.sampled_from([300, 2_000, 6_000]),
)
_ANY = st.one_of(texts, repeated, st.just(STORY), st.just(""))
_SHAPES = {**SEEDS, **{path.name: path.read_bytes() for path in sorted((ROOT / "data").iterdir())}}
_FILES = [broken(data).map(lambda d, n=name: (n, d)) for name, data in _SHAPES.items()]


def read_bytes(ending: str, data: bytes) -> None:
    with suppress(CheckerError):
        for account in read_accounts(data, f"a.{ending}"):
            account.text.encode("utf-8")
            assert "\0" not in account.text


def read_set(ending: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.txt").write_text(STORY)
        (Path(folder) / f"set.{ending}").write_bytes(data)
        for articles in each_set([Path(folder) / f"set.{ending}"]):
            told = [str(failure.error) for failure in articles.failed]
            if any("checker failed" in one for one in told):
                raise AssertionError(told)


def read_rules(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder) / "desk"
        pack.mkdir()
        (pack / "pack.yaml").write_text("id: desk\ntitle: Desk\nabout: Ours.\n")
        (pack / name).write_bytes(data)
        with suppress(CheckerError):
            load_ruleset((Path(folder),))


def pipeline(draft: str, source: str) -> None:
    articles = ArticleSet(
        "fuzz", (Article("d", draft, role=Role.DRAFT), Article("a", source), Article("b", STORY))
    )
    report = check_set(articles)
    for name in FORMATS:
        renderer(name)([report], Look()).encode("utf-8")


def command(file: tuple[str, bytes], draft: str, source: str) -> None:
    """The command as it is called, on a file of any kind beside a draft and a source."""
    name, data = file
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / f"x.{name}").write_bytes(data)
        (place / "draft.md").write_text(f"---\nrole: draft\n---\n{draft}", errors="replace")
        (place / "a.txt").write_text(source, errors="replace")
        (place / "b.txt").write_text(STORY)
        files = [str(place / one) for one in (f"x.{name}", "draft.md", "a.txt", "b.txt")]
        paths = files[:1] if name.endswith(("jsonl", "yaml")) else files
        formats = [f"--format={one}={place / 'out'}.{one}" for one in ("json", "html", "csv")]
        status: object = None
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()) as told:
            try:
                main_command(["check", *formats, *paths], prog_name="checker")
            except SystemExit as end:
                status = end.code
        assert status in (0, 1, 2), told.getvalue()
        assert "checker failed" not in told.getvalue(), told.getvalue()


Target = Callable[..., None]
TARGETS: dict[str, tuple[Target, tuple[Any, ...]]] = {
    **{
        f"reader {ending}": (lambda data, e=ending: read_bytes(e, data), (broken(seed),))
        for ending, seed in SEEDS.items()
        if ending not in ("jsonl", "yaml")
    },
    **{
        f"set {e}": (lambda data, e=e: read_set(e, data), (broken(SEEDS[e]),))
        for e in ("jsonl", "yaml", "rss")
    },
    "rules": (lambda data: read_rules("x.yaml", data), (broken(RULE),)),
    "vocabulary": (lambda data: read_rules("x.vocabulary.yaml", data), (broken(VOCABULARY),)),
    "pipeline": (pipeline, (texts, texts)),
    "runs": (pipeline, (repeated, repeated)),
    "command": (command, (st.one_of(_FILES), _ANY, _ANY)),
}


def fuzz(name: str, inputs: int, seconds: float | None = None) -> dict[str, Any]:
    """Run a target on so many inputs, or for so long; what it took. The first fault is raised."""
    target, strategies = TARGETS[name]
    told = {"inputs": 0, "longest": 0.0}
    started = time.monotonic()

    @settings(
        max_examples=inputs,
        deadline=None,
        database=None,
        derandomize=seconds is None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.tuples(*strategies))
    def run(given_: tuple[Any, ...]) -> None:
        if seconds is not None and time.monotonic() - started > seconds:
            return
        began = time.process_time()
        target(*given_)
        told["inputs"] += 1
        told["longest"] = max(told["longest"], time.process_time() - began)

    run()
    return told


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("targets", nargs="*")
    options.add_argument("--minutes", type=float, default=10)
    args = options.parse_args()
    os.environ["CHECKER_CACHE"] = "off"
    for name in args.targets or TARGETS:
        started, faults, inputs, longest = time.monotonic(), [], 0, 0.0
        while (left := args.minutes * 60 - (time.monotonic() - started)) > 0:
            try:
                told = fuzz(name, 1_000, left)
            except Exception as e:
                last = traceback.extract_tb(e.__traceback__)[-1]
                faults.append(
                    f"{type(e).__name__}: {str(e)[:200]} ({Path(last.filename).name}:{last.lineno})"
                )
                continue
            inputs += told["inputs"]
            longest = max(longest, told["longest"])
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{name:<16}{inputs:>8} inputs{len(faults):>4} faults{longest:>7.2f} s{most:>6} MB", flush=True)
        for fault in dict.fromkeys(faults):
            print(f"    {fault}", flush=True)


if __name__ == "__main__":
    main()
