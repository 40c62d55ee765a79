"""The same one is second in one account and third in another: a rank, a title, "for the third time".

Held against each other are the numbers that accounts give one person, body or thing in one order: the
place somebody took, which time it happened, which of a kind it is ("the third drug on the market"). Both
sentences must name the same one or tell the same of it, and neither account may have the other's number.
Rounds, quarters, floors and days are numbered, too, but tell no rank. Ranks that the rule on ranks
compares are left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Literal

from checker import lexicon
from checker.content_words import ContentWord
from checker.data import load
from checker.judging.fingerprints import fingerprint
from checker.model import ActorKind, Evidence, Finding, Kind, Relation, Role, Severity, Span, Value, Verdict
from checker.readings import Reading, SetReading, Word
from checker.rules.rule import Rule
from checker.tellings import Keys, Tellings, keys_of, tellings

_ENOUGH = 4.0  # weight of what two sentences share beside the one that is ranked
_LEAST = 2.0
_REACH = 6  # words behind a number that say over what it is counted


@dataclass(frozen=True, slots=True)
class _Rank:
    item: Reading
    value: Value
    number: int
    order: str  # "place", "time", "most" or another superlative, "kind"
    of: str  # what is numbered: title, console, drug; the verb of "for the third time"
    kind: Keys  # the same with the words before it, as keys
    whose: frozenset[str]  # actors of the sentence
    keys: Keys  # of the sentence
    over: frozenset[str]  # the stretch it is counted over: season, row
    deed: Keys  # "to head the Academy"

    @property
    def drafted(self) -> bool:
        return self.item.article.role is Role.DRAFT


def find(reading: SetReading, rule: Rule) -> Iterator[Finding]:
    told = tellings(reading)
    ranks = [rank for item in reading.articles for rank in _ranks(reading, item, told)]
    seen: set[tuple[Span, str]] = set()
    pairs = [(a, b) for a, b in combinations(ranks, 2) if _apart(reading, told, a, b, ranks)]
    for a, b in sorted(pairs, key=lambda p: not (p[0].drafted or p[1].drafted)):
        if b.drafted and not a.drafted:
            a, b = b, a
        ends = {(r.value.span, r.item.article.id) for r in (a, b)}
        if not ends & seen:
            yield _finding(rule, a, b)
        seen |= ends


def _ranks(reading: SetReading, item: Reading, told: Tellings) -> Iterator[_Rank]:
    for value in item.values:
        if value.kind is not Kind.ORDINAL or value.bounds.low is None:
            continue
        sentence = item.sentence_at(value.span.start)
        words = [w for w in item.tokens if sentence.contains(w.span)]
        at = next((i for i, w in enumerate(words) if w.span.overlaps(value.span)), None)
        found = None if at is None else _order(words, at)
        if found is None:
            continue
        order, of = found
        yield _Rank(
            item,
            value,
            int(value.bounds.low),
            order,
            of,
            _kind(words, at, of)
            if order == "kind"
            else frozenset({f"w:{'v' if order == 'time' else 'n'}:{of}"}),
            _actors(reading, item, sentence),
            told.keys(item, sentence),
            frozenset(w.lemma for w in words[at : at + _REACH]) & _words("stretches_apart"),
            _deed(words, at),
        )


def _actors(reading: SetReading, item: Reading, sentence: Span) -> frozenset[str]:
    return frozenset(a.id for a in reading.index.within(item.article.id, sentence))


def _order(words: Sequence[Word], at: int) -> tuple[str, str] | None:
    """In which order a number stands, and what is numbered; None where it tells no rank."""
    before = [w.lemma for w in words[max(0, at - 3) : at]]
    after = words[at + 1 : at + 6]
    following = after[0].text if after else ""
    if words[at].capital and at and following and after[0].capital:
        return None  # part of a name: "the Second World War"
    if following in _superlatives() or re.fullmatch(r"\w{3,}est", following):
        noun = next((w.lemma for w in after[1:] if w.pos in ("NOUN", "PROPN")), "")
        return _superlatives().get(following, following), noun
    if following in ("time", "consecutive", "straight", "successive") or "-" in following:
        return ("time", _verb(words, at)) if following == "time" and before[-2:-1] == ["for"] else None
    if following in _words("places") or (
        set(before) & _words("placing") and (not after or after[0].pos not in ("NOUN", "PROPN", "ADJ"))
    ):
        return "place", ""
    return _of_a_kind(words, at)


def _of_a_kind(words: Sequence[Word], at: int) -> tuple[str, str] | None:
    """ "the 18th woman to receive it", "making it the second drug on the market", "their third title"."""
    noun = next(
        (i for i in range(at + 1, min(at + 5, len(words))) if words[i].pos in ("NOUN", "PROPN")), None
    )
    if noun is None or any(w.pos not in ("ADJ", "NOUN", "PROPN", "VERB") for w in words[at + 1 : noun]):
        return None
    while noun + 1 < len(words) and words[noun + 1].pos == "NOUN":
        noun += 1
    lemma = words[noun].lemma
    if lemma in _words("numbered"):
        return "numbered", lemma
    if (
        words[at - 1].pos not in ("DET", "PRON", "PART")
        or words[noun + 1 : noun + 2]
        and words[noun + 1].pos == "PROPN"
    ):
        return None  # "first baseman Mark Hill"
    after = " ".join(w.text for w in words[noun + 1 : noun + 5])
    over = _EVER.match(after) is not None or any(w.lemma in ("be", "become", "make") for w in words[:at])
    if not over or lemma in _words("never_ranked") or lexicon.is_a(lemma, "time period", "n"):
        return None
    return "kind", lemma


_EVER = re.compile(r"to \w+|of (its|her|his|their) kind|ever\b|in (the )?history|on the \w+|who|that|since")


def _verb(words: Sequence[Word], at: int) -> str:
    return next((w.lemma for w in reversed(words[:at]) if w.pos == "VERB"), "")


def _apart(reading: SetReading, told: Tellings, a: _Rank, b: _Rank, ranks: Sequence[_Rank]) -> bool:
    if a.item is b.item or a.number == b.number or a.over != b.over or not _one_order(told, a, b):
        return False
    whose = {x for x in a.whose for y in b.whose if reading.index.same(x, y)}
    if not whose and a.whose and b.whose and a.order != "kind":
        return False
    if _also(told, a, b, ranks) or _also(told, b, a, ranks):
        return False
    shared = told.common(a.keys - a.whose, b.keys - b.whose).weight
    if a.order in ("time", "numbered", "kind") and whose:
        return shared >= _LEAST / 2 or a.order != "kind"
    if whose:
        return shared >= _LEAST
    return shared >= (_ENOUGH if a.order != "kind" else _LEAST)


def _one_order(told: Tellings, a: _Rank, b: _Rank) -> bool:
    """Whether two numbers count the same: places, times of one deed, things of one kind."""
    orders = {a.order, b.order}
    if orders <= {"place", "most"}:
        return True
    if orders == {"time", "numbered"}:
        verb, noun = (a.of, b.of) if a.order == "time" else (b.of, a.of)
        return verb in _words("winning") and noun in _words("wins")
    if len(orders) > 1:
        return False
    if a.order == "kind":
        return _one_kind(told, a, b)
    return a.of == b.of or bool(told.common(a.kind, b.kind).keys)


def _one_kind(told: Tellings, a: _Rank, b: _Rank) -> bool:
    """Whether both number things of one kind: drugs and medicines, women and female winners."""
    if a.deed and b.deed and not told.common(a.deed, b.deed).keys:
        return False
    if a.kind == b.kind:
        return True
    heads = lexicon.is_a(a.of, b.of, "n") or lexicon.is_a(b.of, a.of, "n")
    return heads and not (len(a.kind) > 1 or len(b.kind) > 1)


def _deed(words: Sequence[Word], at: int) -> Keys:
    """The verb of "the third woman to head it"."""
    near = words[at + 1 : at + _REACH]
    to = next((i for i, w in enumerate(near) if w.text == "to" and w.pos == "PART"), len(near))
    verb = next((w for w in words[at + 1 :][to + 1 :] if w.pos == "VERB"), None)
    return frozenset({f"w:v:{verb.lemma}"}) if verb is not None and to < len(near) else frozenset()


def _kind(words: Sequence[Word], at: int, of: str) -> Keys:
    """The keys of what is numbered with the words before it: a "female winner" is a woman."""
    last = next(i for i in range(at + 1, len(words)) if words[i].lemma == of)
    told = [w for w in words[at + 1 : last + 1] if w.lemma not in _words("winners")]
    pos = {"NOUN": "n", "PROPN": "n", "VERB": "v"}
    return frozenset().union(
        *(keys_of(ContentWord(w.text, w.lemma, pos.get(w.pos, "a"), False, w.span)) for w in told)
    )


def _also(told: Tellings, a: _Rank, b: _Rank, ranks: Sequence[_Rank]) -> bool:
    """Whether the account of one has the other's number in that order, too."""
    return any(
        r.item is a.item
        and r.number == b.number
        and _one_order(told, r, b)
        and bool(r.whose & (a.whose | b.whose) or not r.whose)
        for r in ranks
    )


