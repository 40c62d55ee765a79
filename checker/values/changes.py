"""Changes: "rose 3 %", "down £40m", "up by 60,600", and what went "from 4.8 % to 4.7 %".

They are marked on values that the kinds have read. `change` says that a value is the size of a
change; a pair "from A to B" becomes one value that states both and denotes where it ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Article, Kind, Value
from checker.values.lexer import is_link
from checker.values.readings import Tokens, tokens_of
from checker.values.transitions import FROM_TO, KINDS, directions, in_one_unit, transitions

if TYPE_CHECKING:
    from checker.language import Doc

_REACH = 6  # words between a verb of change and its size


def mark_changes(doc: Doc, article: Article, values: Sequence[Value]) -> list[Value]:
    """The values in order, with pairs "from A to B" made one and sizes of changes marked."""
    tokens = tokens_of(doc)
    marked: list[Value] = []
    for value in transitions(tokens, article, values):
        before = marked[-1] if marked else None
        said = in_one_unit(tokens, article, before, value) if before else value
        marked.append(said if said.change else _marked(tokens, article, said, before))
    return marked


def _marked(tokens: Tokens, article: Article, value: Value, before: Value | None) -> Value:
    """The value as the size of a change, where a verb, a noun or the value before it says so."""
    if way := _told(tokens, article, value):
        return replace(value, change=way)
    if _may_change(value) and (way := _noun_after(tokens, value)):
        return replace(value, change=way, named=True)
    if before is not None and (way := _same_as(before, value, article)):
        return replace(value, change=way, named=before.named)
    return value


def _may_change(value: Value) -> bool:
    level = value.dimension in ("multiple", "score") or FROM_TO in value.notes
    told = value.text.lower().startswith(tuple(load("changes")["levels"]))
    return value.kind in KINDS and not level and not told


def _told(tokens: Tokens, article: Article, value: Value) -> str | None:
    """up or down where a sign, a verb or "up" and "down" tell that the value is the size of a change."""
    if not _may_change(value):
        return None
    if value.kind is Kind.PERCENTAGE and value.text[0] in "+-−" and value.text[1:2] not in "/ ":
        return "up" if value.text[0] == "+" else "down"
    first = tokens.at(value.span.start)
    percent = (
        value.kind is Kind.PERCENTAGE or value.dimension == "point" or _to_a_level(tokens, first.i, value)
    )
    at = _past_average(tokens.doc, first.i)
    way = _verb_before(tokens.doc, at, percent)
    lost = way == "down" and value.kind is Kind.COUNT and _lost_games(tokens, at, value)
    return None if lost or (way and _of_a_thing(tokens, at, value)) else way


def _of_a_thing(tokens: Tokens, at: int, value: Value) -> bool:
    """ "cut a 41-mile path", "gained a 3 percent stake": the size of a thing, not of a change."""
    doc, after = tokens.doc, tokens.after(value.span)
    if (
        value.kind is Kind.COUNT
        or not at
        or doc[at - 1].lower_ not in load("changes")["determiners"]
        or after >= len(doc)
    ):
        return False
    noun, named = doc[after], load("changes")["nouns"]
    return (
        noun.pos_ == "NOUN" and noun.lemma_.lower() not in named and noun.dep_ in ("dobj", "compound", "pobj")
    )


def _past_average(doc: Doc, at: int) -> int:
    """Over "an average of" and "a total of", which say nothing of the way."""
    words = [token.lower_ for token in doc[max(0, at - 3) : at]]
    said = len(words) == 3 and is_link(words[0], "article") and is_link(words[2], "of")
    return at - 3 if said and words[1] in load("changes")["summing"] else at


def _to_a_level(tokens: Tokens, first: int, value: Value) -> bool:
    """ "added 15 cents to $2.70": the number after "to" is the level that the size led to."""
    doc, at = tokens.doc, tokens.after(value.counted.span if value.counted else value.span)
    counted = value.counted is None or value.counted.head in load("changes")["points"]
    level = [token for token in doc[at + 1 : at + 3] if token.like_num or token.tag_ == "$"]
    verbs = {token.lemma_.lower() for token in doc[max(0, first - 2) : first]}
    if verbs.isdisjoint(load("changes")["to_levels"]):
        return False
    return counted and at < len(doc) and is_link(doc[at].lower_, "to") and bool(level)


def _lost_games(tokens: Tokens, at: int, value: Value) -> bool:
    """ "lost seven of their last nine games": who loses these has no fewer of them."""
    doc = tokens.doc
    near = doc[tokens.after(value.span) : tokens.after(value.span) + 6]
    data = load("changes")
    lost = any(token.lemma_.lower() in data["losing"] for token in doc[max(0, at - 3) : at])
    return lost and any(token.lemma_.lower() in data["games"] for token in near)


def _verb_before(doc: Doc, at: int, percent: bool) -> str | None:
    """The way of a verb, or "up" and "down", that ends right before token `at`, past adverbs and "by"."""
    cues, by, sized = load("changes"), percent, False
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        token = doc[index]
        word, lemma = token.lower_, token.lemma_.lower()
        if word in cues["lower by"] and percent and index and doc[index - 1].lemma_.lower() in cues["ends"]:
            return "down"  # "shares were off 3 %"
        head = token.head.lemma_.lower()
        if token.dep_ == "prt" and not percent and head not in directions() and head not in cues["goes"]:
            return None  # "sign up five people"
        if index and word in cues["up or down"] and doc[index - 1].lemma_.lower() in cues["no_way"]:
            return None
        if word in cues["particles"] and token.dep_ != "amod":  # "the lower 95 percent"
            return str(cues["particles"][word])
        if token.pos_ in ("VERB", "AUX"):
            if by and lemma in cues["with_by"]:
                return str(cues["with_by"][lemma])
            return directions().get(lemma)
        sized = sized or is_link(word, "by")
        moved = sized and token.pos_ in (
            "NOUN",
            "PROPN",
            "DET",
            "ADJ",
            "PRON",
        )  # "raised rates by 25 basis points"
        if word not in cues["between"] and token.pos_ != "ADV" and not moved:
            return None
        by = by or sized
    return None


def _noun_after(tokens: Tokens, value: Value) -> str | None:
    """ "a 3 percent drop", "5 % higher", "an increase of 60,600": the size of a change that a noun names."""
    doc, at = tokens.doc, tokens.after(value.span)
    nouns = load("changes")["nouns"]
    first = tokens.at(value.span.start)
    for token in doc[at : at + 3]:
        point = token.lemma_.lower() in load("changes")["points"]
        if value.kind is Kind.COUNT and token.tag_ == "NNS" and not point:
            break  # "nine rebounds" are counted
        way = nouns.get(token.lower_) or nouns.get(token.lemma_.lower())
        if way is not None and token.pos_ in ("NOUN", "ADJ", "ADV"):
            return str(way)
        if token.pos_ not in ("NOUN", "ADJ", "PUNCT") or token.text in ".,;:)(":
            break
    if first.i < 2 or not is_link(doc[first.i - 1].lower_, "of"):
        return None
    noun = doc[first.i - 2]
    way = nouns.get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
    return str(way) if way else None


def _same_as(before: Value, value: Value, article: Article) -> str | None:
    """ "lost 190 points, or 0.6 %": the second says the first again in another unit."""
    again = (before.kind, before.unit) == (value.kind, value.unit) and value.kind is not Kind.PERCENTAGE
    if before.change is None or again:
        return None
    if value.kind not in KINDS:
        return None
    gap = article.text[before.span.end : value.span.start].split()
    if before.counted is not None:
        gap = article.text[max(before.counted.span.end, before.span.end) : value.span.start].split()
    return before.change if " ".join(gap) in load("changes")["again"] else None
