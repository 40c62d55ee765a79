"""All rules in force: packs read from their folders, only those that the articles need.

A pack is a folder with a `pack.yaml`; its rules are `<name>.yaml`, its vocabularies
`<name>.vocabulary.yaml`, its tests `<rule>.test.yaml`. A folder without `pack.yaml` is always on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import Field

from checker.data import rules_folder
from checker.errors import CheckerError, Errors, allowed_hint, near, one_of
from checker.house.actors import HouseActor
from checker.house.names import RULE, HouseName
from checker.model import ArticleSet, Severity
from checker.rules.lock import check_lock
from checker.rules.parts import Part, PhraseList, Words
from checker.rules.phrases import Phrases, expand, words_of_text
from checker.rules.rule import Rule
from checker.rules.vocabulary import Vocabularies, Vocabulary
from checker.rules.vocabulary_reading import read_vocabulary
from checker.saved import state, yaml_in
from checker.yaml_files.marked_yaml import Marked, read, validate

PACK_FILE = "pack.yaml"
T = TypeVar("T")
_DATA_FOLDER = "vocabulary"  # word lists of the program itself, not vocabularies of rules


class PackFile(Part):
    """What a pack is and when it is switched on: by a tag of the set, or by a word in its articles."""

    id: str = Field(description="the name of the pack, before the dot in the ids of its rules")
    title: str = Field(description="its name in words")
    about: str = Field(description="what it is for, in a sentence or two")
    sources: Words = Field((), description="the standards and glossaries that its terms come from")
    tags: Words = Field((), description="tags of a set that switch it on")
    words: PhraseList = Field(
        (), description="phrases of which one in the articles switches it on; none: always on"
    )


Saved = tuple[tuple[Path, tuple[int, int] | None], ...]


@dataclass(frozen=True)
class Pack:
    """A folder of rules; its rules and vocabularies are read when first asked for."""

    folder: Path
    file: PackFile | None
    files: tuple[Path, ...]
    saved: Saved = ()  # when they were: a pack whose file is another now is another pack

    @property
    def id(self) -> str:
        return self.file.id if self.file else self.folder.name

    def wanted(self, articles: ArticleSet) -> bool:
        """Whether a tag of the set or a word of its articles switches the pack on."""
        if self.file is None or not (self.file.words or self.file.tags):
            return True
        if not set(self.file.tags).isdisjoint(articles.tags):
            return True
        return any(self._triggers.find(words_of_text(article.text)) for article in articles.articles)

    @cached_property
    def _triggers(self) -> Phrases[str]:
        index: Phrases[str] = Phrases()
        for phrase in self.file.words if self.file else ():
            index.add(expand(phrase), phrase)
        return index

    @cached_property
    def rule_files(self) -> tuple[tuple[Rule, Marked], ...]:
        """The rules with the YAML they were read from; all that is wrong is raised at once."""
        return tuple(_all(self._rule, [path for path in self.files if _is_rule(path)]))

    @cached_property
    def vocabularies(self) -> tuple[Vocabulary, ...]:
        paths = [path for path in self.files if path.name.endswith(".vocabulary.yaml")]
        return tuple(_all(lambda path: read_vocabulary(read(path, shown=shown(path))), paths))

    def _rule(self, path: Path) -> tuple[Rule, Marked]:
        marked = read(path, shown=shown(path))
        rule = validate(Rule, marked)
        if self.file and rule.pack != self.file.id:
            hint = f"write {self.file.id}.{rule.id.partition('.')[2]}, or move the file to another pack"
            raise marked.error(
                f"the rule {rule.id!r} stands in the pack {self.file.id!r}", ("id",), hint=hint
            )
        return rule, marked


@dataclass(frozen=True)
class ActiveRules:
    """The rules that apply to a set, and the vocabularies they use."""

    rules: tuple[Rule, ...]
    vocabularies: Vocabularies
    packs: tuple[str, ...]
    names: tuple[HouseName, ...] = ()  # the house's spellings, which the draft is held against
    actors: tuple[HouseActor, ...] = ()  # actors that the desk knows
    own: frozenset[str] = frozenset()  # the packs that a desk brings


@dataclass(frozen=True)
class Ruleset:
    """Every pack there is, the shipped ones first, with what the configuration says of them."""

    packs: tuple[Pack, ...]
    switches: Mapping[str, str] = field(default_factory=dict)  # pack → on, off, auto
    levels: Mapping[str, str] = field(default_factory=dict)  # rule or pack → error, warning, note, off
    house: tuple[HouseName, ...] = ()
    actors: tuple[HouseActor, ...] = ()
    select: frozenset[str] = frozenset()  # rules and packs; where there is none, all
    ignore: frozenset[str] = frozenset()

    def active(self, articles: ArticleSet) -> ActiveRules:
        """What is in force for this set; packs it does not need are not even read."""
        switches = [(pack, self.switches.get(pack.id, "auto")) for pack in self.packs]
        on = (p for p, switch in switches if switch == "on" or (switch == "auto" and p.wanted(articles)))
        found = _active(tuple(on))
        asked = (rule for rule in found.rules if self._asked(rule.id) and applies(rule, articles))
        kept = tuple(rule for rule in map(self._levelled, asked) if rule is not None)
        house = self.house if self._asked(RULE.id) else ()
        return replace(found, rules=kept, names=house, actors=self.actors)

    def _asked(self, rule_id: str) -> bool:
        called = {rule_id, rule_id.partition(".")[0]}
        return not (self.select and self.select.isdisjoint(called)) and self.ignore.isdisjoint(called)

    def _levelled(self, rule: Rule) -> Rule | None:
        """The rule with the severity that the configuration gives it; None where it is off."""
        level = self.levels.get(rule.id) or self.levels.get(rule.pack)
        if level is None:
            return rule if rule.enabled else None
        if level == "off":
            return None
        compare = rule.compare.model_copy(update={"finding": tuple(rule.compare.finding)})
        return rule.model_copy(update={"severity": Severity(level), "compare": compare})

    def all(self) -> ActiveRules:
        """Every rule of every pack."""
        return _active(self.packs)

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of all rules and packs, as they may be chosen."""
        rules = (rule.id for rule in self.all().rules)
        return tuple(sorted({*rules, *(pack.id for pack in self.packs), RULE.id}))

    def find(self, rule_id: str) -> tuple[Rule, Marked]:
        """The rule of that id and its YAML."""
        found = {rule.id: (rule, marked) for pack in self.packs for rule, marked in pack.rule_files}
        if rule_id not in found:
            raise CheckerError(f"no rule {rule_id!r}", hint=near(rule_id, found))
        return found[rule_id]


