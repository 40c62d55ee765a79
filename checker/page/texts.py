"""What the form of the page gives, as a set; names of files are labels here and never paths."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path, PureWindowsPath
from textwrap import shorten

from checker.errors import InputError
from checker.model import Article, ArticleSet, Failure, Role
from checker.page.original import Original
from checker.reading import formats
from checker.reading.account import Account, read_time
from checker.reading.files import Named, assembled, guarded
from checker.reading.gate import known
from checker.reports.repairs import Repair

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Text:
    """A text that was pasted, with what was written beside it."""

    text: str = ""
    name: str = ""
    published: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was dropped or chosen."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Given:
    """A filled-in form."""

    draft: Text = Text()
    sources: tuple[Text, ...] = ()
    draft_files: tuple[Upload, ...] = ()
    source_files: tuple[Upload, ...] = ()


def set_of(given: Given, folder: str | None = None) -> ArticleSet:
    """The set that a form gives; `folder` is where what is accepted is kept. InputError if it gives none."""
    if given.draft.text.strip() and given.draft_files:
        raise InputError("there are two drafts, a text and a file", hint="empty one of them")
    failed: list[Failure] = []
    sources: list[Named] = []
    for file in given.source_files:
        with guarded(_label(file), failed):
            sources += _uploaded(file)
    for number, text in enumerate(given.sources, 1):
        sources += _pasted(text, f"Source {number}")
    draft = [one for file in given.draft_files for one in _uploaded(file)] or _pasted(given.draft, "Draft")
    if not draft and not sources and not failed:
        raise InputError("there is no text yet", hint="paste the draft and its sources, or choose files")
    named = [(replace(_about(account, given.draft), role=Role.DRAFT), path) for account, path in draft]
    named += [(replace(account, role=Role.SOURCE), path) for account, path in sources]
    found = assembled("", named, failed, folder=folder)
    articles = tuple(replace(article, path=None) for article in found.articles)
    name = next((shorten(a.title or a.text, _LONGEST_NAME, placeholder=" …") for a in articles), "")
    return replace(found, id=name, articles=articles)


def original_of(given: Given, articles: ArticleSet) -> Original | None:
    """The Word document that the draft of the set was dropped as."""
    files = [file.data for file in given.draft_files if file.name.lower().endswith(".docx")]
    texts = [article.text for article in articles.articles if article.role is Role.DRAFT]
    return Original(files[0], texts[0]) if len(files) == len(texts) == 1 else None


def _pasted(text: Text, label: str) -> list[Named]:
    path = Path(f"{label}.txt")
    found = formats.read_accounts(text.text.encode(), str(path)) if text.text.strip() else ()
    return [(_about(account, text), path) for account in found]


def _about(account: Account, text: Text) -> Account:
    """The account with what was written beside it."""
    try:
        when = read_time(text.published) if text.published.strip() else account.published
    except ValueError:
        hint = "write it as 2025-03-18 21:30, with the time zone if you know it, or leave it empty"
        raise InputError(f"{text.published!r} is no date that can be read", hint=hint) from None
    name = text.name.strip()[:_LONGEST_NAME] or account.publisher
    return replace(account, publisher=name, published=when, title=text.title.strip() or account.title)


def _label(file: Upload) -> Path:
    """The last part of the name, whichever system it comes from."""
    return Path(PureWindowsPath(file.name).name[-_LONGEST_NAME:] or "file")


def _uploaded(file: Upload) -> list[Named]:
    path = _label(file)
    known(path, tuple(formats.MODULES))
    return [(account, path) for account in formats.read_accounts(file.data, str(path))]


def as_given(articles: ArticleSet) -> Given:
    """A set as a form that can be changed, whatever its texts were read from."""
    drafts = (_text(a) for a in articles.articles if a.role is Role.DRAFT)
    sources = tuple(_text(a) for a in articles.articles if a.role is not Role.DRAFT)
    return Given(next(drafts, Text()), sources)


def _text(article: Article) -> Text:
    when = article.published.isoformat() if article.published else ""
    return Text(article.text, article.name, when, article.title or "")


def repaired(articles: ArticleSet, repair: Repair) -> ArticleSet:
    """The set with the source's words in its draft."""
    changed = (_with_words(a, repair) if a.id == repair.draft.article.id else a for a in articles.articles)
    return replace(articles, articles=tuple(changed))


def _with_words(article: Article, repair: Repair) -> Article:
    start, end = repair.draft.span
    longer = len(repair.words) - (end - start)

    def moved(pairs: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((at + longer if at >= end else at, number) for at, number in pairs)

    return replace(
        article,
        text=article.text[:start] + repair.words + article.text[end:],
        removed=moved(article.removed),
        places=moved(article.places),
    )
