"""Which keys a pydantic model has at a place in it, and what they are for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel


def _submodel(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _submodel(part)
        if found:
            return found
    return None


def _model_at(model: type[BaseModel], loc: Sequence[int | str]) -> type[BaseModel]:
    for step in loc:
        for name, info in model.model_fields.items():
            if step in (name, info.alias):
                model = _submodel(info.annotation) or model
    return model


def keys_at(model: type[BaseModel], loc: Sequence[int | str]) -> list[str]:
    return [
        info.alias or name for name, info in _model_at(model, loc).model_fields.items() if not info.exclude
    ]


def describe(model: type[BaseModel], loc: Sequence[int | str]) -> str | None:
    for name, info in _model_at(model, loc[:-1]).model_fields.items():
        if loc[-1] in (name, info.alias):
            return f"{loc[-1]}: {info.description}" if info.description else None
    return None