def load_ruleset(folders: tuple[Path, ...] = (), *, shipped: bool = True) -> Ruleset:
    """The shipped packs and those of the folders, as files only: rules are read when they are needed.

    They are read once, and those of the folders again when a file is saved.
    """
    saved = tuple(state(yaml_in(folder for folder in folders if folder.is_dir())).items())
    return _load(folders, saved, shipped)


@lru_cache(maxsize=8)
def _load(folders: tuple[Path, ...], saved: Saved, shipped: bool) -> Ruleset:
    packs: list[Pack] = []
    for folder in ((rules_folder(),) if shipped else ()) + folders:
        if not folder.is_dir():
            hint = "name a folder of packs, each a folder with a pack.yaml; 'checker rules new' makes one"
            raise CheckerError("no such folder of rules", path=str(folder), hint=hint)
        check_lock(folder, shown(folder))
        packs += _packs(folder)
    return Ruleset(tuple(packs))


def forget() -> None:
    """Read the shipped rules again, too."""
    _load.cache_clear()


def applies(rule: Rule, articles: ArticleSet) -> bool:
    """Whether the set has one of the rule's tags, and one of its actors is named there."""
    tags, actors = rule.scope.tags, rule.scope.actors
    if tags and set(tags).isdisjoint(articles.tags):
        return False
    return not actors or any(name in article.text for name in actors for article in articles.articles)


def _packs(folder: Path) -> list[Pack]:
    own = tuple(sorted(folder.glob("*.yaml")))
    packs = [_pack(folder, own)] if own else []
    for child in sorted(path for path in folder.iterdir() if path.is_dir()):
        if child.name != _DATA_FOLDER and not child.name.startswith((".", "_")):
            packs += _packs(child)
    return packs


def _pack(folder: Path, files: tuple[Path, ...]) -> Pack:
    path = folder / PACK_FILE
    file = validate(PackFile, read(path, shown=shown(path))) if path in files else None
    return Pack(folder, file, files, tuple(state(files).items()))


@lru_cache(maxsize=64)
def _active(packs: tuple[Pack, ...]) -> ActiveRules:
    files = [pair for pack in packs for pair in pack.rule_files]
    seen: dict[str, Marked] = {}
    for rule, marked in files:
        if rule.id in seen:
            raise marked.error(
                f"the rule {rule.id!r} is there twice, also in {seen[rule.id].path}",
                ("id",),
                hint="choose another id",
            )
        seen[rule.id] = marked
    vocabularies = [vocabulary for pack in packs for vocabulary in pack.vocabularies]
    _check_vocabularies(files, vocabularies)
    rules = sorted((rule for rule, _ in files), key=lambda rule: rule.id)
    own = frozenset(pack.id for pack in packs if not pack.folder.is_relative_to(rules_folder()))
    return ActiveRules(tuple(rules), Vocabularies(vocabularies), tuple(pack.id for pack in packs), own=own)


def _check_vocabularies(files: Iterable[tuple[Rule, Marked]], vocabularies: Sequence[Vocabulary]) -> None:
    known = {vocabulary.id: vocabulary for vocabulary in vocabularies}
    errors = []
    for rule, marked in files:
        pattern = rule.claim.value if rule.claim else None
        if pattern is None or pattern.vocabulary is None:
            continue
        loc = ("claim", "value")
        if pattern.vocabulary not in known:
            hint = allowed_hint(pattern.vocabulary, sorted(known), "vocabularies")
            errors.append(
                marked.error(f"no vocabulary {pattern.vocabulary!r}", (*loc, "vocabulary"), hint=hint)
            )
            continue
        terms = known[pattern.vocabulary].terms
        excluded = rule.claim.except_.terms if rule.claim and rule.claim.except_ else ()
        for names, at in ((pattern.terms, (*loc, "terms")), (excluded, ("claim", "except", "terms"))):
            for i, term in enumerate(names):
                if term not in terms:
                    message = f"{term!r} is not a term of {pattern.vocabulary!r}"
                    errors.append(marked.error(message, (*at, i), hint=allowed_hint(term, terms, "terms")))
    if errors:
        raise one_of(errors)


def _is_rule(path: Path) -> bool:
    return path.name != PACK_FILE and not path.name.endswith((".vocabulary.yaml", ".test.yaml"))


def _all(read_one: Callable[[Path], T], paths: Iterable[Path]) -> list[T]:
    found: list[T] = []
    errors: list[CheckerError] = []
    for path in paths:
        try:
            found.append(read_one(path))
        except Errors as e:
            errors += e.errors
        except CheckerError as e:
            errors.append(e)
    if errors:
        raise one_of(errors)
    return found


def shown(path: Path) -> str:
    """A path as messages name it: from the current folder where it is below it."""
    try:
        return str(Path(os.path.realpath(path)).relative_to(Path.cwd()))
    except ValueError:
        return str(path)
