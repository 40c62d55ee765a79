"""Edits that change exactly one fact, by kind. The program's reading says where; only its findings judge."""

from __future__ import annotations

import calendar
import random
import re
from collections.abc import Iterator, Sequence

from checker.data import load
from checker.lexical.gazetteer import fold, gazetteer
from checker.model import ActorKind, Form, Kind, Mention, Span, Value
from tests.benchmarks.extracts import NUMBERS, PRONOUNS, WORDS, Edit, Edits, Source

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SPELLED = re.compile(rf"\b({'|'.join(NUMBERS)})\b", re.I)
_SCALES = {"thousand": "million", "million": "billion", "billion": "million", "trillion": "billion"}
_SCALE = re.compile(r"\b(thousand|million|billion|trillion)\b|(?<=\d)(m|bn|tn)\b")
_SHORT = {"m": "bn", "bn": "m", "tn": "bn"}
_MONTHS = calendar.month_name[1:]
_SHORT_MONTHS = calendar.month_abbr[1:]
_DAYS = calendar.day_name[:]
_AUXILIARIES = frozenset(WORDS["auxiliaries"])


def _found(pattern: re.Pattern[str], value: Value) -> Iterator[tuple[Span, str]]:
    for match in pattern.finditer(value.text):
        yield Span(value.span.start + match.start(), value.span.start + match.end()), match.group()


def _other_number(words: str, rng: random.Random, most: int | None = None) -> str:
    if words.lower() in NUMBERS:
        other = NUMBERS[(NUMBERS.index(words.lower()) + rng.randint(3, 7)) % len(NUMBERS)]
        return other.capitalize() if words[0].isupper() else other
    plain = words.replace(",", "")
    decimals = len(plain.partition(".")[2])
    factor = rng.choice([0.45, 0.6, 1.6, 1.9, 2.4])
    number = float(plain) * factor
    if abs(number - float(plain)) < 2:
        number = float(plain) + 3
    if most is not None and number > most:
        number = float(plain) * 0.5
    return f"{number:,.{decimals}f}" if "," in words else f"{number:.{decimals}f}"


