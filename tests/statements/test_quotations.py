"""The quotations corpus: each quotation is found and given to the words that name its speaker."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.actors import ActorIndex, find_actors
from checker.language import parse
from checker.model import Article, Form, Span, Statement
from checker.statements import find_statements
from checker.statements.layout import lay_out
from checker.statements.quotation import find_quotations, paragraphs

CORPUS = Path(__file__).resolve().parents[1] / "corpora" / "quotations.yaml"
DATA: dict[str, dict[str, str]] = yaml.safe_load(CORPUS.read_text(encoding="utf-8"))
_MARKED = re.compile(r"[{}]")


def lines(section: str) -> list[tuple[str, str]]:
    return [(shape, line) for shape, block in DATA.get(section, {}).items() for line in block.splitlines()]


def unmarked(line: str) -> tuple[str, list[Span]]:
    text, spans, start = "", [], 0
    for piece in re.split(r"([{}])", line.replace("¶", "\n\n")):
        if piece == "{":
            start = len(text)
        elif piece == "}":
            spans.append(Span(start, len(text)))
        else:
            text += piece
    return text, spans


@cache
def statements(text: str) -> list[Statement]:
    article = Article("a", text)
    docs = parse([text])
    return find_statements(docs[0], article, ActorIndex(find_actors([article], docs)))


def read(line: str) -> tuple[set[Span], set[Span], list[Span], list[Span]]:
    """Quotations in the text, those that a statement has as its own, speakers found, speakers marked."""
    text, wanted = unmarked(line)
    quoted = {part for quotation in lay_out(parse([text])[0]).quotations for part in quotation.parts}
    direct = [s for s in statements(text) if s.form is Form.DIRECT and s.within is None]
    speakers: list[Span] = []
    for statement in direct:
        span = statement.speaker.span if statement.speaker else None
        if span is not None and (not speakers or speakers[-1] != span):
            speakers.append(span)
    return quoted, {part for s in direct for part in s.content}, speakers, wanted


def cases() -> list[Any]:
    right = [pytest.param(line, id=line[:50]) for _, line in lines("shapes")]
    todo = [
        pytest.param(line, id=line[:50], marks=pytest.mark.xfail(reason=shape, strict=True))
        for shape, line in lines("todo")
    ]
    return right + todo


@pytest.mark.parametrize("line", cases())
def test_quotation(line: str) -> None:
    quoted, direct, speakers, wanted = read(line)
    assert quoted
    assert direct == quoted
    assert len(speakers) == len(wanted)
    text = unmarked(line)[0]
    for found, mark in zip(sorted(speakers), wanted, strict=True):
        assert text[found.start : found.end].rstrip(",") == text[mark.start : mark.end].rstrip(",")


def test_the_corpus_is_large_and_nearly_all_of_it_right() -> None:
    known, missed = len(lines("shapes")), len(lines("todo"))
    assert known + missed >= 200
    assert known >= 0.97 * (known + missed)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He said “a” and «b».", ["“a”", "«b»"]),
        ('He said "one" and "two".', ['"one"', '"two"']),
        ("It was 5' 10\" tall.", []),
        ("The players' union met the owners' club.", []),
        ("Rock ’n’ roll in the ’90s isn’t dead.", []),
        ("‘It’s the players’ turn,’ he said.", ["‘It’s the players’ turn,’"]),
        ("“One.\n\n“Two.”\n\nThree.", ["“One.", "“Two.”"]),
        ("“One.\n\nTwo.", ["“One."]),
        ("“One.\nTwo.” Three.", ["“One.", "Two.”"]),
        ("``One.\nTwo,'' he said. ``Three.''", ["``One.", "Two,''", "``Three.''"]),
        ("“One.\nTwo.\nHe said “three.”", ["“One.", "“three.”"]),
        ("“One. “Two.”", ["“One.", "“Two.”"]),
        ("''Doubled,'' he said.", ["''Doubled,''"]),
        ("“He said ‘no’ twice,” she said.", ["“He said ‘no’ twice,”"]),
        ("", []),
        ('It is a " bold plan ", and a " costly one ", the mayor said.', ['" bold plan "', '" costly one "']),
        ('They called the bridge " quite safe ", according to a report.', ['" quite safe "']),
        ('The screen is 9" wide, he said, and the frame " an inch more.', []),
    ],
)
def test_marks_are_paired(text: str, parts: list[str]) -> None:
    found = [text[part.start : part.end] for q in find_quotations(text, paragraphs(text)) for part in q.parts]
    assert found == parts
