"""Edits that change the words and no fact, by kind."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from checker.model import ActorKind, Kind, Span
from tests.benchmarks.extracts import NUMBERS, WORDS, Edit, Edits, Source

_NUMBER = re.compile(rf"\b({'|'.join(NUMBERS)}|[2-9]|1[0-2])\b")
_KM = 1.609344


def digits_and_words(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    for value in source.reading.values:
        match = _NUMBER.fullmatch(value.text) or _NUMBER.match(value.text)
        plain = value.kind in (Kind.COUNT, Kind.DURATION) and len(value.stated) == 1
        if not plain or match is None or value.text[match.end() : match.end() + 1] not in ("", " "):
            continue
        words = match.group()
        other = str(NUMBERS.index(words) + 2) if words in NUMBERS else NUMBERS[int(words) - 2]
        yield [Edit(Span(value.span.start, value.span.start + match.end()), other)]


def equal_units(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    pairs = {
        "miles": ("kilometres", _KM), "kilometres": ("miles", 1 / _KM), "kilometers": ("miles", 1 / _KM),
        "km": ("miles", 1 / _KM), "feet": ("metres", 0.3048), "metres": ("feet", 1 / 0.3048),
        "meters": ("feet", 1 / 0.3048), "pounds": ("kilograms", 0.45359237), "kg": ("pounds", 1 / 0.45359237),
        "acres": ("hectares", 0.40468564), "mph": ("km/h", _KM), "inches": ("centimetres", 2.54),
        "tons": ("tonnes", 0.90718474),
    }  # fmt: skip
    pattern = re.compile(rf"(\d[\d,]*(?:\.\d+)?) ({'|'.join(pairs)})")
    for value in source.reading.values:
        match = pattern.fullmatch(value.text)  # not the 2 of "1. 2 miles"
        if value.kind is Kind.MEASURE and match and len(value.stated) == 1 and value.hedge in "=~":
            unit, factor = pairs[match.group(2)]
            number = float(match.group(1).replace(",", "")) * factor
            shown = f"{float(f'{number:.3g}'):,.10g}"
            yield [Edit(value.span, f"about {shown} {unit}")]


def equal_durations(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    for value in source.reading.values:
        other = WORDS["equal_lengths"].get(value.text.lower())
        after = source.article.text[value.span.end : value.span.end + 4]
        if value.kind is Kind.DURATION and other and after not in (" old", " ago"):
            yield [Edit(value.span, other.capitalize() if value.text[0].isupper() else other)]


def passive(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    for verb in source.doc:
        if verb.tag_ != "VBD" or not verb.text.endswith("ed") or verb.dep_ != "ROOT":
            continue
        agents = [t for t in verb.children if t.dep_ == "nsubj" and t.pos_ in ("NOUN", "PROPN")]
        patients = [t for t in verb.children if t.dep_ == "dobj" and t.pos_ in ("NOUN", "PROPN")]
        others = [t for t in verb.children if t.i < verb.i and t.dep_ not in ("nsubj", "punct")]
        if len(agents) != 1 or len(patients) != 1 or others or patients[0].left_edge.i != verb.i + 1:
            continue
        agent, patient = (list(t[0].subtree) for t in (agents, patients))
        if (
            agent[-1].i != verb.i - 1
            or len(agent) > 8
            or len(patient) > 8
            or any(t.pos_ == "PRON" for t in patient)
        ):
            continue
        if any(t.is_quote or t.text == "," for t in (*agent, *patient)):
            continue
        plural = patients[0].tag_ in ("NNS", "NNPS") or any(t.dep_ == "conj" for t in patient)
        span = Span(agent[0].idx, patient[-1].idx + len(patient[-1]))
        text = source.article.text
        by = text[agent[0].idx : agent[-1].idx + len(agent[-1])]
        to = text[patient[0].idx : patient[-1].idx + len(patient[-1])]
        if agent[0].pos_ != "PROPN" and agent[0].is_sent_start:
            by = by[0].lower() + by[1:]
        yield [Edit(span, f"{to[0].upper()}{to[1:]} {'were' if plural else 'was'} {verb.text} by {by}")]


def synonyms(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    for token in source.doc:
        span = Span(token.idx, token.idx + len(token))
        if token.text in WORDS["synonyms"]:
            yield [Edit(span, WORDS["synonyms"][token.text])]


def other_names(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    for mention, actor in source.named(ActorKind.PERSON):
        words = mention.text.split()
        if not mention.text.replace(" ", "").isalpha():
            continue
        if len(words) == 2 and words == actor.name.split():
            yield [Edit(mention.span, words[-1])]
        elif len(words) == 1 and actor.name.split()[-1:] == words and len(actor.name.split()) == 2:
            if source.article.text[: mention.span.start].rstrip().endswith(actor.name.split()[0]):
                continue  # the mention is the name's last word only
            yield [Edit(mention.span, actor.name)]


def clauses_in_another_order(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    text = source.article.text
    for span in source.sentences:
        sentence = text[span.start : span.end].strip()
        if any(q in sentence for q in '"“”:;('):
            continue
        stretch = Span(span.start, span.start + len(sentence))
        said = re.fullmatch(r"([A-Z][^,]{20,}), ((?:[A-Z][\w.]+ ){1,3}(?:said|added|reported))\.", sentence)
        if said and said.group(1).split()[0] in ("The", "A", "He", "She", "They", "It"):
            yield [Edit(stretch, f"{said.group(2)} {said.group(1)[0].lower()}{said.group(1)[1:]}.")]
        first = re.fullmatch(
            r"(In|On|After|During|Before|At|By|Since) ([^,]{3,50}), ([^,]{20,120})\.", sentence
        )
        if first and len(sentence) < 200:
            rest = first.group(3)
            yield [Edit(stretch, f"{rest[0].upper()}{rest[1:]} {first.group(1).lower()} {first.group(2)}.")]


def rounding_with_a_hedge(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    for value in source.reading.values:
        numeric = value.kind in (Kind.COUNT, Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE)
        found = re.search(r"\d[\d,]*(?:\.\d+)?", value.text)
        if not numeric or len(value.stated) != 1 or value.hedge != "=" or found is None:
            continue
        number = float(found.group().replace(",", ""))
        rounded = float(f"{number:.2g}")
        digits = Span(value.span.start + found.start(), value.span.start + found.end())
        if rounded == number or number < 10 or value.span.start < 1 or source.cut(digits):
            continue
        words = f"about {value.text[: found.start()]}{rounded:,.10g}{value.text[found.end() :]}"
        yield [Edit(value.span, words)]


KINDS: dict[str, Edits] = {
    "digits and words": digits_and_words,
    "equal units": equal_units,
    "equal durations": equal_durations,
    "passive": passive,
    "synonyms": synonyms,
    "other names": other_names,
    "clauses in another order": clauses_in_another_order,
    "rounding with a hedge": rounding_with_a_hedge,
}