def _numbers(kind: Kind, most: int | None = None) -> Edits:
    def edits(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
        for value in source.reading.values:
            if value.kind is not kind or len(value.stated) != 1:
                continue
            for span, words in [*_found(_DIGITS, value), *_found(_SPELLED, value)][:1]:
                if source.cut(span):
                    continue
                yield [Edit(span, _other_number(words, rng, most))]

    return edits


def magnitude(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    for value in source.reading.values:
        if value.kind not in (Kind.COUNT, Kind.MEASURE) or len(value.stated) != 1:
            continue
        scaled = list(_found(_SCALE, value))
        for span, words in scaled[:1]:
            yield [Edit(span, _SCALES.get(words) or _SHORT[words])]
        for span, words in [] if scaled else list(_found(_DIGITS, value))[:1]:
            if "." not in words and len(words) > 1 and not source.cut(span):
                yield [Edit(span, f"{int(words.replace(',', '')) * 10:,}")]


def money_scale(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    for value in source.reading.values:
        if value.kind is Kind.MONEY:
            for span, words in list(_found(_SCALE, value))[:1]:
                yield [Edit(span, _SCALES.get(words) or _SHORT[words])]


def _exchanged(kind: Kind, table: dict[str, str]) -> Edits:
    pattern = re.compile(
        "|".join(rf"(?<![a-z]){re.escape(w)}(?![a-z])" for w in sorted(table, key=len, reverse=True))
    )

    def edits(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
        for value in source.reading.values:
            if value.kind is kind and value.stated:
                for span, words in list(_found(pattern, value))[:1]:
                    yield [Edit(span, table[words])]

    return edits


def duration(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    yield from _numbers(Kind.DURATION)(source, rng)
    yield from _exchanged(Kind.DURATION, WORDS["lengths"])(source, rng)


def date(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    for value in source.reading.values:
        if value.kind is not Kind.DATE:
            continue
        for names in (_MONTHS, _SHORT_MONTHS):
            pattern = re.compile(rf"\b({'|'.join(names)})\b")
            for span, words in list(_found(pattern, value))[:1]:
                yield [Edit(span, names[(names.index(words) + rng.randint(2, 6)) % len(names)])]
        for span, words in _found(re.compile(r"\b\d{1,2}\b|\b(?:19|20)\d\d\b"), value):
            number = int(words)
            other = (
                number + rng.choice([-3, -2, 2, 3]) if number > 31 else (number + rng.randint(2, 9)) % 28 + 1
            )
            if other != number:
                yield [Edit(span, str(other))]


def weekday(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    for value in source.reading.values:
        if value.kind is Kind.DATE:
            for span, words in list(_found(re.compile(rf"\b({'|'.join(_DAYS)})\b"), value))[:1]:
                yield [Edit(span, _DAYS[(_DAYS.index(words) + rng.randint(2, 5)) % 7])]


def _others(source: Source, actor_id: str, kinds: Sequence[ActorKind]) -> list[str]:
    names = {a.id: a.name for m, a in source.named(*kinds) if a.id != actor_id and " " in a.name}
    own = next(a.name for a in source.actors if a.id == actor_id)
    return sorted(n for n in names.values() if not set(n.split()) & set(own.split()))


def name(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    for kind in (ActorKind.PERSON, ActorKind.ORGANISATION):
        for mention, actor in source.named(kind):
            others = _others(source, actor.id, (kind,))
            if others and not _article_before(source, mention) and _stands_alone(source, mention):
                yield [Edit(mention.span, rng.choice(others))]


def _stands_alone(source: Source, mention: Mention) -> bool:
    """Whether a mention is a name by itself, where another name makes a sentence.

    Not one that modifies a noun ("the two Republican presidents"), nor a part of a longer name
    ("Freedom" of "Freedom of Information Act") or of a headline in capitals.
    """
    inside = source.doc.char_span(*mention.span)
    if inside is None or any(t.pos_ == "ADJ" for t in inside) or inside.root.dep_ in WORDS["modifies"]:
        return False
    text = source.article.text
    if text[mention.span.end : mention.span.end + 2].lstrip()[:1] in ("-", "–"):
        return False
    beside = [source.doc[i] for i in (inside.start - 1, inside.end) if 0 <= i < len(source.doc)]
    beside += [source.doc[inside.end + 1]] if text[mention.span.end :].startswith(" of ") else []
    return not any(
        (t.text[:1].isupper() or t.like_num) and t.lower_ not in _TITLES and not t.is_sent_start
        for t in beside
    )


_TITLES = frozenset(load("drafts")["titles"])


def _article_before(source: Source, mention: Mention) -> bool:
    before = source.article.text[max(0, mention.span.start - 5) : mention.span.start].lower()
    return before.endswith(("the ", " a ", " an ")) or mention.text.lower().startswith(("the ", "a "))


def place(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    for mention, actor in source.named(ActorKind.PLACE):
        named = {a.name for _, a in source.named(ActorKind.PLACE)} - set(actor.names)
        others = sorted(n for n in named if not _one_land(n, actor.name)) or WORDS["places"]
        before = source.article.text[max(0, mention.span.start - 12) : mention.span.start]
        if re.search(r"\b(in|at|near|from|to|outside) $", before):
            yield [
                Edit(mention.span, rng.choice([n for n in others if n not in actor.name] or WORDS["places"]))
            ]


def _one_land(a: str, b: str) -> bool:
    """Whether two places are a country and its capital, or a name and its initials: either may be true."""
    known = gazetteer()
    tables = (known.names, known.capitals, known.demonyms)
    lands = [{table[fold(name)] for table in tables if fold(name) in table} for name in (a, b)]
    initials = ["".join(word[0] for word in re.findall(r"\w+", name)).lower() for name in (a, b)]
    return bool(lands[0] & lands[1]) or initials[0] == initials[1]


def agent_and_patient(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    kinds = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.PLACE)
    for told in source.reading.propositions:
        if len(told.doers) != 1 or len(told.patients) != 1 or told.lemma in WORDS["mutual"]:
            continue
        inside = [(m, a) for m, a in source.named(*kinds) if told.sentence.contains(m.span)]
        sides = [[m for m, a in inside if a.id in ids] for ids in (told.doers, told.patients)]
        if told.doers != told.patients and all(len(side) == 1 for side in sides):
            (a,), (b,) = sides
            if not a.span.overlaps(b.span):
                yield [Edit(a.span, b.text), Edit(b.span, a.text)]


def negation(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    for token in source.doc:
        after = token.nbor(1) if token.i + 1 < len(source.doc) else None
        if token.lower_ in _AUXILIARIES and token.dep_ in ("aux", "auxpass", "ROOT") and after is not None:
            plain = after.lower_ not in ("not", "n't", "n’t") and after.pos_ in (
                "VERB",
                "ADJ",
                "DET",
                "AUX",
                "ADV",
            )
            finite = token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.whitespace_
            if plain and finite and token.i > token.sent.start and after.lower_ not in ("only", "just", "no"):
                end = token.idx + len(token)
                yield [Edit(Span(end, end), " not")]
        if token.lower_ == "not" and token.dep_ == "neg" and token.head.pos_ in ("VERB", "AUX", "ADJ"):
            yield [Edit(Span(token.idx, token.idx + len(token.text_with_ws)), "")]


def stance(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    table = WORDS["stances"]
    for token in source.doc:
        if token.pos_ == "VERB" and token.text in table and token.dep_ not in ("amod", "compound"):
            yield [Edit(Span(token.idx, token.idx + len(token)), table[token.text])]


def scope(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    for token in source.doc:
        determines = token.dep_ in ("det", "amod", "predet", "neg", "advmod") and token.head.pos_ != "NUM"
        if (
            token.text in WORDS["scopes"]
            and determines
            and token.nbor(-1).lower_ not in ("at", "how", "as", "a", "the", "not")
        ):
            span = Span(token.idx, token.idx + len(token))
            if token.text != "both" and not (token.text in ("many", "few") and token.head.pos_ != "NOUN"):
                yield [Edit(span, WORDS["scopes"][token.text])]


def quoted_word(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    pool = sorted({t.text for t in source.doc if t.tag_ == "NN" and t.text.islower() and len(t.text) > 4})
    for statement in source.reading.statements:
        if statement.form is not Form.DIRECT:
            continue
        for part in statement.content:
            inside = source.doc.char_span(*part, alignment_mode="contract")
            if inside is None or len(inside) < 6:
                continue
            words = [
                t
                for t in inside
                if t.tag_ == "NN" and t.text.islower() and len(t.text) > 3 and t.text in pool
            ]
            for token in words[:1]:
                others = [w for w in pool if w != token.text]
                if others:
                    yield [Edit(Span(token.idx, token.idx + len(token)), rng.choice(others))]


def speaker(source: Source, rng: random.Random) -> Iterator[Sequence[Edit]]:
    names = source.named(ActorKind.PERSON)
    for statement in source.reading.statements:
        said = statement.speaker
        if statement.form is Form.NARRATED or said is None or said.span is None or said.actor is None:
            continue
        mentions = [(m, a) for m, a in names if m.span.overlaps(said.span) and a.id == said.actor]
        if len(mentions) == 1 and mentions[0][0].text.lower() not in PRONOUNS:
            others = _others(source, said.actor, (ActorKind.PERSON,))
            if others:
                yield [Edit(mentions[0][0].span, rng.choice(others))]


KINDS: dict[str, Edits] = {
    "number": _numbers(Kind.COUNT),
    "order of magnitude": magnitude,
    "unit": _exchanged(Kind.MEASURE, WORDS["units"]),
    "money": _numbers(Kind.MONEY),
    "money scale": money_scale,
    "currency": _exchanged(Kind.MONEY, WORDS["currencies"]),
    "percentage": _numbers(Kind.PERCENTAGE, 100),
    "duration": duration,
    "date": date,
    "weekday": weekday,
    "quoted word": quoted_word,
    "name": name,
    "speaker": speaker,
    "place": place,
    "negation": negation,
    "stance": stance,
    "agent and patient": agent_and_patient,
    "scope": scope,
}
