"""What a score is the result of: a match or a vote; a score on the way there is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Kind, Value

if TYPE_CHECKING:
    from checker.language import Doc

_IN_A_ROW = re.compile(r"\d{1,2}[-–]\d{1,2}(?:,|,?\sand)?\s\d{1,2}[-–]\d{1,2}")
_REACH = 12  # characters


def is_score(value: Value) -> bool:
    return value.kind is Kind.COUNT and value.dimension == "score"


def result(doc: Doc, value: Value) -> str | None:
    """The concept of what ended with this score, or None where nothing did.

    Scores in a row ("6-4, 6-3") are parts of one result and are passed over. A match that goes to a shoot-out
    ends level and a shoot-out never does, so an unequal score told with a shoot-out is the shoot-out's.
    """
    inside = doc.char_span(*value.span, alignment_mode="expand")
    around = doc.text[max(0, value.span.start - _REACH) : value.span.end + _REACH]
    if inside is None or _IN_A_ROW.search(around):
        return None
    known = {name: set(words) for name, words in load("topics")["results"].items()}
    sentence, own = {t.lower_ for t in inside.sent}, set(value.text.lower().split())
    behind = {t.lower_ for t in doc[inside.end : inside.end + 1]}
    if sentence & known["votes"] or own & known["for_and_against"] or behind & known["decisions"]:
        return "vote result"
    verb = next((t for t in (inside.root, *inside.root.ancestors) if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or sentence & known["on_the_way"] or verb.lemma_.lower() not in known["verbs"]:
        return None
    about = [
        t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass") and t.lemma_.lower() in known["running"]
    ]
    if about and not {t.lower_ for t in about[0].lefts} & known["ended"]:
        return None  # "the score was tied 13-13"
    won = {t.lemma_.lower() for t in verb.children if t.dep_ == "dobj" and t.pos_ == "NOUN"}
    if won - known["matches"]:
        return None  # "won the turnover battle 3-0"
    first = max(0, inside.sent.start - 1)
    decided = (sentence | {t.lower_ for t in doc[first].sent}) & known["shoot_out"]
    return "shoot-out result" if decided and value.stated[0] != value.stated[1] else "match result"
