"""YAML that remembers where everything stood, so that an error names the line.

A stricter YAML than the standard's: duplicate keys, aliases and tags are errors, and a word that
YAML 1.1 takes for a truth value or a number is told to be quoted where a word is wanted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from checker import regular_files
from checker.errors import CheckerError, allowed_hint, did_you_mean, one_of
from checker.yaml_files.keys import describe, keys_at
from checker.yaml_files.syntax import syntax_error

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_PLAIN = ("bool", "int", "float", "null", "timestamp")
_TRUE = ("yes", "true", "on", "y")
Loc = tuple[int | str, ...]
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Marked:
    """A YAML document: plain `data`, the text it was read from and the node of every part."""

    data: Any
    path: str
    source: str
    root: Any

    def error(
        self, message: str, loc: Loc = (), *, hint: str | None = None, key: bool = False
    ) -> CheckerError:
        """An error at the value (or the key) that `loc`, a path of keys and indices, leads to."""
        node, key_node, _ = _walk(self.root, loc)
        mark = (key_node if key and key_node is not None else node).start_mark
        return CheckerError(
            message, path=self.path, line=mark.line + 1, column=mark.column + 1, hint=hint, source=self.source
        )

    def has(self, loc: Loc) -> bool:
        """Whether the document has something at exactly this path."""
        return _walk(self.root, loc)[2] == loc


def read(path: Path, *, shown: str | None = None, data: bytes | None = None) -> Marked:
    """Read a YAML file, of which `data` may be the content; `shown` is the path as errors name it."""
    name = shown or str(path)
    try:
        data = regular_files.read(path) if data is None else data
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except FileNotFoundError:
        raise CheckerError("no such file", path=name) from None
    except UnicodeDecodeError as e:
        line = e.object[: e.start].count(b"\n") + 1
        raise CheckerError(
            "this file is not UTF-8 text", path=name, line=line, hint="save it as UTF-8"
        ) from None
    except (OSError, ValueError) as e:
        reason = getattr(e, "strerror", None) or "this is no name of a file"
        raise CheckerError(f"cannot be read: {reason.lower()}", path=name) from None
    return loads(text, name)


def loads(text: str, path: str) -> Marked:
    """Read one YAML document from a text."""
    try:
        loader = _Loader(text)
        try:
            root = loader.get_single_node()
        finally:
            loader.dispose()
        if root is not None:
            return Marked(_plain(root, text, path, set()), path, text, root)
    except RecursionError:
        raise CheckerError("not YAML that can be read: nested too deeply", path=path) from None
    except yaml.MarkedYAMLError as e:
        raise syntax_error(e, text, path) from None
    except yaml.YAMLError as e:
        raise CheckerError(f"not YAML: {str(e).splitlines()[0]}", path=path) from None
    raise CheckerError("the file is empty", path=path, line=1, hint="write at least an 'id:' line")


def validate(model: type[M], marked: Marked, loc: Loc = (), *, extra: Mapping[str, Any] | None = None) -> M:
    """The pydantic model of the document, or of the part at `loc`; whatever is wrong is raised at once."""
    data = marked.data
    for step in loc:
        data = data[step]
    if not isinstance(data, dict):
        raise marked.error(
            f"a mapping is wanted here, not {_kind(data)}", loc, hint="write 'key: value' lines"
        )
    try:
        return model.model_validate({**data, **(extra or {})})
    except ValidationError as e:
        raise _as_errors(e, model, marked, loc) from None


def validate_each(model: type[M], marked: Marked, what: str, begin: str) -> list[M]:
    """The models of a document that is a list; `what` it lists, and how an entry begins, for the error."""
    if not isinstance(marked.data, list):
        raise marked.error(f"a list{what} is wanted here", hint=f"begin each {begin}")
    return [validate(model, marked, (i,)) for i in range(len(marked.data))]


def _as_errors(e: ValidationError, model: type[BaseModel], marked: Marked, base: Loc) -> CheckerError:
    items = [item for item in e.errors(include_url=False) if not _mistyped(item, e)]
    walked = [_walk(marked.root, (*base, *item["loc"]))[2] for item in items]
    errors: dict[Loc, CheckerError] = {}
    for item, at in zip(items, walked, strict=True):
        if item["type"] == "missing":
            continue
        deeper = any(other[: len(at)] == at and len(other) > len(at) for other in walked)
        if not deeper:  # of the members of a union, the one that got furthest tells what is wrong
            errors.setdefault(at, _as_error(item, model, marked, base))
    missing: dict[Loc, list[Any]] = {}
    for item in items:
        if item["type"] == "missing":
            missing.setdefault(item["loc"][:-1], []).append(item)
    found = [*errors.values(), *(_missing(parts, model, marked, base) for parts in missing.values())]
    found.sort(key=lambda x: (x.line or 0, x.column or 0))
    return one_of(found)


def _mistyped(item: Any, e: ValidationError) -> bool:
    """Whether a missing key is there after all, mistyped: then that is the one error to tell."""
    beside = [x for x in e.errors(include_url=False) if x["type"] == "extra_forbidden"]
    siblings = [str(x["loc"][-1]) for x in beside if x["loc"][:-1] == item["loc"][:-1]]
    return item["type"] == "missing" and did_you_mean(str(item["loc"][-1]), siblings) is not None


def _missing(items: list[Any], model: type[BaseModel], marked: Marked, base: Loc) -> CheckerError:
    parent = items[0]["loc"][:-1]
    keys = [repr(item["loc"][-1]) for item in items]
    what = f"the key {keys[0]} is" if len(keys) == 1 else f"the keys {', '.join(keys)} are"
    where = f" in {_dotted(_walk(marked.root, (*base, *parent))[2][len(base) :])}" if parent else ""
    hints = [text for text in (describe(model, item["loc"]) for item in items) if text]
    return marked.error(f"{what} missing{where}", (*base, *parent), key=True, hint="\n".join(hints) or None)


def _as_error(item: Any, model: type[BaseModel], marked: Marked, base: Loc) -> CheckerError:
    loc: Loc = (*base, *item["loc"])
    kind, context, given = item["type"], item.get("ctx") or {}, item["input"]
    node, _, walked = _walk(marked.root, loc)
    where = _dotted(walked[len(base) :])
    named = f"{where}: " if where else ""
    if kind == "extra_forbidden":
        above = _dotted(walked[len(base) : -1])
        message = f"unknown key {loc[-1]!r}" + (f" in {above}" if above else "")
        hint = allowed_hint(str(loc[-1]), keys_at(model, item["loc"][:-1]))
        return marked.error(message, loc, hint=hint, key=True)
    if kind in ("literal_error", "enum") and isinstance(given, list):
        each = "write a rule for each" if len(given) > 1 else "write it without brackets"
        return marked.error(f"{named}one word is wanted, not a list", walked, hint=each)
    if kind in ("literal_error", "enum"):
        options = [word.strip("'") for word in str(context["expected"]).replace(" or ", ", ").split(", ")]
        key = loc[-1] == "[key]"
        said = repr(node.value if isinstance(node, yaml.ScalarNode) and not key else given)
        named = f"{_dotted(walked[len(base) : -1])}: the key " if key else named
        hint = allowed_hint(str(given), options)
        return marked.error(f"{named}{said} is not known", walked, hint=hint, key=key)
    if kind == "string_type" and given is None:
        return marked.error(f"{named}nothing stands here, and a word is wanted", walked)
    if kind == "string_type" and isinstance(node, yaml.ScalarNode):
        message = f"{named}YAML reads {node.value!r} as {_kind(given)}, and a word is wanted"
        return marked.error(message, walked, hint=f'write it in quotes: "{node.value}"')
    if kind == "value_error":
        message, _, hint = str(context["error"]).partition("\n")
        return marked.error(f"{named}{message}", walked, hint=hint or None)
    wanted = _WANTED.get(kind) or _WANTED.get(kind.partition("_")[0])
    if wanted:
        return marked.error(f"{named}{wanted} is wanted, not {_kind(given)}", walked)
    return marked.error(f"{named}{item['msg'][0].lower()}{item['msg'][1:]}", walked)


_WANTED = {
    "string_type": "a word",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping or a text in quotes",
    "model_attributes_type": "a mapping",
    "datetime": "a date and time such as 2025-03-18T14:30Z",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
}


def _walk(root: Any, loc: Loc) -> tuple[Any, Any, Loc]:
    """The node at `loc`, its key's node, and how much of `loc` the document has."""
    node, key_node, walked = root, None, []
    for step in loc:
        if isinstance(node, yaml.MappingNode):
            pair = next((p for p in node.value if p[0].value == str(step)), None)
            if pair is None:
                continue  # a step of pydantic's own: a union's member, "[key]"
            key_node, node = pair
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            key_node, node = None, node.value[step]
        else:
            continue
        walked.append(step)
    return node, key_node, tuple(walked)


