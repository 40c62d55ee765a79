"""What the command `accept` does: write into accepted.yaml that a finding may stand."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click
import yaml

from checker.accepted import COPY, FILE, marks_among, read_entries
from checker.commands.checking import findings_named
from checker.commands.options import Given
from checker.commands.writing import write
from checker.errors import CheckerError
from checker.model import ArticleSet, Finding, Role
from checker.reading import set_file
from checker.rules.rulesets import shown
from checker.yaml_files import marked_yaml

_HEAD = "# Findings that were looked at and may stand; see 'checker accept --help'.\n"


@dataclass(frozen=True, slots=True)
class Word:
    """Why a finding may stand, by whose word, since when and until which day."""

    reason: str
    who: str | None = None
    when: date | None = None
    until: date | None = None


def accept(words: Sequence[str], word: Word, draft: Path | None, given: Given, force: bool) -> None:
    """Accept the findings that `words` name in the sets that they name."""
    fingerprints = marks_among(words)
    paths = [Path(w) for w in words if w not in fingerprints] or [Path()]
    if not fingerprints:
        raise CheckerError("no fingerprint", hint=COPY)
    if not word.reason.strip():
        raise CheckerError("--reason: say why it may stand")
    hint = "run 'checker check' on the same paths, or write it all the same with --force"
    for mark, articles, one in findings_named(fingerprints, paths, draft, given, hint, force=force):
        fingerprint = one.fingerprint if one else mark
        path = write_entry(articles, fingerprint, one, word)
        click.echo(f"accepted {fingerprint} in {shown(path)}")


def write_entry(articles: ArticleSet, fingerprint: str, finding: Finding | None, word: Word) -> Path:
    """Add an entry to the accepted.yaml of a set, or put it in place of the one that is there."""
    path = Path(articles.folder or "") / FILE
    entry: dict[str, Any] = {"fingerprint": fingerprint}
    if finding is not None:
        entry |= {"rule": finding.rule, "about": " ".join(finding.message.split())}
    if articles.written and not all(article.path for article in articles.articles):
        entry["set"] = articles.id  # the sets of a stream share one file
    entry |= _draft_beside(articles, path.parent)
    entry["reason"] = " ".join(word.reason.split())
    entry |= {"who": word.who, "when": word.when, "until": word.until}
    entry = {key: value for key, value in entry.items() if value is not None}
    write(_with_entry(path, entry), path)
    return path


def _draft_beside(articles: ArticleSet, folder: Path) -> dict[str, str]:
    """The draft's file, where drafts of several sets may lie in the folder."""
    drafts = [a.path for a in articles.articles if a.path and a.role is Role.DRAFT]
    if (
        len(drafts) != 1
        or (folder / set_file.NAME).is_file()
        or os.path.realpath(Path(drafts[0]).parent) != os.path.realpath(folder)
    ):
        return {}
    return {"draft": Path(drafts[0]).name}


def _with_entry(path: Path, entry: dict[str, Any]) -> str:
    """The text of the file with the entry, and everything else in it as it was."""
    entries = read_entries(path)
    old = path.read_text(encoding="utf-8-sig") if path.is_file() else _HEAD
    lines = old.splitlines()
    given = yaml.safe_dump([entry], sort_keys=False, allow_unicode=True, width=10**6).splitlines()
    if not entries:
        return "\n".join([*lines, *given]) + "\n"
    root = root_of(old, path)
    given = [" " * root.start_mark.column + line for line in given]
    same = [
        node
        for (kept, _), node in zip(entries, root.value, strict=True)
        if (kept.fingerprint, kept.set) == (entry["fingerprint"], entry.get("set"))
    ]
    if same:
        first, last = same[0].start_mark.line, last_line(same[0], lines)
        lines[first : last + 1] = given
    else:
        end = last_line(root, lines) + 1
        lines[end:end] = given
    return "\n".join(lines) + "\n"


def root_of(text: str, path: Path) -> Any:
    """The list in a file of accepted findings, which must have a line for each entry to be written to."""
    root = marked_yaml.loads(text, shown(path)).root
    if root.flow_style:
        hint = "begin each entry with '- ' in a line"
        raise CheckerError("a list in brackets", path=shown(path), hint=hint)
    return root


def last_line(node: Any, lines: Sequence[str]) -> int:
    """The line, from 0, on which the last word of a node stands: comments after it are not its own."""
    while isinstance(node, yaml.CollectionNode):
        node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    first, last = node.start_mark.line, node.end_mark.line
    if last > first and node.end_mark.column == 0:
        last -= 1
    while last > first and not lines[last].strip():  # blank lines after a text of several
        last -= 1
    return int(last)


def git_name() -> str | None:
    """Who works here, as git knows it."""
    try:
        found = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, check=False)
    except OSError:
        return None
    return found.stdout.strip() or os.environ.get("GIT_AUTHOR_NAME") or None
