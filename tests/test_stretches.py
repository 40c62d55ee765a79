"""No text costs more than its length: what is tokenized and parsed at once is bounded."""

from __future__ import annotations

import pytest

from checker import stretches
from checker.language import parse

STORY = "Officials said on Monday that nine people had left Brenna. "


@pytest.mark.parametrize("sign", ["”", "(", "€", "😀", "…", "'s", "a"])
def test_a_run_without_blanks_is_tokenized_a_stretch_at_a_time(sign: str) -> None:
    run = sign * 2_000
    parts = stretches.by_runs(f"{STORY}{run} {STORY}")
    assert max(len(part) for part in parts) < 400
    assert parse([run])[0].text == run
    assert stretches.by_runs(STORY * 50) == [STORY * 50]


def test_signs_weigh_as_much_as_words() -> None:
    assert len(stretches.pieces(STORY * 400)) == 1
    assert len(stretches.pieces("( " * 12_000)) > 1
    assert stretches.at_once(["( " * 3_000] * 9) < stretches.at_once([STORY * 100] * 9)
    for text in ("", "(" * 20_000, STORY * 1_000, "x" * 70_000):
        assert "".join(stretches.pieces(text)) == text


def test_what_never_ends_is_cut_before_it_is_parsed() -> None:
    (noise, lines, story) = parse(["one, two, " * 400, "one two\n" * 400, STORY * 100])
    assert list(stretches.endless(noise))
    assert not list(stretches.endless(lines))
    assert not list(stretches.endless(story))
    assert max(len(sentence) for doc in (noise, lines, story) for sentence in doc.sents) <= 150
