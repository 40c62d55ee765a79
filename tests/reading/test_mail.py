"""Mail as programs write it: the words of its writer, or of the mail passed on; what is left out is said."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from checker.errors import InputError
from checker.reading.account import Account
from checker.reading.formats import read_accounts
from checker.reading.mails import own_words

OWN = "The ferry had 214 people on board, the harbour office said."
ASKED = "Is it right that there were 180 on board?"
HEADERS = "From: Desk <d@p.example>\nSent: Friday, 3 May 2024 09:12\nTo: Harbour office\nSubject: Ferry\n"
FORWARDED = (
    "From: Harbour office <press@harbour.example>\nDate: Fri, May 3, 2024 at 9:12 AM\n"
    "Subject: The ferry\nTo: <desk@paper.example>\n"
)
BELOW = "an earlier mail below it"
ABOVE = "an earlier mail"


def mail(text: str, markup: str = "", subject: str = "Ferry") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Harbour office <press@harbour.example>"
    message["Subject"] = subject
    message["Date"] = "Fri, 03 May 2024 10:30:00 +0200"
    message.set_content(text)
    if markup:
        message.add_alternative(markup, subtype="html")
    return message


def read(message: EmailMessage) -> list[Account]:
    return read_accounts(message.as_bytes(), "a.eml")


@pytest.mark.parametrize(
    ("body", "left_out"),
    [
        (f"{OWN}\n\n-----Original Message-----\n{HEADERS}\n{ASKED}\n", [BELOW]),
        (f"{OWN}\n\n________________________________\n{HEADERS}\n{ASKED}\n", [BELOW]),
        (f"{OWN}\n\n{HEADERS}\n{ASKED}\n", [BELOW]),
        (
            f"{OWN}\n\nOn Fri, May 3, 2024 at 9:12 AM Night desk <desk@paper.example>\nwrote:\n\n> {ASKED}\n",
            [ABOVE],
        ),
        (f"{OWN}\n\nOn Fri, May 3, 2024 at 9:12 AM desk@paper.example wrote:\n\n{ASKED}\n", [BELOW]),
        (f"{OWN}\n\n> On 3 May 2024, at 09:12, Night desk <d@p.example> wrote:\n> \n> {ASKED}\n", [ABOVE]),
        (f"On 3 May 2024, at 09:12, Night desk wrote:\n\n> {ASKED}\n\n{OWN}\n", [ABOVE]),
        (f"{OWN}\n\n-------- Original Message --------\nSubject: Ferry\n{HEADERS}\n{ASKED}\n", [BELOW]),
        (
            f"{OWN}\n\n  On Fri, May 3, 2024 at 9:12, Desk<d@p.example> wrote:   {ASKED}\n\nOurs, too?\n",
            [BELOW],
        ),
        (f"{OWN}\n\nDesk <d@p.example> wrote on 3 May 2024 at 9:12:\n\n> {ASKED}\n", [ABOVE]),
        (f"> {ASKED}\n\n{OWN}\n", ["quoted lines of earlier mails"]),
        (f"{OWN}\n\nSent from my iPhone\n", ["the signature"]),
        (f"{OWN}\n\n-- \nHarbour office\n+49 40 555 0100\n", ["the signature"]),
        (
            f"{OWN}\n\n--\nHarbour office\n\n-----Original Message-----\n{HEADERS}\n{ASKED}\n",
            ["the signature", BELOW],
        ),
    ],
)
def test_the_mail_that_is_answered_and_the_signature(body: str, left_out: list[str]) -> None:
    (account,) = read(mail(body, subject="Re: Ferry"))
    assert account.text == OWN
    assert list(account.left_out) == left_out
    assert account.publisher == "Harbour office"


@pytest.mark.parametrize(
    "body",
    [
        f"---------- Forwarded message ---------\n{FORWARDED}\n\n{OWN}\n",
        "Begin forwarded message:\n\n" + "".join(f"> {line}\n" for line in [*FORWARDED.split("\n"), OWN]),
        f"-----Original Message-----\n{FORWARDED}\n{OWN}\n",
        "-------- Forwarded Message --------\nSubject: The ferry\nDate: 3 May 2024 09:12\n"
        f"From: Harbour office <press@harbour.example>\nTo: <desk@paper.example>\n\n{OWN}\n",
        f"FYI\n\n---------- Forwarded message ---------\n{FORWARDED}\n\n{OWN}\n",
    ],
)
def test_a_mail_that_is_passed_on_counts_as_its_sender_wrote_it(body: str) -> None:
    message = mail(body, subject="Fwd: The ferry")
    message.replace_header("From", "Reporter <r@paper.example>")
    (account,) = read(message)
    assert account.text == OWN
    assert (account.publisher, account.title) == ("Harbour office", "The ferry")
    assert account.published is not None
    assert (account.published.hour, account.published.day) == (9, 3)
    noted = ["what stands above the mail that is passed on: “FYI”"] if "FYI" in body else []
    assert list(account.left_out) == noted


@pytest.mark.parametrize(
    "body",
    [
        'On Friday the minister wrote:\n\n"There were 214 people on board."\n',
        "On 3 May the minister wrote on the wall: 214 people were on board.\n",
        "In 2019 he wrote:\n\nThe ferry is too old.\n",
        "From: the harbour, where smoke was seen\nTo: the old town\n",
        f"{OWN}\n\n--\n" + "The second part of the text goes on.\n\n" * 13,
    ],
)
def test_what_only_looks_like_mail(body: str) -> None:
    kept = own_words(body.split("\n"))
    assert kept.lines == body.split("\n")
    assert kept.left_out == []


@pytest.mark.parametrize(
    ("markup", "left_out"),
    [
        (
            f"<div>{OWN}</div><br><div class='gmail_quote'><div>On Fri, May 3, 2024 &lt;d@p.example&gt;"
            f" wrote:<br></div><blockquote class='gmail_quote'><div>{ASKED}</div></blockquote></div>",
            [ABOVE],
        ),
        (
            f"<p class=MsoNormal>{OWN}</p><div><p><b>From:</b> Desk &lt;d@p.example&gt;<br><b>Sent:</b> "
            f"Friday, May 3, 2024 9:12 AM<br><b>To:</b> Press<br><b>Subject:</b> Ferry</p></div>"
            f"<p>{ASKED}</p>",
            [BELOW],
        ),
        (
            f'<blockquote type="cite"><div>On 3 May 2024, at 09:12, Desk &lt;d@p.example&gt; wrote:</div><br>'
            f"<div>{ASKED}</div></blockquote><br>{OWN}",
            [ABOVE],
        ),
        (f"<blockquote>{OWN}</blockquote>", []),
    ],
)
@pytest.mark.parametrize("plain", ["\n", "View it as HTML.\n"])
def test_the_marked_up_part_where_the_plain_one_says_nothing(
    plain: str, markup: str, left_out: list[str]
) -> None:
    (account,) = read(mail(plain, f"<html><body>{markup}</body></html>", "Re: Ferry"))
    assert account.text == OWN
    assert list(account.left_out) == left_out


def test_attached_texts_are_accounts_and_others_are_named(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(OWN)
    document.save(str(tmp_path / "release.docx"))
    message = mail("Please find the release attached.\n")
    message.add_attachment("It lay in Lamu.\n", filename="note.txt")
    message.add_attachment(
        (tmp_path / "release.docx").read_bytes(),
        maintype="application",
        subtype="octet-stream",
        filename="r.docx",
    )
    message.add_attachment(b"\xff\xd8", maintype="image", subtype="jpeg", filename="quay.jpg")
    message.add_attachment(mail("An earlier release.\n"))
    body, note, release, inner = read(message)
    assert body.text == "Please find the release attached."
    assert body.left_out == ("the attachment quay.jpg (not a text that can be read)",)
    assert (note.text.strip(), note.title, note.publisher) == (
        "It lay in Lamu.",
        "note.txt",
        "Harbour office",
    )
    assert (release.text, release.published) == (OWN, body.published)
    assert inner.text == "An earlier release."


def test_a_mail_without_words_whose_text_is_attached() -> None:
    message = mail("\n")
    message.add_attachment(f"{OWN}\n", filename="note.txt")
    assert [account.text.strip() for account in read(message)] == [OWN]


def test_text_round_a_picture() -> None:
    message = mail("Before the picture.\n")
    message.make_mixed()
    message.attach(mail("Behind the picture.\n"))
    message.get_payload()[1].replace_header("Content-Type", "text/plain")
    (account,) = read(message)
    assert account.text == "Before the picture.\n\nBehind the picture."


def test_a_mail_without_any_text() -> None:
    message = mail("\n")
    message.add_attachment(b"\xff\xd8", maintype="image", subtype="jpeg", filename="quay.jpg")
    with pytest.raises(InputError, match="no text in this mail"):
        read(message)


@pytest.mark.parametrize(
    "piece", ["On 3 x@y wrote:\n> a\nb\n", "From: a\nDate: b\nTo: c\n", "wrote:\n\n", "> "]
)
def test_the_cost_grows_with_the_lines(piece: str) -> None:
    assert own_words((piece * 5000).split("\n")) is not None


@pytest.mark.parametrize("name", ["undefined", "idna", "punycode", "unicode_escape", "hex", "klingon"])
def test_an_encoding_that_is_none(name: str) -> None:
    mail = (
        f"From: a@b.example\nSubject: Fire\nContent-Type: text/plain; charset={name}\n\nNine died in Łódź.\n"
    )
    (account,) = read_accounts(mail.encode(), "a.eml")
    assert account.text == "Nine died in Łódź."
