"""The machine-readable output of `explain`: one JSON object a line, an article each (see docs/output.md).

All offsets are characters of the article's text. Indices point into the lists of the same object.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.claims.claim import Claim
from checker.matching.pairings import pairings_of
from checker.model import Actor, ArticleSet, Statement
from checker.readings import Reading, SetReading
from checker.reports import explain_values
from checker.reports.as_json import failure_data
from checker.reports.printable import json_text


def render(reading: SetReading) -> str:
    compared = _compared(reading)
    return "".join(json_text(_article(item, reading, compared), indent=None) for item in reading.articles)


def failed(articles: ArticleSet) -> str:
    """A line that tells which articles of the set were not read, and why."""
    if not articles.failed:
        return ""
    told = {"id": articles.id, "failed": [failure_data(failure) for failure in articles.failed]}
    return json_text(told, indent=None)


def _article(
    item: Reading, whole: SetReading, compared: Mapping[int, list[dict[str, Any]]]
) -> dict[str, Any]:
    values, places = explain_values.rows(item)
    return {
        "id": item.article.id,
        "statements": [_statement(statement) for statement in item.statements],
        "actors": [_actor(actor, item.article.id) for actor in whole.actors],
        "values": values,
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
    """For each claim the claims of other accounts it was held against, with the reasons for or against."""
    found: dict[int, list[dict[str, Any]]] = {}
    for pair in pairings_of(reading):
        for mine, other in ((pair.a, pair.b), (pair.b, pair.a)):
            found.setdefault(id(mine), []).append(
                {
                    "article": other.article.id,
                    "span": list(other.value.span),
                    "reasons": list(map(str, pair.reasons)),
                    "refused": pair.refused,
                }
            )
    return found
