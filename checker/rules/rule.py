"""A rule: which claims to compare, which relations are a finding, and what to say. Read from YAML."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from checker.errors import allowed_hint
from checker.model import Relation, Severity
from checker.rules.messages import check_message
from checker.rules.parts import OneOrMore, Part, PhraseList, Words, listed
from checker.rules.patterns import ClaimPattern
from checker.rules.tolerance import Within

SORTS = {
    **dict.fromkeys(("denial", "name", "place", "quantity", "scope", "wording"), "exchanged"),
    **dict.fromkeys(("described", "office"), "roles"),
}
"""Checks that are one sort of what a module of checker/checks finds."""

_MODULES = {p.stem for p in Path(__file__).parent.with_name("checks").glob("[a-z]*.py")}
CHECKS = tuple(sorted({*_MODULES, *SORTS} - {*SORTS.values()}))
"""What general rules name with `check:`: modules of checker/checks, or sorts of what one has."""

ONE_TEXT = ("must_attribute", "must_have", "must_not_have")
"""What `check:` may say of one text, instead: what it must have, must not have or must give a source for."""

Same = Literal[
    "actor",
    "basis",
    "counted",
    "event",
    "modality",
    "owner",
    "place",
    "sentence-topic",
    "speaker",
    "stance",
    "time",
    "unit",
]
Pair = Literal["draft-source", "source-source"]
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+")


def is_rule_id(text: str) -> bool:
    """Whether a text is a pack, a dot and a name in lower case."""
    return _ID.fullmatch(text) is not None


def pack_of(rule_id: str) -> str:
    return rule_id.partition(".")[0]


class Compare(Part):
    """Which claims are compared and which relations are a finding."""

    same: OneOrMore[Same] = Field((), description="what two claims must have in common to be compared")
    finding: tuple[Relation, ...] | dict[Relation, Severity] = Field(
        (Relation.DISJOINT,), description="the relations that are a finding, or each with its severity"
    )
    within: Within | None = Field(None, description="how far apart is still the same: 5 %, 1 day, 10 km")
    rounding: Literal["as written", "exact"] = Field(
        "as written", description="exact: '200' is not 'rounded from 196'"
    )
    between: OneOrMore[Pair] = Field(
        ("draft-source", "source-source"), description="draft against source, or source against source"
    )

    @field_validator("finding", mode="before")
    @classmethod
    def _one_or_more(cls, given: Any) -> Any:
        given = listed(given)
        if isinstance(given, (list, dict)) and not given:
            raise ValueError(
                "no relation is a finding, so the rule can never find anything\nwrite at least one relation"
            )
        for name in given if isinstance(given, (list, dict)) else ():
            if name not in list(Relation):
                raise ValueError(f"{name!r} is not a relation\n{allowed_hint(str(name), list(Relation))}")
        return given


class Scope(Part):
    """Where a rule applies; left out, everywhere."""

    sources: Words = Field(
        (), description="names or ids of the sources; one side of a finding must be of them"
    )
    speakers: Words = Field((), description="names of speakers; one side of a finding must be theirs")
    actors: Words = Field((), description="names of actors that must be in the set")
    tags: Words = Field((), description="tags of the set, of which it must have one")
    part: Literal["text", "headline"] = Field("text", description="of a rule of one text: where it looks")


class Rule(Part):
    """One rule. Either `check` names a built-in comparer, or `claim` and `compare` say what to compare."""

    id: str = Field(description="pack.name, lower case: ceasefire.scope")
    title: str = Field(description="what it finds, in one line")
    why: str = Field(description="why an editor wants to know")
    severity: Severity | dict[Pair, Severity] = Field(
        Severity.WARNING, description="error, warning or note; or one each for draft-source and source-source"
    )
    enabled: bool = Field(True, description="false: only where the configuration switches it on")
    since: str | None = Field(None, description="the version it came with")
    link: str | None = Field(None, description="a page to read")
    help: str | None = Field(None, description="what to do about a finding; shown by 'checker rules show'")
    tags: Words = Field((), description="to pick rules by")
    check: str | None = Field(
        None, description=f"a built-in comparer: {', '.join(CHECKS)}; or of one text: {', '.join(ONE_TEXT)}"
    )
    words: PhraseList = Field((), description="what a rule of one text is about, in place of 'claim'")
    fix: str | None = Field(None, description="must_not_have: what to write instead")
    claim: ClaimPattern | None = Field(None, description="which claims it is about")
    compare: Compare = Field(Compare(), description="which claims are compared, and what is a finding")
    scope: Scope = Field(Scope(), description="where it applies")
    message: str = Field(
        "{a} says {a.words}; {b} says {b.words}", description="what a finding says, with {fields}"
    )

    @field_validator("id")
    @classmethod
    def _good_id(cls, given: str) -> str:
        if not is_rule_id(given):
            raise ValueError(
                f"{given!r} is not a rule id\nwrite the pack, a dot and a name in lower case: ceasefire.scope"
            )
        return given

    @field_validator("check")
    @classmethod
    def _good_check(cls, given: str | None) -> str | None:
        known = (*ONE_TEXT, *CHECKS)
        if given is not None and given not in known:
            raise ValueError(f"{given!r} is not a built-in check\n{allowed_hint(given, known)}")
        return given

    @field_validator("title", "why")
    @classmethod
    def _not_blank(cls, given: str) -> str:
        if not given:
            raise ValueError("is blank\nwrite a sentence: it is what an editor reads")
        return given

    @field_validator("message")
    @classmethod
    def _good_message(cls, given: str) -> str:
        check_message(given)
        return given

    @model_validator(mode="after")
    def _one_way(self) -> Rule:
        if self.check is None and self.claim is None:
            raise ValueError("says neither 'claim' nor 'check'\nwrite which claims to compare under 'claim:'")
        if self.check in ONE_TEXT:
            return self._of_one_text()
        if self.words or self.fix or self.scope.part != "text":
            names = ", ".join(ONE_TEXT)
            raise ValueError(
                f"'words', 'fix' and 'scope: part' go with a check of one text\nwrite one of {names}"
            )
        if self.check is not None and self.claim is not None:
            raise ValueError(
                "has both 'check' and 'claim'\na built-in comparer has its own claims: delete one of the two"
            )
        return self

    def _of_one_text(self) -> Rule:
        if bool(self.words) == bool(self.claim):
            raise ValueError(
                "has neither or both of 'words' and 'claim'\nwrite what it is about as one of them"
            )
        if self.fix and self.check != "must_not_have":
            raise ValueError("has a 'fix'\nonly what must not be there can be written otherwise")
        if self.scope.part == "headline" and (self.claim or self.check == "must_attribute"):
            raise ValueError("is of the headline\nthere it takes 'words', with must_have or must_not_have")
        return self

    @property
    def pack(self) -> str:
        return pack_of(self.id)

    @property
    def worst(self) -> Severity:
        """The worst severity that a finding of it can have."""
        given = self.compare.finding if isinstance(self.compare.finding, dict) else self.severity
        return min(given.values(), key=lambda s: s.rank) if isinstance(given, dict) else given

    def severity_for(self, relation: Relation, pair: Pair = "source-source") -> Severity | None:
        """How bad this relation between two claims of such a pair is; None where it is not a finding.

        A severity beside the relation outranks one beside the pair, and that the rule's own.
        """
        if pair not in self.compare.between or relation not in self.compare.finding:
            return None
        if isinstance(self.compare.finding, dict):
            return self.compare.finding[relation]
        if isinstance(self.severity, dict):
            return self.severity.get(pair)
        return self.severity
