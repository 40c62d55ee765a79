"""One person's name, spelled in two ways by two accounts: "Katherine Doyle" and "Catherine Doyle".

Names that are one by all that the set says of them, and differ by a letter or two in the given name or in
the surname. Short forms ("Steve" for "Steven"), accents, hyphens and capitals are no findings, nor are
ways to write a name of another script ("Zelensky", "Zelenskyy"), of which a house has its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rapidfuzz.distance import OSA

from checker.actors.wording import wording
from checker.fingerprints import fingerprint
from checker.gazetteer import fold
from checker.model import Actor, ActorKind, Evidence, Finding, Mention, Relation, Severity, Verdict
from checker.readings import Reading, SetReading
from checker.rules import Rule

_SHORT = 4  # shorter names that differ by a letter are two names: Tim and Jim
_LONG = 8  # names of that many letters may differ by two
_ENDS_ALIKE = re.compile(r"[yi]$")  # Dmitri and Dmitry
_IE = re.compile(r"ie$")

Spellings = dict[str, dict[str, Mention]]
"""A word of a name, folded → the first mention that has it in each article."""


def find(reading: SetReading, rule: Rule) -> Iterator[Finding]:
    by_id = {item.article.id: item for item in reading.articles}
    for actor in reading.actors:
        if actor.kind is ActorKind.PERSON:
            for place, spellings in enumerate(_parts(actor)):
                yield from _finding(rule, actor, spellings, by_id, given=place == 0)


def _parts(actor: Actor) -> tuple[Spellings, Spellings]:
    """How the given name and the surname are spelled; a name that stands alone is a surname."""
    given: Spellings = {}
    surnames: Spellings = {}
    for mention in actor.mentions:
        words = [word for word in mention.text.split() if fold(word) not in wording().suffixes]
        if mention.text not in actor.names or not words or not all(word[:1].isupper() for word in words):
            continue  # a pronoun or an office
        surnames.setdefault(fold(words[-1]), {}).setdefault(mention.article, mention)
        if len(words) > 1:
            given.setdefault(fold(words[0]), {}).setdefault(mention.article, mention)
    return given, surnames


def _finding(
    rule: Rule, actor: Actor, spellings: Spellings, by_id: Mapping[str, Reading], *, given: bool
) -> Iterator[Finding]:
    """The finding of one part of a name: the usual spelling and those that differ from it, a side each."""
    words = sorted(spellings, key=lambda word: (-len(spellings[word]), word))
    others = [word for word in words[1:] if misspelled(words[0], word, given=given)]
    others = [word for word in others if not spellings[word].keys() <= spellings[words[0]].keys()]
    if not others:
        return
    sides = [list(spellings[word].values()) for word in (words[0], *others)]
    first, second = (by_id[side[0].article].article.name for side in sides[:2])
    yield Finding(
        rule=rule.id,
        severity=rule.severity_for(Relation.DISJOINT, "source-source") or Severity.WARNING,
        relation=Relation.DISJOINT,
        verdict=Verdict.CONTRADICTION,
        message=f"{first}: {sides[0][0].text} — {second}: {sides[1][0].text}",
        evidence=tuple(
            _evidence(by_id[m.article], m, number) for number, side in enumerate(sides) for m in side
        ),
        fingerprint=fingerprint(rule.id, actor.id, (words[0], *others)),
        reasons=("one person by all that is said of them", *actor.reasons[:1]),
    )


def misspelled(a: str, b: str, *, given: bool) -> bool:
    """Whether two folded words are one name and not spelled alike."""
    if min(len(a), len(b)) < _SHORT or _written(a) == _written(b) or a in (f"{b}s", f"{b}es"):
        return False
    short_form = given and (a.startswith(b) or b.startswith(a))
    known = wording().given
    apart = 2 if min(len(a), len(b)) >= _LONG and known.get(a, a) != known.get(b, b) else 1
    if short_form or b in (f"{a}s", f"{a}es"):
        return False
    return OSA.distance(_IE.sub("y", a), _IE.sub("y", b)) <= apart  # Lennie and Lenny


def _written(word: str) -> str:
    """A name with all that transliterations differ by made one."""
    word = wording().spellings.get(word, word)
    for old, new in wording().transliterations:
        word = word.replace(old, new)
    return _ENDS_ALIKE.sub("y", word)


def _evidence(item: Reading, mention: Mention, side: int) -> Evidence:
    sentence = item.sentence_at(mention.span.start)
    return Evidence(item.article, mention.span, sentence, None, mention.text, side)
