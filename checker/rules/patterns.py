"""Which claims a rule is about: what it says under `claim`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from checker.model import Attitude, Basis, Form, Kind, Modality, Role
from checker.rules.parts import OneOrMore, Part, PhraseList, Words


class ValuePattern(Part):
    """Which values a rule is about."""

    kind: Kind | None = Field(
        None, description="the kind of value; may be left out where a vocabulary is named"
    )
    vocabulary: str | None = Field(None, description="the vocabulary that the terms come from")
    terms: Words = Field((), description="only these terms of the vocabulary")
    of: PhraseList = Field((), description="words for what is counted or measured: any form of them will do")
    unit: str | None = Field(
        None, description="the unit or currency as values have it: USD, km, percent, day"
    )
    dimension: str | None = Field(None, description="length, mass, speed … for measures in any unit")

    @model_validator(mode="after")
    def _consistent(self) -> ValuePattern:
        if self.vocabulary is None and self.kind is None:
            raise ValueError(
                "names neither a kind of value nor a vocabulary\nwrite 'kind: count' or 'vocabulary: …'"
            )
        if self.vocabulary is not None and self.kind not in (None, Kind.TERM):
            raise ValueError(
                f"a vocabulary has terms, not {self.kind} values\nwrite 'kind: term', or delete one of them"
            )
        if self.kind is Kind.TERM and self.vocabulary is None:
            raise ValueError("of kind term, but no vocabulary is named\nwrite 'vocabulary:' and its id")
        if self.terms and self.vocabulary is None:
            raise ValueError("names terms, but no vocabulary\nwrite 'vocabulary:' and its id")
        if self.vocabulary is not None:
            for key in ("of", "unit", "dimension"):
                if getattr(self, key):
                    raise ValueError(f"terms of a vocabulary have no {key!r}\ndelete '{key}:'")
        return self

    @property
    def is_term(self) -> bool:
        return self.vocabulary is not None


class Conditions(Part):
    """What must hold of a claim; of a list, one is enough."""

    stance: Words = Field(
        (), description="agreed, rejected, proposed, denied …: terms of the stance vocabulary"
    )
    modality: OneOrMore[Modality] = Field(
        (), description="fact, future, possible, proposed, conditional, forecast"
    )
    attitude: OneOrMore[Attitude] = Field(
        (), description="how the speaker stands to it: said, believed, planned, denied, asked"
    )
    speaker: Words = Field(
        (), description="words of the speaker's name, in any of its names, or of its title"
    )
    actor: Words = Field((), description="names of the actor the claim is about")
    basis: OneOrMore[Basis] = Field((), description="each, total, more, part: what the number is a number of")
    role: OneOrMore[Role] = Field((), description="source or draft")
    form: OneOrMore[Form] = Field((), description="direct, indirect, narrated")
    negated: bool | None = Field(
        None, description="true: only what is said not to be so; false: only what is so"
    )
    change: Literal["up", "down"] | None = Field(
        None, description="the value is the size of a rise or a fall"
    )

    @property
    def empty(self) -> bool:
        return not self.model_fields_set


class Exclusion(Part):
    """Claims to leave alone: those for which all of this holds."""

    terms: Words = Field((), description="these terms of the vocabulary")
    of: PhraseList = Field((), description="words for what is counted or measured")
    near: PhraseList = Field((), description="words in the same sentence")
    with_: Conditions = Field(Conditions(), alias="with", description="as under 'with'")


class ClaimPattern(Part):
    """Which claims a rule is about."""

    value: ValuePattern = Field(description="which values: their kind, vocabulary, what they count")
    with_: Conditions = Field(Conditions(), alias="with", description="what must hold of the claim besides")
    near: PhraseList = Field((), description="words of which one must stand in the same sentence")
    except_: Exclusion | None = Field(None, alias="except", description="claims to leave alone")
