"""Mail: a press release or copy that came as .eml."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default

from checker.errors import InputError
from checker.reading.account import Account, read_time_or_none
from checker.reading.fragment import text_of_html, text_of_lines
from checker.reading.text import decode


def read(data: bytes, path: str) -> list[Account]:
    message = message_from_bytes(data, policy=default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise InputError(
            "this is not a mail", path=path, hint="a mail begins with its headers (From:, Subject:)"
        )
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise InputError("there is no text in this mail", path=path, hint="save its attachment and name that")
    body = _content(part, path)
    marked = part.get_content_type() == "text/html"
    text = text_of_html(body) if marked else text_of_lines(_own_lines(body))
    return [
        Account(
            text,
            title=_header(message, "subject"),
            publisher=_sender(message),
            published=_time(message),
        )
    ]


def _content(part: MIMEPart, path: str) -> str:
    """The text in the encoding that the mail names, or else in the one it turns out to be in."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return data.decode(part.get_content_charset() or "utf-8").replace("\r\n", "\n")
    except (LookupError, UnicodeDecodeError):
        return decode(data, path)


def _own_lines(body: str) -> list[str]:
    """Without quoted lines of earlier mails and the signature."""
    lines = []
    for line in body.split("\n"):
        if line == "-- ":
            break
        if not line.startswith(">"):
            lines.append(line)
    return lines


def _header(message: EmailMessage, name: str) -> str | None:
    return " ".join(str(message.get(name) or "").split()) or None


def _sender(message: EmailMessage) -> str | None:
    header = message.get("from")
    addresses = getattr(header, "addresses", ())
    if not addresses:
        return None
    return addresses[0].display_name or addresses[0].domain or None


def _time(message: EmailMessage) -> datetime | None:
    time = getattr(message.get("date"), "datetime", None)
    if isinstance(time, datetime):
        return time if time.tzinfo else time.replace(tzinfo=UTC)
    return read_time_or_none(str(message.get("date") or ""))
