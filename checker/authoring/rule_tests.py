"""The tests beside a rule: short statements in, findings out, through the whole program.

`<rule>.test.yaml` is a list; an entry says `finds:` or `quiet:` and gives two or more statements. An
entry with `todo:` is a known miss: it must fail, and says so when it no longer does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from checker.errors import CheckerError
from checker.model import Article, ArticleSet, Finding, Relation, Role
from checker.rules.parts import Part, Words
from checker.rules.rule import Rule
from checker.rules.rulesets import ActiveRules, Pack, applies, shown
from checker.yaml_files.marked_yaml import Marked, read, validate_each

_NAMES = ("Agency", "Gazette", "Herald", "Tribune", "Courier", "Echo")


class Said(Part):
    """One short account in a test."""

    text: str = Field(description="a sentence or a few")
    source: str | None = Field(None, description="the publisher; left out, one of its own for each account")
    speaker: str | None = Field(None, description="who says it: the text is then reported as theirs")
    role: Role = Field(Role.SOURCE, description="source, draft or archive")
    title: str | None = Field(None, description="its headline")
    published: datetime | None = Field(None, description="date and time of publication, ISO 8601")


def _texts(given: Any) -> Any:
    if isinstance(given, list):
        return [{"text": item} if isinstance(item, str) else item for item in given]
    return given


Accounts = Annotated[tuple[Said, ...], BeforeValidator(_texts)]


class Example(Part):
    """One test: accounts that the rule must find something in, or must be quiet about."""

    finds: Accounts = Field((), description="two or more accounts that disagree")
    quiet: Accounts = Field((), description="two or more accounts that agree, or do not compare")
    todo: str | None = Field(None, description="why the program does not get this right yet")
    relation: Relation | None = Field(None, description="the relation that the finding must have")
    says: str | None = Field(None, description="words that the message of the finding must have in it")
    tags: Words = Field((), description="tags of the set")

    @model_validator(mode="after")
    def _one_side(self) -> Example:
        if bool(self.finds) == bool(self.quiet):
            raise ValueError(
                "has neither or both of 'finds' and 'quiet'\nwrite one of them, with two accounts or more"
            )
        if len(self.accounts) < 2 and self.accounts[0].role is not Role.DRAFT:
            raise ValueError(
                "has one account\nwrite two or more: a disagreement takes two; only a draft can stand alone"
            )
        if self.quiet and (self.relation or self.says):
            raise ValueError(
                "is quiet, so there is no finding to have a relation or a message\ndelete those lines"
            )
        return self

    @property
    def accounts(self) -> tuple[Said, ...]:
        return self.finds or self.quiet

    def articles(self, name: str, tags: Sequence[str]) -> ArticleSet:
        """The accounts as a set of articles."""
        articles = []
        for i, account in enumerate(self.accounts):
            text = account.text if account.speaker is None else f"{account.speaker} said: “{account.text}”"
            publisher = account.source or ("Draft" if account.role is Role.DRAFT else _NAMES[i % len(_NAMES)])
            articles.append(
                Article(f"{name}-{i + 1}", text, publisher, account.role, account.published, account.title)
            )
        return ArticleSet(name, tuple(articles), tuple(dict.fromkeys((*tags, *self.tags))))


@dataclass(frozen=True)
class RuleTest:
    """An example, the rule it is about and the line it stands in."""

    rule: Rule
    example: Example
    path: str
    line: int
    tags: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.path}:{self.line}"

    @property
    def articles(self) -> ArticleSet:
        return self.example.articles(f"{self.rule.id}-{self.line}", self.tags)


@dataclass(frozen=True)
class Outcome:
    """How a test went; `trouble` says in words what was wrong, and is None where it went right."""

    test: RuleTest
    trouble: str | None
    findings: tuple[Finding, ...] = ()

    @property
    def missed(self) -> bool:
        """A known miss, still missed."""
        return self.test.example.todo is not None and self.trouble is not None

    @property
    def ok(self) -> bool:
        return (self.trouble is None) == (self.test.example.todo is None)


def tests_beside(rule_file: Path) -> Path:
    """Where the tests of a rule file stand."""
    return rule_file.with_suffix(".test.yaml")


def read_tests(pack: Pack) -> list[RuleTest]:
    """The tests of all rules of a pack, in the order of the files."""
    tests: list[RuleTest] = []
    for rule, marked in pack.rule_files:
        path = tests_beside(Path(marked.path))
        full = next((file for file in pack.files if file.name == path.name), None)
        if full is not None:
            tags = pack.file.tags[:1] if pack.file else ()
            tests += _read_file(rule, read(full, shown=shown(full)), tags)
    return tests


def _read_file(rule: Rule, marked: Marked, tags: tuple[str, ...]) -> Iterator[RuleTest]:
    for i, example in enumerate(
        validate_each(Example, marked, " of tests", "test with '- finds:' or '- quiet:'")
    ):
        line = marked.error("", (i,)).line or 1
        yield RuleTest(rule, example, marked.path, line, tags)


def run_tests(tests: Iterable[RuleTest], rules: ActiveRules, model: str | None = None) -> Iterator[Outcome]:
    """Run tests through the whole program with only their rule switched on."""
    from checker.language import parse
    from checker.pipeline import check_set

    wanted = list(tests)
    parse([article.text for test in wanted for article in test.articles.articles], model)
    for test in wanted:
        applied = (test.rule,) if applies(test.rule, test.articles) else ()
        alone = replace(rules, rules=applied)
        report = check_set(test.articles, alone, model)
        findings = tuple(finding for finding in report.findings if finding.rule == test.rule.id)
        yield Outcome(test, _trouble(test.example, findings), findings)


def _trouble(example: Example, findings: Sequence[Finding]) -> str | None:
    if example.quiet:
        return f"found: {findings[0].message}" if findings else None
    if not findings:
        return "found nothing"
    if example.relation and all(finding.relation is not example.relation for finding in findings):
        return f"found {findings[0].relation}, not {example.relation}"
    if example.says and all(example.says not in finding.message for finding in findings):
        return f"the message has no {example.says!r} in it: {findings[0].message}"
    return None


def missing_tests(pack: Pack, tests: Iterable[RuleTest]) -> list[CheckerError]:
    """Every rule has a test that finds something and one that stays quiet; known misses do not count."""
    sides: dict[str, set[str]] = {}
    for test in tests:
        if test.example.todo is None:
            sides.setdefault(test.rule.id, set()).add("finds" if test.example.finds else "quiet")
    errors = []
    for rule, marked in pack.rule_files:
        for side in sorted({"finds", "quiet"} - sides.get(rule.id, set())):
            path = tests_beside(Path(marked.path))
            errors.append(
                marked.error(
                    f"no test of {rule.id!r} {'finds' if side == 'finds' else 'stays quiet on'} anything",
                    ("id",),
                    hint=f"write '- {side}:' and two accounts in {path}",
                )
            )
    return errors
