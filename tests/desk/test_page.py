"""The page of `checker serve` by its requests: what it does, what it refuses, and that it keeps nothing."""

from __future__ import annotations

import http.client
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import docx
import pytest
from newsroom import AGENCY, DAILY, DRAFT, ROOT
from werkzeug.datastructures import FileMultiDict
from werkzeug.test import EnvironBuilder

Files = dict[str, list[tuple[str, bytes]]]
FIELDS = {"draft_text": DRAFT, "source_text": AGENCY}


@dataclass
class Page:
    """A running page, and who asks it."""

    program: subprocess.Popen[str]
    address: str
    token: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.token = self.get("/").token

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, b"", headers)

    def post(
        self, path: str, files: dict[str, list[tuple[str, bytes]]] | None = None, **fields: str
    ) -> Answer:
        given = FileMultiDict({"token": self.token, **fields})
        for name, several in (files or {}).items():
            for label, data in several:
                given.add_file(name, BytesIO(data), filename=label)
        asked = EnvironBuilder(method="POST", data=given).get_environ()
        body = asked["wsgi.input"].read()
        kind = asked.get("CONTENT_TYPE") or "application/x-www-form-urlencoded"
        return self._ask("POST", path, body, {"Content-Type": kind, **self.headers})

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        line = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=120)
        line.request(method, path, body or None, headers)
        answer = line.getresponse()
        return Answer(answer.status, dict(answer.headers), answer.read())

    def check(self, **fields: str) -> str:
        """The path of the report of a check."""
        answer = self.post("/check", **(fields or FIELDS))
        assert answer.status == 303, answer.text
        return answer.headers["Location"]


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def token(self) -> str:
        return re.search(r'name="token" value="([^"]+)"', self.text)[1]  # type: ignore[index]

    @property
    def findings(self) -> list[tuple[str, str]]:
        """Fingerprint and message of each."""
        return re.findall(r'<h3 id="(\w+)-h">([^<]*)</h3>', self.text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("nobody")


def start(folder: Path, *args: str) -> Page:
    """The program in a folder that is its home and has its temporary files, too."""
    env = {"HOME": str(folder), "TMPDIR": str(folder), "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-B", "-m", "checker", "serve", "--no-browser", *args]
    program = subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.PIPE, text=True, bufsize=1)
    assert program.stdout is not None
    return Page(program, program.stdout.readline().split()[-1])


@pytest.fixture(scope="module")
def page(folder: Path) -> Iterator[Page]:
    page = start(folder, "--port", "0", "--max-bytes", "3000000")
    yield page
    page.program.terminate()
    page.program.wait(timeout=60)


def test_a_pasted_draft_is_checked_against_a_dropped_source(page: Page) -> None:
    answer = page.post("/check", {"source_files": [("daily.md", DAILY.encode())]}, **FIELDS)
    report = page.get(answer.headers["Location"])
    assert [message for _, message in report.findings] == [
        "Our draft: 12 people — Brenna Daily: Nine people",
        "Our draft (the owner): five years — Coast Agency (the owner): two years",
    ]
    assert "Replace by “nine people” (Brenna Daily)" in report.text
    assert report.text.count("Read the texts side by side") == 2


def test_one_click_puts_the_words_of_the_source_into_the_draft(page: Page) -> None:
    report = page.check()
    toll, years = (mark for mark, _ in page.get(report).findings)
    mended = page.post(f"{report}/repair", finding=toll).headers["Location"].partition("#")[0]
    assert [mark for mark, _ in page.get(mended).findings] == [years]
    assert "killed nine people on Thursday" in page.get(f"{mended}/draft.txt").text
    assert (
        "killed 12 people on Thursday" in page.get(f"{report}/draft.txt").text
    )  # as it was: Back goes there
    assert "killed nine people on Thursday" in page.get(f"{mended}/change").text


def test_accepting_takes_the_beginning_of_a_fingerprint_and_can_be_taken_back(page: Page) -> None:
    report = page.check()
    (mark, _), *_ = page.get(report).findings
    answer = page.post(f"{report}/accept", finding=mark[:8], reason="the hospital: 12")
    assert answer.headers["Location"] == f"{report}#{mark}"
    assert "the hospital: 12" in page.get(report).text
    assert "the hospital: 12" in page.get(page.check()).text  # the same finding in another check
    assert page.post(f"{report}/accept", finding=mark, reason=" ").status == 400
    assert page.post(f"{report}/accept", finding="0123456789abcdef", reason="x").status == 400
    page.post(f"{report}/reopen", finding=mark)
    assert "the hospital: 12" not in page.get(report).text


