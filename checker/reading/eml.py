"""Mail: a press release or copy that came as .eml, with the texts that are attached to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parseaddr
from pathlib import PurePath
from typing import Any

from checker.errors import InputError
from checker.reading.account import Account, read_time_or_none
from checker.reading.formats import MODULES, read_accounts
from checker.reading.fragment import text_of_html, text_of_lines
from checker.reading.limits import look_at, without_long_headers
from checker.reading.mails import own_words
from checker.reading.text import decode, decode_as

_DEEPEST = 5  # mails within mails, and parts within parts of one


def read(data: bytes) -> list[Account]:
    data, long = without_long_headers(data)
    message = message_from_bytes(data, policy=default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise InputError("this is not a mail", hint="a mail begins with its headers (From:, Subject:)")
    first, *others = _accounts(message, 0)
    found = [replace(first, left_out=(*first.left_out, *long)), *others]
    if not any(account.text for account in found):
        raise InputError("there is no text in this mail", hint="save its attachment and name that")
    return [account for account in found if account.text or account.unused]


def _accounts(message: MIMEPart, depth: int) -> list[Account]:
    """The mail itself, with what is left out of it, and the texts attached to it."""
    said: dict[str, None] = {}
    bodies: list[MIMEPart] = []
    attached: list[MIMEPart] = []
    for part in _parts(message, 0):
        inline = (
            part.get_content_maintype() == "text" and not part.is_attachment() and not part.get_filename()
        )
        (bodies if inline else attached).append(part)
    subject = _header(message, "subject") or ""
    lines = [line for part in bodies for line in ("", *_lines(part, said))]
    mail = own_words(lines, subject)
    wrapped = all(part.get_content_type() == "text/plain" for part in bodies)
    text = text_of_lines(mail.lines) if wrapped else _paragraphs(mail.lines)
    passed_on = mail.headers
    name, address = parseaddr(passed_on.get("from", ""))
    account = Account(
        text,
        title=passed_on.get("subject") or subject or None,
        publisher=name or address.partition("@")[2] or _sender(message),
        published=read_time_or_none(passed_on.get("sent") or passed_on.get("date")) or _time(message),
    )
    texts: list[Account] = []
    unread = []
    for part in attached:
        try:
            texts += _attached(part, depth, account)
        except InputError as e:
            unread.append(f"the attachment {part.get_filename() or part.get_content_type()} ({e.message})")
    return [replace(account, left_out=(*mail.left_out, *said, *unread)), *texts]


def _parts(part: MIMEPart, depth: int) -> Iterator[MIMEPart]:
    """The parts that wrap no others; of those that say the same the plain text, if it says as much."""
    inside = part.get_payload() if part.is_multipart() else None
    if not isinstance(inside, list) or part.get_content_type() == "message/rfc822":
        yield part
        return
    if depth > _DEEPEST:
        raise InputError("the parts of this mail are nested too deeply")
    found = [one for child in inside if isinstance(child, MIMEPart) for one in _parts(child, depth + 1)]
    if part.get_content_type() == "multipart/alternative":
        texts = [p for p in found if p.get_content_type() in ("text/plain", "text/html")]
        words = {id(p): sum(len(line.split()) for line in _lines(p)) for p in texts}
        texts.sort(key=lambda p: 2 * words[id(p)] < max(words.values()))
        found = [*texts[:1], *(p for p in found if p.get_content_maintype() != "text")]
    yield from found


def _attached(part: MIMEPart, depth: int, around: Account) -> list[Account]:
    """The accounts in an attachment; what it does not say of itself is as of the mail."""
    if depth >= _DEEPEST:
        raise InputError("nested too deeply")
    name = part.get_filename() or ""
    inside = part.get_payload()
    mail = inside[0] if isinstance(inside, list) and inside else None
    if part.get_content_type() == "message/rfc822" and isinstance(mail, MIMEPart):
        return [one for one in _accounts(mail, depth + 1) if one.text]
    suffix = PurePath(name).suffix.lower()
    if suffix == ".eml":
        look_at(_payload(part), "eml")
        inside, long = without_long_headers(_payload(part))
        first, *others = _accounts(message_from_bytes(inside, policy=default), depth + 1)
        return [replace(first, left_out=(*first.left_out, *long)), *others]
    if suffix not in MODULES:
        raise InputError("not a text that can be read")
    read = read_accounts(_payload(part), name)
    return [
        replace(
            one,
            title=one.title or name,
            publisher=one.publisher or around.publisher,
            published=one.published or around.published,
        )
        for one in read
    ]


def _payload(part: MIMEPart) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except UnicodeError:  # by an encoding that is none for texts, which the library tries at once
        part.del_param("charset")
        payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _lines(part: MIMEPart, said: dict[str, None] | None = None) -> list[str]:
    """The text in the encoding that the mail names, or else in the one it turns out to be in.

    `said` gets the word of what is left out of it.
    """
    data = _payload(part)
    named = decode_as(data, part.get_content_charset() or "utf-8")
    text = decode(data) if named is None else named
    if part.get_content_type() == "text/html":
        text = text_of_html(text, cited="> ", said=said)
    return text.split("\n")


def _paragraphs(lines: list[str]) -> str:
    """Lines as they stand, a blank one between paragraphs."""
    blocks = "\n".join(line.rstrip() for line in lines).split("\n\n")
    return "\n\n".join(block.strip("\n") for block in blocks if block.strip())


def _header(message: MIMEPart, name: str) -> str | None:
    return " ".join(str(_given(message, name) or "").split()) or None


def _given(message: MIMEPart, name: str) -> Any:
    """A header as the library reads it; None where it fails on what is no address or time."""
    try:
        return message.get(name)
    except Exception:  # any of the library's depths
        return None


def _sender(message: MIMEPart) -> str | None:
    header = _given(message, "from")
    addresses = getattr(header, "addresses", ())
    if not addresses:
        return None
    return addresses[0].display_name or addresses[0].domain or None


def _time(message: MIMEPart) -> datetime | None:
    time = getattr(_given(message, "date"), "datetime", None)
    if isinstance(time, datetime):
        return time if time.tzinfo else time.replace(tzinfo=UTC)
    return read_time_or_none(str(_given(message, "date") or ""))
