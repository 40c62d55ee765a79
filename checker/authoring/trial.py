"""What rules make of a few sentences, and where they do not fire, which condition failed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from checker.authoring.pages import RELATIONS
from checker.claims.claim import Claim
from checker.house import one_text
from checker.judging import matching
from checker.judging.relations import relate
from checker.matching.pairings import pairings_of
from checker.model import Article, ArticleSet, Evidence, Relation, Role
from checker.pipeline import check_set, read_set
from checker.readings import SetReading
from checker.reports.shown import reading
from checker.rules.patterns import ClaimPattern, Conditions
from checker.rules.rule import ONE_TEXT, Rule
from checker.rules.rulesets import ActiveRules
from checker.rules.vocabulary import Vocabularies
from checker.verdicts import evidence_of


def try_rules(sentences: Sequence[str], rules: Sequence[Rule], active: ActiveRules) -> Iterator[str]:
    """A line for each rule: what it finds in the sentences, or why it finds nothing.

    Each sentence is an account of its own, and to rules of one text a draft and its headline. Rules that
    are about other things are left out, unless only one rule is tried.
    """
    articles = ArticleSet("try", tuple(Article(f"sentence {i}", s) for i, s in enumerate(sentences, 1)))
    alone = tuple(replace(one, role=Role.DRAFT, title=one.text) for one in articles.articles)
    drafts = replace(articles, articles=alone)
    own, others = ([r for r in rules if (r.check in ONE_TEXT) is one] for one in (True, False))
    found: dict[str, list[str]] = {}
    for several, texts in ((own, drafts), (others, articles)):
        report = check_set(texts, replace(active, rules=tuple(several)))
        for finding in report.findings:
            how = f" ({finding.relation})" if several is others else ""
            told = f"{finding.severity}{how}: {finding.message}{_read_as(finding.evidence)}"
            found.setdefault(finding.rule, []).append(told)
    whole, drafted = read_set(articles, active), read_set(drafts, active)
    for rule in rules:
        if rule.id in found:
            yield from (f"{rule.id}: {text}" for text in found[rule.id])
            continue
        if rule.check in ONE_TEXT:
            quiet: _Quiet | None = _why_one_text_is_quiet(rule, drafted)
        else:
            quiet = _why_quiet(rule, whole, active.vocabularies)
        if quiet is not None and (len(rules) == 1 or quiet.told):
            yield f"{rule.id}: quiet: {quiet.why}"


def _read_as(sides: Iterable[Evidence]) -> str:
    """ "; “7 p.m.” is 19:00": what was read, where the words do not say it."""
    return "".join(f"; “{e.text}” is {told}" for e in sides if (told := reading(e)))


class _Quiet(NamedTuple):
    """Why a rule finds nothing, and whether the sentences tell of what it is about at all."""

    why: str
    told: bool = True


def _why_quiet(rule: Rule, reading: SetReading, vocabularies: Vocabularies) -> _Quiet | None:
    if rule.claim is None or rule.check is not None:
        return None if rule.check is None else _Quiet(f"no finding of the check {rule.check!r}", False)
    claims = [claim for item in reading.articles for claim in item.claims]
    valued = [claim for claim in claims if matching.matches(claim, ClaimPattern(value=rule.claim.value))]
    if len({claim.article.id for claim in valued}) < 2:
        return _too_few(rule.claim, valued, claims)
    fitting = []
    for claim in valued:
        reason = _unmet(claim, rule.claim)
        if reason is None:
            fitting.append(claim)
    if len({claim.article.id for claim in fitting}) < 2:
        unfit = next(claim for claim in valued if claim not in fitting)
        return _Quiet(f"{unfit.article.id}, “{unfit.value.text}”: {_unmet(unfit, rule.claim)}")
    return _no_pair(rule, fitting, reading, vocabularies)


def _why_one_text_is_quiet(rule: Rule, drafted: SetReading) -> _Quiet:
    had = [one for draft in drafted.drafts for one in one_text.told(rule, draft)]
    if not had and rule.claim is not None:
        return _too_few(rule.claim, (), [claim for draft in drafted.drafts for claim in draft.claims])
    if not had:
        return _Quiet(f"none of its words: {', '.join(rule.words)}", False)
    why = {"must_have": "is there", "must_attribute": "has somebody who says it"}
    return _Quiet(f"“{had[0].evidence.text}” {why.get(rule.check or '', 'stands in quotation marks')}")


def _of(claim: Claim) -> str:
    """What a value is a value of, as far as the words say it."""
    return claim.value.counted.text if claim.value.counted else claim.topic.name or "nothing named"


def _too_few(pattern: ClaimPattern, valued: Sequence[Claim], claims: Sequence[Claim]) -> _Quiet:
    value = pattern.value
    what = f"term of {value.vocabulary}" if value.vocabulary else str(value.kind)
    if pattern.value.terms:
        what += f" ({', '.join(pattern.value.terms)})"
    if pattern.value.of:
        what += f" of {', '.join(pattern.value.of)}"
    if not valued:
        others = [c for c in claims if value.kind is c.value.kind and not value.is_term]
        read = "; ".join(f"“{c.value.text}” is read as of {_of(c)}" for c in others[:3])
        return _Quiet(f"no {what} in any sentence" + (f": {read}" if read else ""), False)
    texts = ", ".join(f"“{claim.value.text}”" for claim in valued)
    return _Quiet(f"{what} in {valued[0].article.id} only: {texts}")


def _unmet(claim: Claim, pattern: ClaimPattern) -> str | None:
    """The first condition that a claim does not meet, with what it has instead."""
    for name in sorted(pattern.with_.model_fields_set):
        wanted = getattr(pattern.with_, name)
        one = Conditions.model_construct(**{name: wanted})
        if not matching.matches(claim, ClaimPattern.model_construct(value=pattern.value, with_=one)):
            text = ", ".join(map(str, wanted)) if isinstance(wanted, tuple) else str(wanted)
            return f"{name} is {_has(claim, name)}, not {text}"
    if pattern.near and not matching.matches(
        claim, pattern.model_copy(update={"with_": Conditions(), "except_": None})
    ):
        return f"none of these words is near: {', '.join(pattern.near)}"
    if not matching.matches(claim, pattern):
        return "left alone by 'except'"
    return None


def _has(claim: Claim, name: str) -> str:
    values: dict[str, object] = {
        "stance": claim.commitment.stance,
        "modality": claim.commitment.modality,
        "negated": claim.commitment.negated,
        "speaker": claim.speaker,
        "actor": ", ".join(claim.party_names),
        "basis": claim.value.basis,
        "change": claim.value.change,
        "role": claim.article.role,
        "form": claim.statement.form if claim.statement else None,
        "attitude": claim.statement.attitude if claim.statement else None,
    }
    return str(values.get(name) or "not said") if name != "negated" else str(values[name]).lower()


def _no_pair(rule: Rule, claims: Sequence[Claim], reading: SetReading, vocabularies: Vocabularies) -> _Quiet:
    refused = {frozenset((id(pair.a), id(pair.b))): pair.refused for pair in pairings_of(reading)}
    reasons = []
    for a, b in combinations(claims, 2):
        if a.article is b.article:
            continue
        sides = f"“{a.value.text}” and “{b.value.text}”"
        apart = [key for key in rule.compare.same if not matching.shares(a, b, [key])]
        if apart:
            return _Quiet(f"{sides}: not the same {', '.join(apart)}")
        if not rule.claim or not rule.claim.value.is_term:
            key = frozenset((id(a), id(b)))
            if key not in refused or refused[key]:
                return _Quiet(f"{sides} are not compared: {refused.get(key) or 'nothing in common'}")
            relation = relate(a, b, rule)
        else:
            relation = vocabularies.relation(a.value, b.value)
        if relation is not Relation.DISJOINT and relate(a, b, None) is Relation.DISJOINT:
            within = rule.compare.within.text if rule.compare.within else "what was rounded"
            reasons.append(f"{sides} lie within {within}{_read_as(map(evidence_of, (a, b)))}")
        elif rule.severity_for(relation) is None:
            reasons.append(f"{sides} are {RELATIONS[relation]}, which is not a finding")
        else:
            reasons.append(f"{sides}: one account says both, or a later one replaces it")
    return _Quiet(reasons[0]) if reasons else _Quiet("no two accounts to compare", False)
