"""The machine-readable output of `explain`: one JSON object a line, an article each (see docs/output.md).

All offsets are characters of the article's text. Indices point into the lists of the same object.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from checker.claims import Claim, innermost
from checker.model import Actor, Statement, Value
from checker.readings import Reading, SetReading


def render(reading: SetReading) -> str:
    compared = _compared(reading)
    lines = (json.dumps(_article(item, reading, compared), ensure_ascii=False) for item in reading.articles)
    return "".join(line + "\n" for line in lines)


def _article(
    item: Reading, whole: SetReading, compared: Mapping[int, list[dict[str, Any]]]
) -> dict[str, Any]:
    places = {id(value): number for number, value in enumerate(item.values)}
    return {
        "id": item.article.id,
        "statements": [_statement(statement) for statement in item.statements],
        "actors": [_actor(actor, item.article.id) for actor in whole.actors],
        "values": [_value(value, item.statements) for value in item.values],
        "claims": [_claim(claim, places, compared.get(id(claim), [])) for claim in item.claims],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    speaker = statement.speaker
    return {
        "form": statement.form.value,
        "content": [list(span) for span in statement.content],
        "speaker": speaker and {"name": speaker.name, "span": speaker.span and list(speaker.span)},
        "cue": statement.cue and list(statement.cue),
        "attitude": statement.attitude.value,
        "asserted": statement.asserted,
        "within": statement.within,
    }


def _actor(actor: Actor, article: str) -> dict[str, Any]:
    mentions = [list(mention.span) for mention in actor.mentions if mention.article == article]
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "names": list(actor.names),
        "mentions": mentions,
        "speaks_for": actor.speaks_for,
        "reasons": list(actor.reasons),
        "doubts": list(actor.doubts),
    }


def _value(value: Value, statements: Sequence[Statement]) -> dict[str, Any]:
    holder = innermost(statements, value.span)
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
        "statement": None if holder is None else next(i for i, s in enumerate(statements) if s is holder),
        "dimension": value.dimension,
        "basis": value.basis.value if value.basis else None,
        "grain": value.grain,
        "notes": list(value.notes),
    }


def _claim(claim: Claim, places: Mapping[int, int], compared: list[dict[str, Any]]) -> dict[str, Any]:
    topic, said = claim.topic, claim.commitment
    return {
        "value": places[id(claim.value)],
        "of": sorted(topic.core),
        "states": sorted(topic.states),
        "act": sorted(topic.predicate),
        "modifiers": sorted(topic.modifiers),
        "baseline": topic.baseline,
        "parties": sorted(claim.participants),
        "owners": sorted(claim.owners),
        "places": sorted(claim.places),
        "stance": said.stance,
        "holder": said.holder and list(said.holder),
        "modality": said.modality.value,
        "negated": said.negated,
        "compared": compared,
    }


def _compared(reading: SetReading) -> dict[int, list[dict[str, Any]]]:
    """For each claim the claims of other articles it was held against, with the reasons for or against."""
    found: dict[int, list[dict[str, Any]]] = {}
    for pair in reading.pairings:
        for mine, other in ((pair.a, pair.b), (pair.b, pair.a)):
            found.setdefault(id(mine), []).append(
                {
                    "article": other.article.id,
                    "span": list(other.value.span),
                    "reasons": list(pair.reasons),
                    "refused": pair.refused,
                }
            )
    return found
