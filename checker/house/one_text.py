"""What a draft must have, must not have, or must give a source for: rules of one text, whoever says what.

`check: must_have` finds a draft with none of the words or claims of the rule, `must_not_have` each of them
that its own text has, `must_attribute` each that the draft tells in nobody's name. Words in quotation marks
are their speaker's: they are had, and attributed, and never what must not be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.judging.matching import matches
from checker.model import Evidence, Form, Span, Verdict, statement_at
from checker.readings import Reading, SetReading
from checker.rules.messages import render_message
from checker.rules.phrases import Word, index_of, keys_of, says
from checker.rules.rule import Rule
from checker.verdicts import Problem, evidence, evidence_of


class Told(NamedTuple):
    """What a rule is about, at its place in a draft."""

    evidence: Evidence
    quoted: bool
    attributed: bool


def find(rule: Rule, reading: SetReading) -> Iterator[Problem]:
    for draft in reading.drafts:
        yield from _in_headline(rule, draft) if rule.scope.part == "headline" else _in_text(rule, draft)


def _in_headline(rule: Rule, draft: Reading) -> Iterator[Problem]:
    """A headline is no part of the text: what is found in it is shown at the beginning."""
    title = draft.article.title
    if title and says(title, rule.words) is (rule.check == "must_not_have"):
        yield _problem(rule, [evidence(draft, draft.sentence_at(0))], title)


def _in_text(rule: Rule, draft: Reading) -> Iterator[Problem]:
    had = list(told(rule, draft))
    if rule.check == "must_have":
        if not had:
            yield _problem(rule, [evidence(draft, draft.sentence_at(0))], "")
        return
    lots: dict[str, list[Evidence]] = {}
    for one in had:
        if not (one.attributed if rule.check == "must_attribute" else one.quoted):
            lots.setdefault(one.evidence.text.lower(), []).append(one.evidence)
    yield from (_problem(rule, lot, lot[0].text) for lot in lots.values())


def told(rule: Rule, draft: Reading) -> Iterator[Told]:
    """Each place of a draft that has what a rule is about."""
    found = [evidence(draft, span) for span in _phrases(rule.words, draft)]
    if rule.claim is not None:
        found += [evidence_of(claim) for claim in draft.claims if matches(claim, rule.claim)]
    for e in found:
        held = statement_at(draft.statements, e.span, named=True)
        form = held.form if held else Form.NARRATED
        yield Told(e, form is Form.DIRECT, form is not Form.NARRATED or e.other is not None)


def _phrases(phrases: tuple[str, ...], draft: Reading) -> Iterator[Span]:
    """Where phrases stand, each within a sentence; the longest of those that begin together."""
    for sentence in draft.sentences if phrases else ():
        inside = [token for token in draft.tokens if sentence.contains(token.span)]
        words = [Word(keys_of(draft.article.words(t.span), t.lemma), *t.span) for t in inside]
        stops = {match.first: match.stop for match in index_of(phrases).find(words)}
        yield from (Span(words[first].start, words[stop - 1].end) for first, stop in stops.items())


def _problem(rule: Rule, found: Sequence[Evidence], words: str) -> Problem:
    first, name = found[0], found[0].article.name
    told = {"a": name, "a.source": name, "a.by": name, "a.words": words, "a.line": str(first.line)}
    told["a.sentence"] = first.article.words(first.sentence)
    plain = f"{rule.title}: “{words}”" if words else rule.title
    message = render_message(rule.message, told) if "message" in rule.model_fields_set else plain
    return Problem(Verdict.STYLE, message, tuple(found), about=words.lower(), fix=rule.fix)
