"""A draft that is a Word document stays one: comments at its own runs, repairs in its own look."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import RGBColor
from newsroom import AGENCY
from test_page import Page, start

TOLL = "A fire in the old port of Brenna killed 12 people on Thursday night."
YEARS = "The warehouse had stood empty for five years, the owner said."
RUNS = [("A fire in the old port of Brenna ", ""), ("killed 12", "bold"), (" people on ", "italic"),
        ("Thurs", ""), ("day night.", "")]  # fmt: skip


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    page = start(tmp_path_factory.mktemp("nobody"), "--port", "0")
    yield page
    page.program.terminate()
    page.program.wait(timeout=60)


def written() -> docx.document.Document:
    """A story as a desk writes it: a headline, looks within a sentence, a list, a table, head and foot."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Night desk"
    document.add_heading("Fire in the old port", 0)
    toll = document.add_paragraph()
    for words, look in RUNS:
        setattr(toll.add_run(words), look or "underline", True if look else None)
    toll.runs[1].font.color.rgb = RGBColor(0xC0, 0, 0)
    hidden = document.add_paragraph().add_run("To be cut: ask the mayor.")
    hidden.font.hidden = True
    document.add_paragraph(YEARS, style="List Bullet")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Firefighters", "80"
    return document


def saved(document: docx.document.Document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def check(page: Page, data: bytes | None = None) -> str:
    """The path of the report of the draft that is this document."""
    files = {"draft_file": [("draft.docx", data or saved(written()))]}
    answer = page.post("/check", files, source_text=AGENCY, draft_published="2024-05-03 10:00")
    assert answer.status == 303, answer.text
    return answer.headers["Location"]


def document_of(page: Page, path: str) -> docx.document.Document:
    answer = page.get(path)
    assert answer.status == 200
    return docx.Document(BytesIO(answer.body))


def looks(document: docx.document.Document) -> list[list[tuple[str, Any]]]:
    """The letters of every paragraph with their look, however they are cut into runs."""
    paragraphs = [*document.paragraphs, *(p for t in document.tables for c in t._cells for p in c.paragraphs)]
    return [
        [
            (letter, (r.bold, r.italic, r.font.hidden, str(r.font.color.rgb)))
            for r in p.runs
            for letter in r.text
        ]
        for p in paragraphs
    ]


def words_at(document: docx.document.Document, comment: Any) -> str:
    """What a comment is about."""
    body, number, found, inside = document.element.body, str(comment.comment_id), "", False
    for node in body.iter():
        if node.tag == qn("w:commentRangeStart") and node.get(qn("w:id")) == number:
            inside = True
        if node.tag == qn("w:commentRangeEnd") and node.get(qn("w:id")) == number:
            inside = False
        found += (node.text or "") if inside and node.tag == qn("w:t") else ""
    return found


def test_comments_stand_at_the_words_and_all_else_is_as_it_was(page: Page) -> None:
    document = document_of(page, f"{check(page)}/report.docx")
    assert looks(document) == looks(written())
    assert [p.style.name for p in document.paragraphs] == [p.style.name for p in written().paragraphs]
    assert document.sections[0].header.paragraphs[0].text == "Night desk"
    whole, *rest = document.comments
    assert {words_at(document, c): c.text.partition(":")[0] for c in rest} == {
        "12 people": "error",
        "five years": "error",
        "80": "warning",  # in the table
    }
    assert any("nine people" in c.text and "To put it right" in c.text for c in rest)
    assert "Thursday night: backed – Coast Agency" in whole.text


def test_a_repair_keeps_the_look(page: Page) -> None:
    report = check(page)
    for words in ("nine people", "two years"):
        text = page.get(report).text
        mark = text.split(f"Replace by “{words}”")[0].rpartition('name="finding" value="')[2][:16]
        report = page.post(f"{report}/repair", finding=mark).headers["Location"].partition("#")[0]
    document = document_of(page, f"{report}/draft.docx")
    _, toll, hidden, years = document.paragraphs
    assert toll.text == TOLL.replace("12", "nine")
    assert [(r.text, r.bold, r.italic) for r in toll.runs if r.bold or r.italic] == [
        ("killed nine", True, None),
        (" people on ", None, True),
    ]
    assert (years.text, years.style.name) == (YEARS.replace("five", "two"), "List Bullet")
    assert hidden.text == "To be cut: ask the mayor."
    assert list(document.comments) == []
    assert "/draft.docx" in page.get(report).text


def test_what_is_changed_in_the_form_is_changed_in_the_document(page: Page) -> None:
    report = check(page)
    form = page.get(f"{report}/change").text
    (base,) = [part.partition('"')[0] for part in form.split('name="base" value="')[1:]]
    text = f"{TOLL}\n\n{YEARS}\n\nFirefighters | 80"
    changed = text.replace("killed 12 people on", "killed nine men, women and children on")
    changed = changed.replace(" old port of", " port of").replace(" night.", " night, the mayor said.")
    answer = page.post("/check", draft_text=changed, source_text=AGENCY, base=base)
    document = document_of(page, f"{answer.headers['Location']}/draft.docx")
    assert [p.text for p in document.paragraphs][1] == changed.split("\n\n")[0]
    bold = [letter for letter, (is_bold, *_) in looks(document)[1] if is_bold]
    assert "".join(bold).startswith("killed nine")
    assert document.tables[0].rows[0].cells[1].text == "80"


@pytest.mark.parametrize("changed", [f"{TOLL}\n\nA new one.\n\n{YEARS}", "The minister resigned on Monday."])
def test_a_text_that_is_another_one_is_written_anew(page: Page, changed: str) -> None:
    base = check(page).rpartition("/")[2]
    report = page.post("/check", draft_text=changed, source_text=AGENCY, base=base).headers["Location"]
    assert "/draft.txt" in page.get(report).text
    assert page.get(f"{report}/draft.docx").status == 404
    assert changed.split("\n\n")[0] in [p.text for p in document_of(page, f"{report}/report.docx").paragraphs]


def test_old_comments_stay(page: Page) -> None:
    document = written()
    document.add_comment(document.paragraphs[1].runs[:1], "Which port?", "Ada")
    told = document_of(page, f"{check(page, saved(document))}/report.docx")
    assert [c.text for c in told.comments if c.author == "Ada"] == ["Which port?"]
    assert len({c.comment_id for c in told.comments}) == 5


def test_a_document_that_only_its_words_can_be_read_of(page: Page, tmp_path: Path) -> None:
    bare = tmp_path / "bare.docx"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(bare, "w") as archive:
        body = f"<w:body><w:p><w:r><w:t>{TOLL}</w:t></w:r></w:p></w:body>"
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}">{body}</w:document>')
    told = document_of(page, f"{check(page, bare.read_bytes())}/report.docx")
    assert TOLL in [p.text for p in told.paragraphs]