def _finding(rule: Rule, a: _Rank, b: _Rank) -> Finding:
    pair: Literal["draft-source", "source-source"] = "draft-source" if a.drafted else "source-source"
    evidence = tuple(
        Evidence(r.item.article, r.value.span, r.item.sentence_at(r.value.span.start), None, str(r.number), n)
        for n, r in enumerate((a, b))
    )
    shown = [f"{r.item.article.name}: {_words_of(r)}" for r in (a, b)]
    return Finding(
        rule=rule.id,
        severity=rule.severity_for(Relation.DISJOINT, pair) or Severity.WARNING,
        relation=Relation.DISJOINT,
        verdict=Verdict.CONTRADICTION,
        message=" — ".join(shown),
        evidence=evidence,
        fingerprint=fingerprint(rule.id, a.order, [_words_of(r) for r in (a, b)]),
        reasons=("both give the rank of one",),
    )


def _words_of(rank: _Rank) -> str:
    """The number with the words it belongs to."""
    start = rank.value.span.start
    end = rank.item.sentence_at(start).end
    told = re.match(r"\S+(?:\s[\w’'-]+){0,3}", rank.item.article.text[start:end])
    return told[0] if told else rank.value.text


@lru_cache(maxsize=1)
def _superlatives() -> dict[str, str]:
    found = {word: group[0] for group in load("ranks")["superlatives"] for word in group}
    return {**found, "best-selling": "best-selling", "most-watched": "most-watched"}


@lru_cache(maxsize=10)
def _words(key: str) -> frozenset[str]:
    return frozenset(load("ranks")[key])
