"""Decoding: what a newsroom saves is read as it was meant, and what is no text is refused."""

from __future__ import annotations

import pytest

from checker.errors import InputError
from checker.reading.text import decode, decode_as

SENTENCE = "The minister said: “Twenty-three people – not thirty – were hurt at the café in Győr.”\n"
WESTERN = "The minister said: “Twenty-three people – not thirty – were hurt at the café.” It cost £5m.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_older_encodings_are_recognised(encoding: str) -> None:
    assert decode(WESTERN.encode(encoding)) == WESTERN


def test_one_accent_in_latin_1() -> None:
    text = "The café in the old town was closed after the fire, the owner said on Friday.\n"
    assert decode(text.encode("latin-1")) == text


@pytest.mark.parametrize(
    "text",
    ["Only £5 a head\n", "It cost €40m\n", "€", "She paid £3.50 – or €4 – for a coffee at Café Ñandú.\n"],
)
def test_what_is_no_unicode_is_windows_1252(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("name", ["iso-8859-1", "latin1", "us-ascii", "windows-1252"])
def test_latin_1_means_windows_1252(name: str) -> None:
    assert decode_as("“£5”\r\n".encode("cp1252"), name) == "“£5”\n"


@pytest.mark.parametrize("name", ["iso-8859-1", "us-ascii", "windows-1252"])
def test_utf_8_that_a_file_calls_otherwise(name: str) -> None:
    assert decode_as("“£5” at the café\r\n".encode(), name) == "“£5” at the café\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_that_is_not_english(encoding: str) -> None:
    text = "Nine died in Київ and Одеса, Україна, and in Ελλάδα.\n"
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("name", ["", "undefined", "no\0ne", "klingon", "base64", "unicode_escape", "utf-8"])
def test_an_encoding_that_a_file_names_wrongly(name: str) -> None:
    assert decode_as(b"\xa35", name) is None


def test_line_ends_become_newlines() -> None:
    assert decode(b"one\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


def test_damaged_utf8_names_the_line() -> None:
    data = "first line\nthe café was\nclosed on caf".encode() + b"\xe9 Friday\n"
    with pytest.raises(InputError) as caught:
        decode(data)
    assert caught.value.line == 3
    assert "0xe9" in caught.value.message


def test_binary_is_refused() -> None:
    with pytest.raises(InputError, match="binary"):
        decode(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(32)) * 4)