def _plain(node: Any, text: str, path: str, seen: set[int]) -> Any:
    def error(message: str, at: Any, hint: str | None = None) -> CheckerError:
        mark = at.start_mark
        return CheckerError(
            message, path=path, line=mark.line + 1, column=mark.column + 1, hint=hint, source=text
        )

    if id(node) in seen:
        raise error("aliases (&name, *name) are not used here", node, "write the value out in both places")
    seen.add(id(node))
    tag = node.tag.removeprefix(_TAG)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, text, path, seen) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key, str):
                raise error("a key must be one word", key_node)
            if key in result:
                raise error(
                    f"the key {key!r} is here twice, first in line {lines[key]}",
                    key_node,
                    "delete one of them",
                )
            result[key] = _plain(value_node, text, path, seen)
            lines[key] = key_node.start_mark.line + 1
        return result
    if tag not in (*_PLAIN, "str"):
        raise error(f"the tag {node.tag!r} is not used here", node, "delete it")
    return _scalar(tag, node.value)


def _scalar(tag: str, value: str) -> Any:
    if tag == "bool":
        return value.lower() in _TRUE
    if tag == "null":
        return None
    if tag in ("int", "float"):
        try:
            return yaml.safe_load(value)
        except (yaml.YAMLError, ValueError):
            return value
    return value  # timestamps stay words: pydantic reads those it wants as dates


def _kind(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "a truth value (true or false)"
    if isinstance(value, (int, float)):
        return "a number"
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "a list"
    return f"the word {value!r}"


def _dotted(loc: Sequence[int | str]) -> str:
    text = ""
    for step in loc:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text
