"""Word files: what a reader of the page sees, once, with what is left out said; places as in Word."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from checker import check
from checker.reading.account import Account
from checker.reading.formats import read_accounts
from checker.reading.sets import read_sets

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SPACES = (
    f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def run(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*inside: str) -> str:
    return f"<w:p>{''.join(inside)}</w:p>"


def word(*blocks: str, **parts: str) -> bytes:
    """A Word file with these blocks as its body and these further parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {SPACES}><w:body>{''.join(blocks)}</w:body></w:document>"
        )
        for name, inside in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {W}>{inside}</w:{name}>")
    return out.getvalue()


def read(*blocks: str, **parts: str) -> Account:
    (account,) = read_accounts(word(*blocks, **parts), "a.docx")
    return account


def box(words: str) -> str:
    inside = f"<w:txbxContent>{paragraph(run(words))}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        f"<w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    account = read(
        paragraph(run("The bridge is shut."), box("It is 90 years old.")), paragraph(run("Cars wait."))
    )
    assert account.text == "The bridge is shut.\n\nIt is 90 years old.\n\nCars wait."
    assert [number for _, number in account.places] == [1, 1, 2]


@pytest.mark.parametrize(
    ("look", "said"),
    [
        ("<w:vanish/>", "hidden text"),
        ("<w:strike/>", "text that is struck out"),
        ('<w:dstrike w:val="true"/>', "text that is struck out"),
    ],
)
def test_hidden_and_struck_words_are_left_out(look: str, said: str) -> None:
    account = read(paragraph(run("It cost "), run("£4m", look), run("£5m.")))
    assert (account.text, account.left_out) == ("It cost £5m.", (said,))


@pytest.mark.parametrize("look", ['<w:vanish w:val="0"/>', '<w:strike w:val="false"/>', "<w:b/>"])
def test_what_is_switched_off_is_read(look: str) -> None:
    account = read(paragraph(run("It cost "), run("£5m.", look)))
    assert (account.text, account.left_out) == ("It cost £5m.", ())


def test_old_mark_up_where_there_is_no_new_one_and_formulas() -> None:
    old = f"<mc:AlternateContent><mc:Fallback>{run('five')}</mc:Fallback></mc:AlternateContent>"
    formula = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>2 × 9'
    account = read(
        paragraph(run("There are "), old, run(" of "), f"{formula}</m:t></m:r></m:oMath>", run("."))
    )
    assert account.text == "There are five of 2 × 9."


def test_tracked_changes_count_as_accepted() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>four</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2">{run("five")}</w:ins>'
    moved = f'<w:moveFrom w:id="3">{run(" hurt")}</w:moveFrom>'
    account = read(paragraph(run("The fire left "), deleted, inserted, moved, run(" people dead.")))
    assert account.text == "The fire left five people dead."
    assert account.left_out == ("text that tracked changes take out",)


def test_a_paragraph_mark_that_is_deleted_joins_two_paragraphs() -> None:
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    account = read(paragraph(mark, run("The fire left ")), paragraph(run("five people dead.")))
    assert account.text == "The fire left five people dead."


def test_a_row_is_a_paragraph_and_a_deleted_row_none() -> None:
    def cells(*words: str) -> str:
        return "".join(f"<w:tc>{paragraph(run(one))}</w:tc>" for one in words)

    rows = f"<w:tr>{cells('Port', '12')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{cells('Quay', '3')}</w:tr>"
    account = read(paragraph(run("The dead:")), f"<w:tbl>{rows}</w:tbl>", paragraph(run("No more.")))
    assert account.text == "The dead:\n\nPort | 12\n\nNo more."
    assert [number for _, number in account.places] == [1, 2, 4]


def test_notes_come_last_each_with_the_place_that_refers_to_it() -> None:
    account = read(
        paragraph(run("One.")),
        paragraph(run("Two"), '<w:r><w:footnoteReference w:id="7"/></w:r>', run(" of it.")),
        footnotes=(
            f'<w:footnote w:type="separator" w:id="-1">{paragraph(run("-"))}</w:footnote>'
            f'<w:footnote w:id="7">{paragraph(run("As of Friday."))}</w:footnote>'
        ),
    )
    assert account.text == "One.\n\nTwo of it.\n\nAs of Friday."
    assert [number for _, number in account.places] == [1, 2, 2]


def test_digits_that_stand_raised() -> None:
    account = read(
        paragraph(run("Some 2 × 10"), run("6", '<w:vertAlign w:val="superscript"/>'), run(" litres."))
    )
    assert account.text == "Some 2 × 10⁶ litres."


def test_heads_of_pages_and_comments_are_left_out_and_said(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "CONFIDENTIAL, page 3 of 9"
    words = document.add_paragraph("Five people died.").runs
    document.add_comment(words, text="Four, says the police")
    document.save(str(tmp_path / "a.docx"))
    (account,) = read_accounts((tmp_path / "a.docx").read_bytes(), "a.docx")
    assert account.text == "Five people died."
    assert account.left_out == ("what stands at the head or foot of its pages", "its comments")


def test_places_are_numbers_of_paragraphs(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Fire at the mill", style="Title")
    document.add_paragraph("")
    document.add_paragraph("The mill burned down.").runs[0].font.size = Pt(14)
    document.add_paragraph("Five people were killed in the fire at the mill.")
    document.save(str(tmp_path / "a.docx"))
    (tmp_path / "b.txt").write_text("Seven people were killed in the fire at the mill.\n")
    (articles,) = read_sets([tmp_path / "a.docx", tmp_path / "b.txt"])
    text = articles.articles[0]
    assert [text.line(text.text.index(words)) for words in ("The mill", "burned", "Five")] == [2, 2, 3]
    (report,) = check([tmp_path / "a.docx", tmp_path / "b.txt"])
    assert [(e.text, e.line) for e in report.findings[0].evidence] == [
        ("Five people", 3),
        ("Seven people", 1),
    ]


@pytest.mark.parametrize(
    ("look", "said"), [("vanish", "hidden text"), ("dstrike", "text that is struck out")]
)
def test_what_a_style_makes_unseen(look: str, said: str) -> None:
    styles = "".join(
        f'<w:style w:styleId="{n}"><w:rPr><w:{look}/></w:rPr></w:style>' for n in ("run", "whole")
    )
    account = read(
        paragraph(run("Nine", '<w:rStyle w:val="run"/>'), run("Ten people left.")),
        paragraph(
            '<w:pPr><w:pStyle w:val="whole"/></w:pPr>', run("Eleven."), run("Two.", f'<w:{look} w:val="0"/>')
        ),
        styles=styles,
    )
    assert account.text == "Ten people left.\n\nTwo."
    assert account.left_out == (said,)


def test_a_document_within_is_said_and_readings_of_signs_are_left_out() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('ni')}</w:rt><w:rubyBase>{run('Two')}</w:rubyBase></w:ruby></w:r>"
    account = read(paragraph(ruby, run(" people left.")), "<w:altChunk/>")
    assert account.text == "Two people left."
    assert account.left_out == ("a document that was put into it",)
