"""The machine-readable output of `explain`: one JSON object a line, an article each."""

from __future__ import annotations

import json
from typing import Any

from checker.model import Actor, Statement, Value
from checker.readings import Reading, SetReading


def render(reading: SetReading) -> str:
    lines = (json.dumps(_article(item, reading), ensure_ascii=False) for item in reading.articles)
    return "".join(line + "\n" for line in lines)


def _article(reading: Reading, whole: SetReading) -> dict[str, Any]:
    return {
        "id": reading.article.id,
        "statements": [_statement(statement) for statement in reading.statements],
        "actors": [_actor(actor, reading.article.id) for actor in whole.actors],
        "values": [_value(value, reading.statements) for value in reading.values],
        "claims": [],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    speaker = statement.speaker
    return {
        "form": statement.form.value,
        "content": [list(span) for span in statement.content],
        "speaker": speaker and {"name": speaker.name, "span": speaker.span and list(speaker.span)},
        "cue": statement.cue and list(statement.cue),
    }


def _actor(actor: Actor, article: str) -> dict[str, Any]:
    mentions = [list(mention.span) for mention in actor.mentions if mention.article == article]
    return {"name": actor.name, "kind": actor.kind.value, "mentions": mentions}


def _value(value: Value, statements: Any) -> dict[str, Any]:
    holder = next((i for i, s in reversed(list(enumerate(statements))) if s.covers(value.span)), None)
    return {
        "kind": value.kind.value,
        "span": list(value.span),
        "text": value.text,
        "stated": list(value.stated),
        "low": value.low,
        "high": value.high,
        "low_open": value.bounds.low_open,
        "high_open": value.bounds.high_open,
        "unit": value.unit,
        "hedge": value.hedge,
        "change": value.change,
        "counted": value.counted.text if value.counted else None,
        "statement": holder,
    }
