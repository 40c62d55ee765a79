"""What a file may ask of a reader, and what every text is cleaned of."""

from __future__ import annotations

import base64
import io
import json
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from checker.errors import CheckerError, InputError
from checker.model import Article
from checker.reading import each_set, read_sets
from checker.reading.formats import read_accounts
from tests.fuzz.targets import SEEDS, STORY

ROOT = Path(__file__).parents[2]
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
    return out.getvalue()


def mail(head: str, body: str = STORY) -> bytes:
    return f"From: Anna <a@b.example>\nSubject: Fire\n{head}\n\n{body}\n".encode()


TOO_MUCH = {
    "deep.json": b"[" * 5_000 + b"]" * 5_000,
    "deep.xml": b"<newsItem>" + b"<a>" * 5_000 + b"</a>" * 5_000 + b"</newsItem>",
    "deep.docx": docx("<w:p>" * 3_000 + "</w:p>" * 3_000),
    "deep.eml": mail("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0")
    + b"".join(b"\n--b%d\nContent-Type: multipart/mixed; boundary=b%d\n" % (n, n + 1) for n in range(500)),
    "paragraphs.docx": docx("<w:p/>" * 3_000_000),
    "unpacked.docx": docx("<w:p><w:r><w:t>" + "a" * 60_000_000 + "</w:t></w:r></w:p>"),
    "digits.json": b'{"headline": %s}' % (b"9" * 5_000),
    "cut.docx": SEEDS["docx"][:-40],
    "bent.docx": SEEDS["docx"].replace(b"document", b"dokument", 1),
    "cut.odt": SEEDS["odt"][: len(SEEDS["odt"]) // 2],
    "bent.pdf": SEEDS["pdf"][:100],
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_asks_too_much_is_refused_in_a_line(name: str) -> None:
    with pytest.raises(InputError) as caught:
        read_accounts(TOO_MUCH[name], name)
    assert caught.value.path == name
    assert caught.value.hint
    assert len(caught.value.render()) < 1_000


HEADERS = {
    "many to": "To: " + ", ".join(f"a{n} <a{n}@b.example>" for n in range(8_000)),
    "folded": "X-Trace: " + "\n ".join("x" * 70 for _ in range(4_000)),
    "encoded": "Subject: " + "=?utf-8?q?" + "=41" * 90_000 + "?=",
    "group": "To: " + "a:" * 50_000 + ";",
    "brackets": "Cc: " + "(" * 100_000,
}


@pytest.mark.parametrize("name", HEADERS)
def test_long_headers_of_a_mail_cost_nothing(tmp_path: Path, name: str) -> None:
    """In a process of its own, which may take no more than a gigabyte."""
    (tmp_path / "a.eml").write_bytes(mail(HEADERS[name]))

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))

    code = (
        "from checker.reading import each_set, read_sets; print(next(read_sets(['a.eml'])).articles[0].text)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=limited,
    )
    assert (done.stdout.strip(), done.stderr) == (STORY, "")


def test_a_long_header_is_said_and_one_of_an_attached_mail_is_left_out_too() -> None:
    said = ("the header Cc, which is longer than 10,000 bytes",)
    long = f"Cc: {'(' * 20_000}"
    head = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b"
    attached = 'Content-Type: application/octet-stream\nContent-Disposition: attachment; filename="a.eml"'
    inside = base64.encodebytes(mail(long, "Another.")).decode()
    whole = f"{STORY}\n--b\n{attached}\nContent-Transfer-Encoding: base64\n\n{inside}\n--b--"
    outer, inner = read_accounts(mail(f"{long}\n{head}", f"--b\n\n{whole}"), "a.eml")
    assert (outer.text, outer.left_out) == (STORY, said)
    assert (inner.text, inner.left_out) == ("Another.", said)


def test_a_long_line_of_a_mail_is_no_header() -> None:
    long = "Statement: " + "words of no weight " * 1_000
    (account,) = read_accounts(mail("X: y", f"{long}\n\n{STORY}"), "a.eml")
    assert len(account.text) > 15_000


def one(folder: Path, **row: object) -> Article:
    (folder / "a.jsonl").write_text(json.dumps({"id": "a", "text": STORY, **row}))
    (articles,) = read_sets([folder / "a.jsonl"])
    return articles.articles[0]


def test_texts_are_cleaned_sign_by_sign(tmp_path: Path) -> None:
    article = one(tmp_path, text="Nine\0 people\ud800 died.", title="x" * 5_000, publisher="\ud83d Post")
    assert article.text == "Nine\ufffd people\ufffd died."
    assert len(article.title or "") == 1_000
    assert article.publisher == "\ufffd Post"
    (account,) = read_accounts(b'{"headline": "A\\u0000\\ud800", "body_text": "Nine\\u0000 died."}', "a.json")
    assert (account.text, account.title) == ("Nine\ufffd died.", "A\ufffd\ufffd")


@pytest.mark.parametrize(
    "time",
    ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "10000-01-01", "9" * 5_000, 10**30, "1\0"],
)
def test_times_that_no_clock_can_show(tmp_path: Path, time: object) -> None:
    with pytest.raises(CheckerError) as caught:
        one(tmp_path, published=time)
    assert len(caught.value.render()) < 1_000


@pytest.mark.parametrize("name", ["undefined", "utf\\0", "zip", "punycode", "x" * 9_000, "rot13"])
def test_encodings_that_are_none(name: str) -> None:
    page = SEEDS["html"].replace(b"utf-8", name.encode())
    assert read_accounts(page, "a.html")[0].text.startswith("A fire")
    letter = mail(f"MIME-Version: 1.0\nContent-Type: text/plain; charset={name}")
    assert read_accounts(letter, "a.eml")[0].text == STORY
    with pytest.raises(InputError):
        read_accounts(SEEDS["xml"].replace(b'1.0"', f'1.0" encoding="{name}"'.encode()), "a.xml")


def test_of_a_set_no_more_is_read_than_stays_in_memory(tmp_path: Path) -> None:
    words = "Words of no weight. "
    whole = [f"a{n:02}" for n in range(14)]
    for name, times in (*((name, 7_000) for name in whole), ("c", 7_000), ("d", 8_000)):
        (tmp_path / f"{name}.txt").write_text(words * times)
    (tmp_path / "e.md").write_text(f"---\nrole: draft\n---\n{words * 100}")
    (articles,) = each_set([tmp_path])
    assert [article.id for article in articles.articles] == [*whole, "e"]
    told = {
        failure.article: str(failure.error).splitlines()[0].partition(": ")[2] for failure in articles.failed
    }
    assert told == {
        "c": "the set has more than 2,000,000 characters with this article",
        "d": "the article has 160,000 characters, and 150,000 is the most",
    }
