"""Ranks that an account tells: the place somebody took, which time it was, which of its kind it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.data import load, word_list
from checker.lexical import wordnet
from checker.lexical.content_words import ContentWord
from checker.model import Kind, Role, Span, Value
from checker.propositions.rarity import Keys, Rarity, keys_of
from checker.readings import Reading, SetReading, Word

_REACH = 6  # words behind a number that say over what it is counted


@dataclass(frozen=True, slots=True)
class Rank:
    item: Reading
    value: Value
    number: int
    order: str  # "place", "time", "most" or another superlative, "kind"
    of: str  # what is numbered: title, console, drug; the verb of "for the third time"
    kind: Keys  # the same with the words before it, as keys
    whose: frozenset[str]  # actors of the sentence
    keys: Keys  # of the sentence
    over: frozenset[str]  # the stretch it is counted over: season, row
    by: frozenset[str]  # what the order goes by: assets, market value
    deed: Keys  # "to head the Academy"

    @property
    def drafted(self) -> bool:
        return self.item.article.role is Role.DRAFT


def find_ranks(reading: SetReading, item: Reading, told: Rarity) -> Iterator[Rank]:
    for value in item.values:
        if value.kind is not Kind.ORDINAL or value.bounds.low is None:
            continue
        sentence = item.sentence_at(value.span.start)
        words = [w for w in item.tokens if sentence.contains(w.span)]
        at = next((i for i, w in enumerate(words) if w.span.overlaps(value.span)), -1)
        found = _order(words, at) if at >= 0 else None
        if found is None:
            continue
        order, of = found
        yield Rank(
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
            frozenset(w.lemma for w in words[at : at + _REACH]) & word_list("ranks", "stretches_apart"),
            _measures(words[at + 1 : at + _REACH + 1]),
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
    if following in word_list("ranks", "places") or (
        set(before) & word_list("ranks", "placing")
        and (not after or after[0].pos not in ("NOUN", "PROPN", "ADJ"))
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
    if lemma in word_list("ranks", "numbered"):
        return "numbered", lemma
    names = noun + 1 < len(words) and words[noun + 1].pos == "PROPN"  # "first baseman Mark Hill"
    if names or words[at - 1].pos not in ("DET", "PRON", "PART"):
        return None
    after = " ".join(w.text for w in words[noun + 1 : noun + 5])
    over = _EVER.match(after) is not None or any(w.lemma in ("be", "become", "make") for w in words[:at])
    if not over or lemma in word_list("ranks", "never_ranked") or wordnet.is_a(lemma, "time period", "n"):
        return None
    return "kind", lemma


def _measures(after: Sequence[Word]) -> frozenset[str]:
    by = next((i for i, w in enumerate(after) if w.text == "by" and w.pos == "ADP"), len(after))
    return frozenset(w.lemma for w in after[by + 1 :] if w.pos == "NOUN")


_EVER = re.compile(r"to \w+|of (its|her|his|their) kind|ever\b|in (the )?history|on the \w+|who|that|since")


def _verb(words: Sequence[Word], at: int) -> str:
    return next((w.lemma for w in reversed(words[:at]) if w.pos == "VERB"), "")


def _deed(words: Sequence[Word], at: int) -> Keys:
    """The verb of "the third woman to head it"."""
    near = words[at + 1 : at + _REACH]
    to = next((i for i, w in enumerate(near) if w.text == "to" and w.pos == "PART"), len(near))
    verb = next((w for w in words[at + 1 :][to + 1 :] if w.pos == "VERB"), None)
    says = verb is not None and to < len(near) and verb.lemma not in word_list("deeds", "light")
    return frozenset({f"w:v:{verb.lemma}"}) if verb is not None and says else frozenset()


def _kind(words: Sequence[Word], at: int, of: str) -> Keys:
    """The keys of what is numbered with the words before it: a "female winner" is a woman."""
    last = next(i for i in range(at + 1, len(words)) if words[i].lemma == of)
    told = [w for w in words[at + 1 : last + 1] if w.lemma not in word_list("ranks", "winners")]
    pos = {"NOUN": "n", "PROPN": "n", "VERB": "v"}
    return frozenset().union(
        *(keys_of(ContentWord(w.text, w.lemma, pos.get(w.pos, "a"), False, w.span)) for w in told)
    )


@lru_cache(maxsize=1)
def _superlatives() -> dict[str, str]:
    found = {word: group[0] for group in load("ranks")["superlatives"] for word in group}
    return {**found, "best-selling": "best-selling", "most-watched": "most-watched"}