def test_word_has_a_comment_at_the_words_with_those_of_the_sources(page: Page) -> None:
    report = page.check()
    written = page.get(f"{report}/report.docx")
    assert written.headers["Content-Disposition"] == "attachment; filename=report.docx"
    document = docx.Document(BytesIO(written.body))
    told = [comment.text for comment in document.comments]
    assert len(told) == 2
    assert "12 people" in told[0]
    assert "Coast Agency (the fire brigade): “A fire in the old port of Brenna killed nine people" in told[0]
    assert "To put it right: replace by “nine people” (Coast Agency (the fire brigade))" in told[0]
    assert "12 people" in [run.text for p in document.paragraphs for run in p.runs if run.bold]
    (beside,) = document.tables
    assert any(
        "Thursday night" in row.cells[0].text and "Coast Agency" in row.cells[1].text for row in beside.rows
    )


def test_a_downloaded_page_can_do_nothing_here(page: Page) -> None:
    report = page.check()
    saved = page.get(f"{report}/report.html")
    assert saved.headers["Content-Disposition"] == "attachment; filename=report.html"
    assert page.token not in saved.text
    assert '<form class="act"' not in saved.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "news.example:80"}, 421),  # a name of another site that leads here
        ({"Origin": "http://news.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
    ],
)
def test_other_sites_have_nothing_done(page: Page, headers: dict[str, str], status: int) -> None:
    page.headers = headers
    try:
        assert page.post("/check", **FIELDS).status == status
    finally:
        page.headers = {}


@pytest.mark.parametrize("token", ["", "wrong", "ü"])
def test_nothing_is_done_without_the_token(page: Page, token: str) -> None:
    report = page.check()
    for path in ("/check", "/forget", f"{report}/accept", f"{report}/repair", f"{report}/reopen"):
        assert page.post(path, **{"token": token, "finding": "x", "reason": "x", **FIELDS}).status == 403
    assert page.get(report).status == 200


def test_pages_of_others_can_neither_frame_nor_read_it(page: Page) -> None:
    answer = page.get("/")
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert page.get("/", Host="news.example").status == 421


def test_it_answers_this_machine_only(page: Page) -> None:
    port = urlsplit(page.address).port
    for other in {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), port, socket.AF_INET)}:
        if not str(other).startswith("127."):
            with pytest.raises(OSError, match="refused"):
                socket.create_connection((other, port), timeout=5)


@pytest.mark.parametrize(
    "path", ["/../../etc/passwd", "/checks/..%2f..%2fetc%2fpasswd", "/static/page.js", "/checks/x"]
)
def test_no_path_leads_to_a_file(page: Page, path: str) -> None:
    assert page.get(path).status == 404


@pytest.mark.parametrize("name", ["/etc/passwd", "..\\..\\secret.md", "agency.md", "-"])
def test_no_file_is_read_that_a_text_or_a_name_tells_of(page: Page, folder: Path, name: str) -> None:
    """Neither by its name nor by the front matter that names sources."""
    (folder / "agency.md").write_text(AGENCY)
    (folder / "secret.md").write_text(AGENCY)
    given = {"source_files": [(name, DAILY.encode())]}
    answer = page.post("/check", given, draft_text=DRAFT.replace("daily.md", "/etc/passwd"))
    report = page.get(answer.headers["Location"]).text
    assert "Coast Agency" not in report
    assert "root:" not in report
    assert str(folder) not in report


def test_what_cannot_be_read_is_told_and_the_texts_stay_in_the_form(page: Page) -> None:
    answer = page.post("/check", draft_text="A fire killed 12 people.", draft_published="soon")
    assert (answer.status, "is no date that can be read" in answer.text) == (400, True)
    assert "A fire killed 12 people.</textarea>" in answer.text
    assert page.post("/check").status == 400
    both = page.post("/check", {"draft_file": [("draft.md", DRAFT.encode())]}, **FIELDS)
    assert "there are two drafts" in both.text
    lost = page.post("/check", {"source_files": [("a.pages", b"x")]}, draft_text="A fire killed 12 people.")
    assert (lost.status, "a.pages" in lost.text) == (400, True)  # its source could not be read
    partly = page.post(
        "/check", {"source_files": [("a.pages", b"x"), ("b.txt", b"\x00\x01\x02" * 9)]}, **FIELDS
    )
    told = page.get(partly.headers["Location"])
    assert told.text.count("<strong>Not checked") == 2
    assert len(told.findings) == 2


