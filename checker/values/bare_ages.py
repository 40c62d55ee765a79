"""Ages that only their place tells ("Maddon, 66, said", "she was 85 when"), and those that a law sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.data import load
from checker.lexical import wordnet
from checker.values.lexer import age_words
from checker.values.numerals import Numeral
from checker.values.time_items import TimeChart

if TYPE_CHECKING:
    from checker.language import Token

OLDEST = 120
_PHRASES = frozenset({"pobj", "dobj", "nsubj", "nsubjpass"})
_WITHIN = frozenset({"pobj", "dobj"})  # nouns of the clause or phrase itself
_NARROWING = frozenset({"relcl", "acl", "prep", "agent", "advmod", "acomp", "prt"}) | _WITHIN
_HOURS = 24  # "died at 10" may tell when
_REACH = 12  # words from the name of a legal age to its figure


def is_bare_age(chart: TimeChart, numeral: Numeral, start: int, end: int) -> bool:
    """A bare age: "Maddon, 66, said", "John Smith (45)", "she was 85 when"."""
    value = numeral.value
    if value.denominator != 1 or not 1 <= value <= OLDEST or numeral.range:
        return False
    if _beside_name(chart, start, end):
        return True
    if chart.is_a(start - 1, "of") and one_person(chart, start - 2):
        return not _counts(chart, end) and not chart.is_a(start - 2, "parent")
    if chart.is_a(start - 1, "at"):
        return _at_age(chart, int(value), start, end)
    return _by_verb(chart, start, end)


def _beside_name(chart: TimeChart, start: int, end: int) -> bool:
    """In an apposition: "Maddon, 66, said", "Smith (45)", ", both 8,", "Reyes, only 22,"."""
    while chart.is_a(start - 1, "scarcely"):
        start -= 1
    before, after = chart.word(start - 1), chart.word(end)
    closed = not chart.alpha(end) and after in ",.;—–―"
    if before == "," and closed:
        return _follows_person(chart, start - 2)
    if chart.is_a(start - 1, "both"):
        return closed
    return before == "(" and after == ")" and _follows_person(chart, start - 2)


def _at_age(chart: TimeChart, value: int, start: int, end: int) -> bool:
    """ "died at 91", "Rossi, who at 39 has won it", "At 74, she still climbs", "Reyes, at 38 the oldest"."""
    died = start - 2 - chart.is_a(start - 2, "weekday")  # "died Thursday at 91"
    if chart.word(died) in age_words("died") and not _population(chart, died) and value > _HOURS:
        return chart.breaks(end) or chart.word(end) in age_words("after") | age_words("died_after")
    if _counts(chart, end):
        return False
    subject = end + (chart.word(end) == ",")
    if not chart.alpha(start - 2) and (chart.is_a(subject, "person") or _is_named(chart, subject)):
        return True
    behind = chart.word(start - 2) == "," and (_is_named(chart, start - 3) or one_person(chart, start - 3))
    return behind or chart.is_a(start - 2, "who")


def _is_named(chart: TimeChart, at: int) -> bool:
    """Whether a word is of a name that is no body's and no place's."""
    token = chart.token(max(at, 0))
    return token.ent_type_ == "PERSON" or (token.pos_ == "PROPN" and not token.ent_type_)


def _by_verb(chart: TimeChart, start: int, end: int) -> bool:
    """ "She was 85 when", "he turned 40 in May"."""
    be = start - 1
    while chart.is_a(be, "scarcely"):
        be -= 1
    if chart.word(be) not in age_words("be") or chart.word(end) not in age_words("after"):
        return False
    subject = be - 1
    while chart.is_a(subject, "helper"):
        subject -= 1
    if chart.word(subject) == "," and chart.token(subject - 1).ent_type_ == "PERSON":
        subject -= 1  # "the oldest, Mario Gomez, is 63"
    named = chart.is_a(subject, "person", "who") or chart.token(subject).ent_type_ == "PERSON"
    return bool(named) or one_person(chart, subject)


def is_to_come(chart: TimeChart, start: int) -> bool:
    """Whether the age before which a verb stands is one that somebody will have: "turns 58", "will be 54"."""
    be = start - 1
    while chart.is_a(be, "scarcely"):
        be -= 1
    return bool(
        chart.is_a(be, "turns", "turning") or (chart.is_a(be, "become") and chart.is_a(be - 1, "will"))
    )


def _population(chart: TimeChart, at: int) -> bool:
    """Whether an adjective stands for all those who are so: "put the number of dead at 95"."""
    token = chart.token(at)
    return token.pos_ in ("ADJ", "NOUN") and token.dep_ in _PHRASES


def _follows_person(chart: TimeChart, at: int) -> bool:
    """Whether a word ends the name or the description of one person: "the driver who fled, 43,"."""
    return _follows_name(chart, at) or one_person(chart, at) or _narrows_person(chart.token(at))


def one_person(chart: TimeChart, at: int) -> bool:
    """Whether the word is a noun for one person: "the driver, 54", "a woman of 34"."""
    return at >= 0 and _is_person(chart.token(at))


def _is_person(token: Token) -> bool:
    noun = token.lower_
    return token.tag_ in ("NN", "NNP") and (noun in age_words("one") or wordnet.is_a(noun, "person"))


def _narrows_person(token: Token) -> bool:
    """Whether a word is the last of a clause or phrase that narrows a noun for one person, next above it."""
    while token.dep_ in _NARROWING and token.head.i < token.i:
        token = token.head
        if token.dep_ not in _WITHIN and token.pos_ in ("NOUN", "PROPN"):
            return _is_person(token)
    return False


def _counts(chart: TimeChart, end: int) -> bool:
    """Whether the number before `end` counts or measures what comes after it: "of 12 buses"."""
    return bool(chart.token(end - 1).dep_ != "pobj" or chart.is_a(end, "percent"))


def _follows_name(chart: TimeChart, at: int) -> bool:
    """Whether the word is the last of a name; small models take people for bodies and places now and then."""
    if not chart.capital(at) or len(chart.word(at)) == 1:
        return False
    token = chart.token(at)
    return token.ent_type_ == "PERSON" or (
        token.pos_ == "PROPN" and token.ent_type_ in ("", "ORG", "GPE", "NORP")
    )


# ages of the law


def legal_age(chart: TimeChart, numeral: Numeral, start: int, end: int) -> str | None:
    """What the number at [start, end) is the age of, where the words say so."""
    data = load("ages")["legal"]
    start += chart.is_a(start, "from")
    low, high = data["between"]
    plain = numeral.value.denominator == 1 and low <= numeral.value <= high
    counted = chart.word(end).isalpha() and chart.word(end) not in data["after"]  # "to 64 members"
    if not plain or counted:
        return None
    before = chart.word(start - 1)
    for name, cue in data["verbs"].items():
        if before in cue["before"] and chart.word(start - 2) in cue["words"] and numeral.value >= cue["from"]:
            return str(name)
    if before not in data["before"]:
        return None
    words = " ".join(chart.word(i) for i in range(max(0, start - 1 - _REACH), start))
    told = [(words.rfind(phrase), name) for name, phrases in data["names"].items() for phrase in phrases]
    at, name = max(told)
    return name if at >= 0 else None
