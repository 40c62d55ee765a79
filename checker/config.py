"""The configuration of a desk, found upwards from the set: `checker.yaml`, or `[tool.checker]` in TOML."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError

from checker import regular_files
from checker.errors import CheckerError, allowed_hint, near
from checker.house.actors import read_actors
from checker.house.names import read_names
from checker.model import ArticleSet
from checker.rules.parts import Part, Words
from checker.rules.rulesets import Ruleset, load_ruleset, shown
from checker.yaml_files.marked_yaml import Loc, read, validate

FILE = "checker.yaml"


def _switch(given: Any) -> Any:
    """`on` and `off` are truth values to YAML."""
    return {True: "on", False: "off"}.get(given, given) if isinstance(given, bool) else given


Level = Annotated[Literal["error", "warning", "note", "off"], BeforeValidator(_switch)]
Switch = Annotated[Literal["on", "off", "auto"], BeforeValidator(_switch)]


class Configuration(Part):
    """What a desk may set. Paths are relative to the file."""

    rules: Words = Field((), description="folders of rules beside the shipped ones")
    packs: dict[str, Switch] = Field(
        {}, description="packs that are always on, always off, or on where the articles need them"
    )
    severity: dict[str, Level] = Field({}, description="a rule or a whole pack: error, warning, note or off")
    names: Words = Field((), description="files of the house's spellings and titles")
    actors: Words = Field((), description="files of the house's own actors and their names")
    trusted: Words = Field((), description="sources that outrank others, the most trusted first")
    fail_on: Literal["error", "warning", "note", "never"] = Field(
        "error", alias="fail-on", description="the least that makes a check fail"
    )
    require_compared: bool = Field(
        False, alias="require-compared", description="whether a check fails where nothing was compared"
    )
    model: str | None = Field(None, description="the language model")


_KEYS = {name: info.alias or name for name, info in Configuration.model_fields.items()}


@dataclass(frozen=True)
class Settings:
    """What is in force, and for each key where it comes from."""

    values: Configuration
    origin: Mapping[str, str]
    folder: Path
    file: Path | None = None  # in which they stand
    folders: tuple[Path, ...] = ()  # further ones with rules
    select: frozenset[str] = frozenset()  # the rules and packs to use, all if there is none
    ignore: frozenset[str] = frozenset()

    def choosing(self, select: Sequence[str], ignore: Sequence[str]) -> Settings:
        """With only some rules; CheckerError for one that is not there."""
        known = self.ruleset().names if select or ignore else ()
        for flag, names in (("--select", select), ("--ignore", ignore)):
            for name in names:
                if name not in known:
                    raise CheckerError(f"{flag}: no rule or pack {name!r}", hint=near(name, known))
        return replace(self, select=frozenset(select), ignore=frozenset(ignore))

    def ruleset(self) -> Ruleset:
        """The shipped packs, the house's own and those of further folders, as they are configured."""
        own = tuple(self.folder / name for name in self.values.rules)
        ruleset = load_ruleset(own + self.folders)
        files = (self.folder / name for name in self.values.names)
        names = tuple(name for path in files for name in read_names(path, shown(path)))
        paths = (self.folder / name for name in self.values.actors)
        actors = tuple(actor for path in paths for actor in read_actors(path, shown(path)))
        return replace(
            ruleset,
            switches=self.values.packs,
            levels=self.values.severity,
            house=names,
            actors=actors,
            select=self.select,
            ignore=self.ignore,
        )

    def trusting(self, articles: ArticleSet) -> ArticleSet:
        """The set with more trust in the sources that the desk names, the first of them most."""
        ranks = {name.lower(): len(self.values.trusted) - i for i, name in enumerate(self.values.trusted)}
        if not ranks:
            return articles
        trusted = tuple(
            replace(a, trust=max(a.trust, ranks.get(a.name.lower(), 0), ranks.get(a.id.lower(), 0)))
            for a in articles.articles
        )
        return replace(articles, articles=trusted)