ALONE = """\
The government of Sudan rejected a full ceasefire on Monday, after four weeks of talks in Jeddah.

Mohamed Haile, the mediator of the African Union, said that the government of Sudan had agreed to a full
ceasefire. It was the first ceasefire that passed away before it began.
"""


@pytest.fixture
def house(folder: Path) -> Iterator[Page]:
    """A page with a rule of the house."""
    rule = folder / "house" / "desk" / "died.yaml"
    rule.parent.mkdir(parents=True, exist_ok=True)
    rule.write_text(
        "id: desk.died\ntitle: People die\nwhy: The house says so.\nseverity: note\n"
        "check: must_not_have\nwords: [passed away]\nfix: died\n"
    )
    page = start(folder, "--port", "0", "--rules", str(folder / "house"))
    yield page
    page.program.terminate()
    page.program.wait(timeout=60)
    shutil.rmtree(folder / "house")


def test_a_draft_without_sources_is_checked_by_itself(house: Page) -> None:
    """What its speakers tell otherwise than it, as within any article, and what the house wants of it."""
    report = house.get(house.check(draft_text=ALONE))
    assert [" ".join(message.split()) for _, message in report.findings] == [
        "Draft: “rejected a full ceasefire” — Draft (Mohamed Haile): “had agreed to a full ceasefire”",
        "People die: “passed away”",
    ]
    assert "Replace by “died”" in report.text
    assert re.findall(r'<article class="finding (\w+)', report.text) == ["warning", "note"]
    quiet = house.get(house.check(draft_text="A fire killed 12 people in Lyon."))
    assert "it has no sources that it could be held against" in quiet.text
    assert "in no source" not in quiet.text


def test_too_much_is_refused(page: Page) -> None:
    for size in (3_100_000, 6_000_000):
        try:
            assert page.post("/check", {"source_files": [("a.txt", b"x " * (size // 2))]}).status == 413
        except (BrokenPipeError, ConnectionResetError):
            assert size > 4_000_000  # hung up before all was sent
    many = {"source_files": [(f"{n}.txt", b"x") for n in range(600)]}
    assert page.post("/check", many).status == 413


def test_markup_stays_text(page: Page) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    answer = page.post(
        "/check",
        draft_text=f"A fire killed 12 people in Lyon. {evil}",
        source_name=evil,
        source_text="A fire killed nine people in Lyon, police said.",
        draft_title=evil,
    )
    for path in ("", "/change"):
        text = page.get(answer.headers["Location"] + path).text
        assert evil not in text
        assert "&lt;script&gt;" in text


def test_forgetting_leaves_nothing(page: Page) -> None:
    report = page.check()
    assert page.post("/forget").status == 303
    assert page.get(report).status == 404


def test_nothing_is_written(page: Page, folder: Path) -> None:
    for name in ("agency.md", "secret.md"):
        (folder / name).unlink(missing_ok=True)
    text = AGENCY.split("---\n")[2]
    large = (
        "large.html",
        f"<article><h1>Ferry</h1>{f'<p>{text}</p>' * 4}</article><!--{' ' * 900_000}-->".encode(),
    )
    assert page.post("/check", {"source_files": [large]}, draft_text=DRAFT).status == 303
    assert list(folder.rglob("*")) == []


def test_what_is_accepted_is_kept_where_that_is_asked_for(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    for again in (False, True):
        page = start(folder, "--port", "0", "--keep", str(tmp_path / "desk"))
        report = page.check()
        (mark, _), *_ = page.get(report).findings
        if not again:
            page.post(f"{report}/accept", finding=mark, reason="the hospital: 12")
        text = page.get(report).text
        page.program.terminate()
        page.program.wait(timeout=60)
        assert "the hospital: 12" in text
        assert "Take the acceptance back" not in text
    written = (tmp_path / "desk" / "accepted.yaml").read_text()
    assert f"- fingerprint: {mark}\n  rule: general." in written


def test_a_port_that_is_taken(page: Page, tmp_path: Path, program: list[str]) -> None:
    port = urlsplit(page.address).port
    told = subprocess.run(
        [*program, "serve", "--port", str(port)], capture_output=True, text=True, check=False
    )
    assert (told.returncode, "already in use" in told.stderr) == (2, True)


def test_without_the_extra_it_says_what_to_install(program: list[str]) -> None:
    hidden = "import sys; sys.modules['flask'] = None\nfrom checker.cli import main\nmain(['serve'])"
    result = subprocess.run([program[0], "-c", hidden], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (2, "")
    assert "flask is not installed\n  install the page: pip install 'flask" in result.stderr
