"""Extracts of real articles with what the program read in them: what mutants are made from."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from checker.language import parse
from checker.model import Actor, ActorKind, Article, ArticleSet, Mention, Span
from checker.pipeline import read_set
from checker.quotations.wordings import quotations
from checker.reading.jsonl import read_sets
from checker.reading.sets import GATE
from checker.readings import Reading

if TYPE_CHECKING:
    from checker.language import Doc

_TORN = re.compile(r"\d\s*[.,:/]\s*$")  # a number may go on after it
_TORN_ON = re.compile(r"[.,:]\s?\d|\s/\s")
FEWEST, MOST = 3, 8  # sentences of an extract
WORDS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("mutants.yaml").read_text(encoding="utf-8"))
PRONOUNS = frozenset(WORDS["pronouns"])
NUMBERS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of the article to be replaced."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Draft:
    """An extract with edits: `changed` are the words put into it, `was` those that they replace."""

    kind: str
    article: Article
    text: str
    changed: tuple[Span, ...]
    was: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One article as read."""

    article: Article
    reading: Reading
    actors: Sequence[Actor]
    doc: Doc
    sentences: Sequence[Span]

    def named(self, *kinds: ActorKind) -> list[tuple[Mention, Actor]]:
        """Mentions that are names, in the order of the text."""
        found = [
            (mention, actor)
            for actor in self.actors
            if actor.kind in kinds
            for mention in actor.mentions
            if mention.text[:1].isupper() and mention.text.lower() not in PRONOUNS
        ]
        return sorted(found, key=lambda pair: pair[0].span)

    def quoted(self, span: Span) -> bool:
        """Whether words stand in quotation marks, where any other words are an altered quotation."""
        return any(part.overlaps(span) for _, part in quotations(self.reading))

    def cut(self, span: Span) -> bool:
        """Whether digits are only a part of a number: of "20, 000" or "1. 6 billion"."""
        before, after = self.article.text[: span.start][-3:], self.article.text[span.end :][:3]
        return _TORN.search(before) is not None or _TORN_ON.match(after) is not None

    def sentence_of(self, span: Span) -> Span | None:
        return next((s for s in self.sentences if s.contains(span)), None)


Edits = Callable[[Source, random.Random], Iterator[Sequence[Edit]]]
"""Ways to edit an article, each a list of edits to be made together."""


def read_sources(path: Path, limit: int | None) -> list[Source]:
    """The articles of a JSONL file, an article a line; only id, text, publisher and time are looked at."""
    kept = ("id", "text", "publisher", "published")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    lines = (json.dumps({k: row[k] for k in kept if row.get(k)}).encode() for row in rows[:limit])
    sets = list(read_sets(lines, path.name, GATE))
    docs = parse([one.articles[0].text for one in sets])
    return [_source(one, doc) for one, doc in zip(sets, docs, strict=True)]


def _source(one: ArticleSet, doc: Doc) -> Source:
    read = read_set(one)
    sentences = list(_whole([Span(s.start_char, s.end_char) for s in doc.sents], doc.text))
    return Source(one.articles[0], read.articles[0], read.actors, doc, sentences)


def _whole(sentences: Sequence[Span], text: str) -> Iterator[Span]:
    """The sentences, joined where one was split inside a number ("20, 000"): no extract starts there."""
    held: Span | None = None
    for sentence in sentences:
        if (
            held is not None
            and _TORN.search(text[held.start : sentence.start])
            and text[sentence.start].isdigit()
        ):
            held = Span(held.start, sentence.end)
            continue
        if held is not None:
            yield held
        held = sentence
    if held is not None:
        yield held


def drafts(
    kind: str, edits: Edits | None, articles: Sequence[Source], wanted: int, *, quoted: bool
) -> list[Draft]:
    """Up to `wanted` drafts of one kind, from as many articles as can be.

    `quoted`: what stands in quotation marks is edited, too; any change there alters a quotation.
    """
    rng = random.Random(kind)
    order = list(articles)
    rng.shuffle(order)
    options = [(source, _options(source, edits, rng, quoted)) for source in order]
    made: list[Draft] = []
    while len(made) < wanted and any(left for _, left in options):
        for source, left in options:
            if left and len(made) < wanted:
                draft = _draft(kind, source, left.pop(), rng)
                if draft is not None:
                    made.append(draft)
    return made


def _options(source: Source, edits: Edits | None, rng: random.Random, quoted: bool) -> list[Sequence[Edit]]:
    if edits is None:
        chosen = [s for s in source.sentences if s.end - s.start > 30]
        return [[Edit(Span(s.start, s.start), "")] for s in rng.sample(chosen, min(3, len(chosen)))]
    found = [e for e in edits(source, rng) if quoted or not any(source.quoted(one.span) for one in e)]
    rng.shuffle(found)
    return found[:6]


def _draft(kind: str, source: Source, edits: Sequence[Edit], rng: random.Random) -> Draft | None:
    edits = sorted(edits, key=lambda e: e.span)
    first = next((i for i, s in enumerate(source.sentences) if s.end > edits[0].span.start), None)
    last = next((i for i, s in enumerate(source.sentences) if s.end >= edits[-1].span.end), None)
    if first is None or last is None or len(source.sentences) < FEWEST:
        return None
    size = min(rng.randint(FEWEST, MOST), len(source.sentences))
    start = max(0, min(rng.randint(first - size + 1, first), len(source.sentences) - size))
    stop = max(start + size, last + 1)
    begin, end = source.sentences[start].start, source.sentences[stop - 1].end
    parts, at, length, changed, was = [], begin, 0, [], []
    for edit in edits:
        before = source.article.text[at : edit.span.start]
        length += len(before)
        if edit.words or edit.span.end > edit.span.start:
            changed.append(Span(length, length + max(1, len(edit.words))))
            was.append(source.article.words(edit.span))
        parts += [before, edit.words]
        length += len(edit.words)
        at = edit.span.end
    text = "".join([*parts, source.article.text[at:end]])
    return Draft(kind, source.article, text, tuple(changed), tuple(was))
