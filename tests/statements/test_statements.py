"""The statements corpus: every sentence read by the real pipeline, what is said by whom compared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.actors import ActorIndex, find_actors
from checker.language import parse
from checker.model import Article, Form, Statement
from checker.statements import find_statements

CORPUS = Path(__file__).resolve().parents[1] / "corpora" / "statements.yaml"
GROUPS: dict[str, list[dict[str, Any]]] = yaml.safe_load(CORPUS.read_text(encoding="utf-8"))


def read(text: str, publisher: str | None = None) -> list[Statement]:
    text = text.replace("¶", "\n\n")
    article = Article("a", text, publisher)
    docs = parse([text])
    return find_statements(docs[0], article, ActorIndex(find_actors([article], docs)))


def items() -> list[Any]:
    found = []
    for group, entries in GROUPS.items():
        for i, item in enumerate(entries):
            marks = [pytest.mark.xfail(reason=item["todo"], strict=True)] if "todo" in item else []
            found.append(pytest.param(item, id=f"{group}-{i}", marks=marks))
    return found


def expected(statement: dict[str, Any]) -> dict[str, Any]:
    words = statement["words"]
    return {
        "form": "indirect",
        "attitude": "said",
        "asserted": True,
        **statement,
        "words": words if isinstance(words, list) else [words],
    }


def shown(statement: Statement, asked: dict[str, Any], statements: list[Statement]) -> dict[str, Any]:
    speaker = statement.speaker
    article = statement.article
    found = {
        "form": statement.form.value,
        "attitude": statement.attitude.value,
        "asserted": statement.asserted,
        "words": [article.words(part) for part in statement.content],
        "who": article.words(speaker.span) if speaker and speaker.span else None,
        "name": speaker.name if speaker else None,
        "within": None if statement.within is None else statements[statement.within].text,
    }
    return {key: found[key] for key in asked}


@pytest.mark.parametrize("item", items())
def test_statement(item: dict[str, Any]) -> None:
    statements = read(item["text"])
    said = [statement for statement in statements if statement.form is not Form.NARRATED]
    wanted = [expected(statement) for statement in item["statements"]]
    blank: dict[str, Any] = expected({"who": None, "words": ""})
    found = [
        shown(statement, wanted[i] if i < len(wanted) else blank, statements)
        for i, statement in enumerate(said)
    ]
    assert found == wanted


@pytest.mark.parametrize("item", [i for i in items() if not i.marks])
def test_the_statements_cover_every_word(item: Any) -> None:
    text = item["text"].replace("¶", "\n\n")
    covered = {i for s in read(text, "The Herald") for part in s.content for i in range(part.start, part.end)}
    assert not [text[i] for i in range(len(text)) if text[i].isalnum() and i not in covered]
