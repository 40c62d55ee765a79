"""An article as rows of the store: a pure function of what was read of it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from fractions import Fraction
from typing import Any

from checker.claims.claim import Claim
from checker.grouping.terms import day_terms, lead_terms, name_terms, word_terms
from checker.lexical.gazetteer import fold
from checker.model import Article, ArticleSet, Interval, Kind, Span, Value
from checker.propositions import Proposition
from checker.readings import SetReading

Row = dict[str, Any]
LAYOUT = ("line_offset", "removed", "places", "lined")  # where the text stands in its file
_NOT_FIGURES = frozenset({Kind.TERM, Kind.QUOTE, Kind.DATE, Kind.TIME})


def place_of(article: Article, of: ArticleSet) -> str:
    """Where an article came from; the same place, read again, is the same article."""
    return "|".join((article.path or "", of.id, article.id))


def path_of(place: str) -> str:
    """The file of a place; empty where it came from none."""
    return place.rsplit("|", 2)[0]


def content_of(article: Article) -> str:
    told = [article.text, article.publisher, article.title, article.url, str(article.published)]
    return hashlib.sha256(json.dumps(told).encode("utf-8", "surrogatepass")).hexdigest()


def rows_of(article: Article, reading: SetReading, number: int, place: str) -> dict[str, list[Row]]:
    """The rows of an article, read by itself, by table; `number` is the article's in the store."""
    (item,) = reading.articles
    names = {actor.id: actor.names for actor in reading.actors}
    found: dict[str, list[Row]] = {
        "articles": [_article(article, number, place)],
        "entities": [
            {"entity": a.id, "kind": str(a.kind), "names": list(a.names), "mentions": len(a.mentions)}
            for a in reading.actors
        ],
        "statements": [
            {"form": str(s.form), "speaker": s.speaker.name if s.speaker else None, **_at(part)}
            for s in item.statements
            for part in s.content
        ],
        "propositions": [_proposition(p, article) for p in item.propositions],
        "figures": [_figure(c, names) for c in item.claims if c.value.kind not in _NOT_FIGURES],
        "terms": list(_terms(reading)),
    }
    for table, rows in found.items():
        for row in rows if table != "articles" else ():
            row["article"] = number
    return found


def _article(article: Article, number: int, place: str) -> Row:
    told = {name: getattr(article, name) for name in ("publisher", "title", "path", "url", "text")}
    time = article.published
    offset = time.utcoffset() if time else None
    return {
        "id": number,
        "place": place,
        "content": content_of(article),
        "name": article.id,
        "published": time.replace(tzinfo=None) if time else None,
        "layout": json.dumps({name: getattr(article, name) for name in LAYOUT}),
        "zone": None if offset is None else int(offset.total_seconds() // 60),
        **told,
    }


def _at(span: Span) -> Row:
    return {"start_at": span.start, "end_at": span.end}


def _proposition(told: Proposition, article: Article) -> Row:
    roles = [[str(f.role), article.words(f.span), f.entity] for f in told.fillers]
    return {
        "predicate": told.lemma,
        "status": str(told.status),
        "negated": told.negated,
        "roles": json.dumps(roles),
        **_at(told.span),
    }


def _figure(claim: Claim, names: dict[str, tuple[str, ...]]) -> Row:
    value, topic = claim.value, claim.topic
    who = claim.participants | claim.owners | claim.places
    return {
        "kind": str(value.kind),
        "thing": " ".join((topic.name, *topic.untold)).strip(),
        "keys": sorted(topic.core | topic.states | topic.predicate),
        "entities": sorted({fold(name) for actor in who for name in names.get(actor, ())}),
        "speaker": claim.speaker,
        "value": value_text(value),
        "low": _number(value.bounds.low),
        "high": _number(value.bounds.high),
        "unit": value.unit or value.dimension,
        **_at(value.span),
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
    }


def _number(end: Fraction | None) -> float | None:
    return None if end is None else float(end)


_KEPT = ("text", "stated", "low", "high", "unit", "dimension", "hedge", "change", "grain")


def value_text(value: Value) -> str:
    """A value as JSON, as far as a comparison and a picture need it; its numbers exact."""
    bounds = [getattr(value.bounds, f.name) for f in fields(Interval) if f.init]
    told = {name: getattr(value, name) for name in _KEPT}
    return json.dumps(told | {"bounds": [str(b) if isinstance(b, Fraction) else b for b in bounds]})


def value_of(text: str, kind: str, span: Span) -> Value:
    """The value that `value_text` wrote."""
    told = json.loads(text)
    low, high, *rest = told.pop("bounds")
    ends = [None if end is None else Fraction(end) for end in (low, high)]
    told["stated"] = tuple(told["stated"])
    return Value(Kind(kind), span, bounds=Interval(ends[0], ends[1], *rest), **told)


def _terms(reading: SetReading) -> Iterator[Row]:
    for field, terms in terms_of(reading).items():
        for term, times in terms.items():
            yield {"field": field, "term": term, "times": times}


def terms_of(reading: SetReading) -> dict[str, Counter[str]]:
    """By what an article is found: whom it names, its words, those it begins with, its days."""
    (item,) = reading.articles
    return {
        "names": name_terms(reading.actors),
        "words": word_terms(item.words),
        "lead": lead_terms(item.words),
        "days": day_terms(item.article, item.values),
    }
