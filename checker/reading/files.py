"""Files on disk: their bytes, the accounts in them and the articles that these become."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from checker.data import load
from checker.errors import Errors, InputError, shortened, told
from checker.model import Article, ArticleSet, Failure, Role
from checker.reading import formats
from checker.reading.account import Account
from checker.reading.entries import entries
from checker.reading.gate import Gate, known
from checker.reading.limits import MOST_CHARACTERS, too_long

Named = tuple[Account, Path]


def accounts_in(path: Path, gate: Gate) -> list[Named]:
    """The accounts in one file, each with its path."""
    known(path, (*formats.MODULES, *formats.STREAMS, *formats.SETS))
    return [(account, path) for account in formats.read_accounts(gate.read(path), str(path))]


@contextmanager
def guarded(path: Path, failed: list[Failure]) -> Iterator[None]:
    """Whatever goes wrong with a file is a failure of this one: the others of its set are checked."""
    try:
        yield
    except Exception as e:
        failed += failures(e, path)


def failures(e: Exception, path: Path | str | None = None, article: str | None = None) -> list[Failure]:
    """Whatever went wrong with an article, by default with the whole of its file."""
    error = told(e, path)
    name = article or (None if path is None else str(path))
    return [Failure(one, name) for one in (error.errors if isinstance(error, Errors) else (error,))]


def failed_set(name: str, e: Exception, path: Path | str, line: int | None = None) -> ArticleSet:
    """A set of which nothing could be read."""
    failed = tuple(Failure(failure.error.at(path, line)) for failure in failures(e, path))
    folder = str(path.parent) if isinstance(path, Path) else None
    return ArticleSet(shortened(name), (), folder=folder, failed=failed)


def articles_in(folder: Path, gate: Gate) -> list[Path]:
    """The files of a folder, in the order of their names, that hold articles, readable or not.

    What is no file but is named like one is told, too, and so is a link that leads nowhere.
    """
    known = {*formats.MODULES, *formats.STREAMS}
    try:
        found = sorted(
            path
            for path in folder.iterdir()
            if path.suffix.lower() in (*known, *load("files")["documents"])
            and not path.name.startswith((".", "~$"))
            and path.stem.lower() != "readme"
            and not path.is_dir()
            and gate.wants(path)
        )
    except OSError as e:
        raise told(e, folder) from None
    if not found:
        raise InputError(
            "no article in this folder",
            path=folder,
            hint=f"put a set.yaml into it, or files that end in {', '.join(sorted(known))}",
        )
    return found


def usable(named: Sequence[Named]) -> tuple[list[Named], tuple[str, ...]]:
    """The accounts of a set, and in words the stories of its files that are none: withdrawn, without text.

    Of the versions of one story only the last may count: a story that was withdrawn is none in its earlier
    versions, either. No clock is read: an embargo is over where the set has an account that was published
    at its end or later.
    """
    named = [(part, path) for account, path in named for part in entries(account)]
    latest = max((account.published for account, _ in named if account.published), default=None)
    in_order = sorted((account for account, _ in named), key=_version)
    last = {(account.publisher, account.story): account for account in in_order}
    used, unused = [], []
    for account, path in named:
        why = account.unused
        if why is None and account.until is not None and (latest is None or latest < account.until):
            why = f"under embargo until {account.until.isoformat()}"
        newer = last[account.publisher, account.story]
        if why is None and account.story is not None and _version(newer) > _version(account):
            why = newer.unused or "replaced by a later version"
        if why is None or account.role is Role.DRAFT:
            used.append((account, path))
        else:
            unused.append(f"{account.title!r} of {path}, {why}" if account.title else f"{path}, {why}")
    return used, tuple(unused)


def _version(account: Account) -> tuple[int, datetime]:
    return account.version, account.published or datetime.min.replace(tzinfo=UTC)


def articles_of(
    named: Sequence[Named], failed: list[Failure], taken: Iterable[str] = ()
) -> tuple[Article, ...]:
    """Articles with their ids: their own, else the file's name, else its path where names are not enough.

    `taken` are ids that the set has already; `failed` gets those that are too long.
    """
    used = dict.fromkeys(taken, "an article of the set")
    held = Counter(path for _, path in named)
    stems = Counter(path.stem for path in held)
    numbers: Counter[Path] = Counter()
    articles = []
    for account, path in named:
        alone = stems[path.stem] == 1 and path.stem not in used
        plain = "stdin" if str(path) == "-" else path.stem if alone else path.as_posix()
        numbers[path] += 1
        name = account.id or (plain if held[path] == 1 else f"{plain}-{numbers[path]}")
        if name in used:
            raise InputError(
                f"two articles of one set have the id {name!r}",
                path=path,
                hint=f"the other is {used[name]}; give each its own id",
            )
        used[name] = str(path)
        if len(account.text) > MOST_CHARACTERS:
            failed.append(Failure(too_long(account.text).at(path), name))
        else:
            articles.append(article_of(account, name, path))
    return tuple(articles)


def article_of(account: Account, name: str, path: Path | None = None) -> Article:
    """The account as an article of a set; what both have by one name is the same."""
    given: dict[str, Any] = {f.name: getattr(account, f.name, f.default) for f in fields(Article)}
    given |= {"id": name, "role": account.role or Role.SOURCE, "line_offset": account.line - 1}
    return Article(**given | {"path": None if path is None or str(path) == "-" else str(path)})


def assembled(name: str, named: Sequence[Named], failed: list[Failure], **about: Any) -> ArticleSet:
    """A set of these accounts; what is none that may be used is told."""
    used, unused = usable(named)
    articles = articles_of(used, failed)
    return ArticleSet(name, articles, failed=tuple(failed), unused=unused, **about)
