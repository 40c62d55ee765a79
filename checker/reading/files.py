"""Files on disk: their bytes, the accounts in them and the articles that these become."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from checker.errors import InputError, did_you_mean
from checker.model import Article, Role
from checker.reading import formats
from checker.reading.account import Account
from checker.reading.entries import entries

MOST_CHARACTERS = 1_000_000  # what the language model takes in one piece
Named = tuple[Account, Path]


def bytes_of(path: Path) -> bytes:
    """The content of a file, or of standard input for '-'."""
    try:
        return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except FileNotFoundError:
        near = nearest(path)
        hint = f"did you mean {near}?" if near else "check the path; it is taken from the current folder"
        raise InputError("no such file or folder", path=path, hint=hint) from None
    except IsADirectoryError:
        hint = "name the files in it one by one"
        raise InputError("this is a folder, and a file is wanted", path=path, hint=hint) from None
    except OSError as e:
        reason = (e.strerror or str(e)).lower()
        hint = "see that it is a file which you may read"
        raise InputError(f"cannot be read: {reason}", path=path, hint=hint) from None


def nearest(path: Path) -> Path | None:
    """The file beside a missing one whose name is most like it."""
    try:
        name = did_you_mean(path.name, [entry.name for entry in path.parent.iterdir()])
    except OSError:
        return None
    return path.parent / name if name else None


def accounts_in(path: Path) -> list[Named]:
    """The accounts in one file, each with its path."""
    return [(account, path) for account in formats.read_accounts(bytes_of(path), str(path))]


def articles_in(folder: Path) -> list[Path]:
    """The files of a folder, in the order of their names, that are in a format which holds articles."""
    known = {*formats.MODULES, *formats.STREAMS}
    found = sorted(
        path
        for path in folder.iterdir()
        if path.is_file()
        and path.suffix.lower() in known
        and not path.name.startswith(".")
        and path.stem.lower() != "readme"
    )
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


def articles_of(named: Sequence[Named], taken: Iterable[str] = ()) -> tuple[Article, ...]:
    """Articles with their ids: their own, else the file's name, else its path where names are not enough.

    `taken` are ids that the set has already.
    """
    used = dict.fromkeys(taken, "an article of the set")
    stems = [path.stem for path in dict.fromkeys(path for _, path in named)]
    articles = []
    for account, path in named:
        alone = stems.count(path.stem) == 1 and path.stem not in used
        plain = "stdin" if str(path) == "-" else path.stem if alone else path.as_posix()
        same = [other for other, file in named if file == path]
        name = account.id or (plain if len(same) == 1 else f"{plain}-{same.index(account) + 1}")
        if name in used:
            raise InputError(
                f"two articles of one set have the id {name!r}",
                path=path,
                hint=f"the other is {used[name]}; give each its own id",
            )
        used[name] = str(path)
        articles.append(_article(account, name, path))
    return tuple(articles)


def _article(account: Account, name: str, path: Path) -> Article:
    if len(account.text) > MOST_CHARACTERS:
        raise InputError(
            f"the article has {len(account.text):,} characters, and {MOST_CHARACTERS:,} is the most",
            path=path,
            hint="cut it into articles",
        )
    return Article(
        name,
        account.text,
        account.publisher,
        account.role or Role.SOURCE,
        account.published,
        account.title,
        None if str(path) == "-" else str(path),
        account.line - 1,
        account.url,
        account.trust,
        account.removed,
        account.comments,
        account.places,
        account.left_out,
    )