def find_file(start: Path) -> Path | None:
    """The nearest configuration at or above a path."""
    start = Path(os.path.realpath(start))  # other than resolve(), it takes links that lead round in a circle
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder / FILE
        project = folder / "pyproject.toml"
        if project.is_file() and "[tool.checker" in project.read_text(encoding="utf-8", errors="replace"):
            return project
    return None


def load_settings(
    start: Path,
    flags: Mapping[str, Any] | None = None,
    *,
    use: bool | Path | Mapping[str, Any] = True,
    folders: tuple[Path, ...] = (),
) -> Settings:
    """The configuration found upwards from `start`, with flags (those that are not None) over it.

    `use` may be a file or values to use in place of it, or False for none.
    """
    path = find_file(start) if use is True else use if isinstance(use, Path) else None
    if path and not path.is_file():
        raise CheckerError("no such file of settings", path=path, hint="name a checker.yaml")
    values = _read(path) if path else _valid(use) if isinstance(use, Mapping) else Configuration()
    origin = dict.fromkeys(_KEYS.values(), "default")
    if path:
        origin |= {_KEYS[key]: shown(path) for key in values.model_fields_set}
    given = {key: value for key, value in (flags or {}).items() if value is not None}
    origin |= {_KEYS[key]: f"--{_KEYS[key]}" for key in given}
    home = path.parent if path else start
    settings = Settings(values.model_copy(update=given), origin, home, path, folders)
    if path or isinstance(use, Mapping):
        _check_names(settings, path)
    return settings


def _check_names(settings: Settings, path: Path | None) -> None:
    """Rules and packs that the configuration names must be there."""
    for i, name in enumerate(settings.values.rules):
        if not (settings.folder / name).is_dir():
            raise _at(path, f"rules: no such folder: {name}", ("rules", i))
    ruleset = settings.ruleset()
    packs = [pack.id for pack in ruleset.packs]
    for key, names in (("packs", settings.values.packs), ("severity", settings.values.severity)):
        known: Sequence[str] = packs
        if key == "severity" and not set(names) <= set(packs):
            known = [*packs, *(rule.id for rule in ruleset.all().rules)]
        for name in names:
            if name not in known:
                raise _at(path, f"{key}: no rule or pack {name!r}", (key, name), near(name, known))


def _at(path: Path | None, message: str, loc: Loc, hint: str | None = None) -> CheckerError:
    if path is None or path.suffix == ".toml":
        return CheckerError(message, path=path and shown(path), hint=hint)
    return read(path, shown=shown(path)).error(message, loc, hint=hint, key=isinstance(loc[-1], str))


def _read(path: Path) -> Configuration:
    if path.suffix != ".toml":
        return validate(Configuration, read(path, shown=shown(path)))
    try:
        table = tomllib.loads(regular_files.read(path).decode())["tool"]["checker"]
    except (ValueError, KeyError, TypeError, RecursionError) as e:  # a number of thousands of digits, too
        raise CheckerError(f"not TOML: {e}", path=shown(path)) from None
    return _valid(table, path)


def _valid(table: Mapping[str, Any], path: Path | None = None) -> Configuration:
    try:
        return Configuration.model_validate(table)
    except ValidationError as e:
        item = e.errors(include_url=False)[0]
        where = ".".join(str(step) for step in item["loc"])
        hint = None
        if item["type"] == "extra_forbidden":
            hint = allowed_hint(str(item["loc"][-1]), _KEYS.values())
        where = f"tool.checker.{where}" if path else f"settings: {where}"
        raise CheckerError(f"{where}: {item['msg'].lower()}", path=path and shown(path), hint=hint) from None


def render_settings(settings: Settings) -> str:
    """Every key, its value and where it comes from."""
    lines = []
    for name, key in _KEYS.items():
        value = getattr(settings.values, name)
        if isinstance(value, Mapping):
            text = ", ".join(f"{k}: {v}" for k, v in value.items())
        else:
            text = ", ".join(value) if isinstance(value, tuple) else str(value or "")
        lines.append(f"{key:<16} {text or '-'}  ({settings.origin[key]})")
    return "\n".join(lines) + "\n"
