"""What all YAML that people write is made of: parts without unknown keys, words and phrases."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from checker.rules.phrases import expand

T = TypeVar("T")


def listed(given: Any) -> Any:
    """One word stands for a list of one."""
    return [given] if isinstance(given, str) else given


Words = Annotated[tuple[str, ...], BeforeValidator(listed, json_schema_input_type=str | list[str])]
"""One word or phrase, or a list of them."""

OneOrMore = Annotated[tuple[T, ...], BeforeValidator(listed)]
"""One of a closed list, or several."""


def _checked(given: tuple[str, ...]) -> tuple[str, ...]:
    for phrase in given:
        try:
            expand(phrase)
        except ValueError as e:
            raise ValueError(f"the phrase {phrase!r} {e}") from None
    return given


PhraseList = Annotated[Words, AfterValidator(_checked)]
"""Phrases to be looked for in texts: see `checker.phrases`."""


class Part(BaseModel):
    """What all parts of a rule have in common: frozen, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False, str_strip_whitespace=True)
