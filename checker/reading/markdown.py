"""Markdown with YAML front matter: the words without the mark-up, every line where it was."""

from __future__ import annotations

import html
import re
from typing import Any

from checker.errors import InputError
from checker.model import Comment, Role
from checker.reading.account import Account
from checker.reading.described import FrontMatter, slip
from checker.reading.text import decode
from checker.yaml_files import marked_yaml

# One pass over a line; every alternative is a bounded class or a literal, so the cost is linear.
_INLINE = re.compile(
    r"""
      (?P<escape>\\[!-/:-@\[-`{-~])
    | (?P<image>!?)\[(?P<text>[^\[\]\n]*)\]
      (?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:[ ]"[^"\n]*")?\)|\[[^\[\]\n]*\])
    | (?P<note>\[\^[^\[\]\s]+\])
    | <(?P<auto>https?://[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>
    | (?P<tag></?[A-Za-z][^<>\n]*>)
    | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    | (?P<run>\*{1,3}|_{1,3}|~~|`+)
    """,
    re.VERBOSE,
)
_LEAD = re.compile(
    r"[ \t]{0,3}(?:>[ \t]?){0,9}[ \t]{0,12}(?:\#{1,6}[ \t]+|[-*+][ \t]+|[0-9]{1,3}[.)][ \t]+)?"
)
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\]\n]+\]:[ \t]")


def read(data: bytes) -> list[Account]:
    text = decode(data)
    head, body, line = _split(text)
    about = FrontMatter() if head is None or not head.strip("- \n") else _about(head)
    shown, removed = plain(body)
    given: dict[str, Any] = dict(about)
    given["title"] = about.title or _heading(body)
    given["role"] = about.role or (Role.DRAFT if about.sources else None)
    comments = comments_in(body, line)
    return [Account(shown, **given, line=line, removed=removed, comments=comments, lined=True)]


def _heading(body: str) -> str | None:
    """The heading that the text begins with."""
    line = body.split("\n", 1)[0]
    return (plain(line)[0].strip(" #") or None) if line.startswith("# ") else None


def _about(head: str) -> FrontMatter:
    marked = marked_yaml.loads(head, "")
    wrong = slip(marked.data, FrontMatter) if isinstance(marked.data, dict) else None
    if wrong:
        key, near = wrong
        raise marked.error(f"unknown key {key!r}", (key,), hint=f"did you mean {near!r}?", key=True)
    return marked_yaml.validate(FrontMatter, marked)


def _split(text: str) -> tuple[str | None, str, int]:
    """Front matter with its first ---, the body, and the line of the file at which the body begins."""
    lines = text.split("\n")
    head, start = None, 0
    if lines[0].rstrip() == "---":
        end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
        if end is None:
            raise InputError(
                "the front matter has no end",
                line=1,
                column=1,
                source=text,
                hint="close it with a line of ---",
            )
        head, start = "\n".join(lines[:end]), end + 1
    while start < len(lines) and not lines[start].strip():
        start += 1
    return head, "\n".join(lines[start:]).rstrip(), start + 1


def plain(body: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without its mark-up, and where characters were left out (see Article.removed)."""
    kept: list[str] = []
    removed: list[tuple[int, int]] = []
    offset = 0
    for line in _without_comments(body):
        words, gaps = _plain_line(line)
        removed += [(offset + at, size) for at, size in gaps]
        kept.append(words)
        offset += len(words) + 1
    return "\n".join(kept), tuple(removed)


def comments_in(body: str, line: int) -> tuple[Comment, ...]:
    """The comments, with their lines; `line` is that of the body's first."""
    found, at = [], 0
    while (start := body.find("<!--", at)) >= 0:
        end = body.find("-->", start)
        first = line + body.count("\n", at, start)
        line = first + body.count("\n", start, max(end, start))
        if end < 0:
            break
        found.append(Comment(body[start + 4 : end].strip(), first, line))
        at = end
    return tuple(found)


def _without_comments(body: str) -> list[str]:
    """The lines, with NUL in place of every character of a comment."""
    pieces, at = [], 0
    while (start := body.find("<!--", at)) >= 0:
        end = body.find("-->", start)
        end = len(body) if end < 0 else end + 3
        pieces += [body[at:start], "".join("\n" if c == "\n" else "\0" for c in body[start:end])]
        at = end
    return "".join([*pieces, body[at:]]).split("\n")


def _plain_line(line: str) -> tuple[str, list[tuple[int, int]]]:
    if _is_rule(line) or _DEFINITION.match(line):
        return "", []
    lead = _LEAD.match(line)
    at = begin = lead.end() if lead else 0
    stretches: list[tuple[int, str]] = []  # column from 0, words
    for match in _INLINE.finditer(line, at):
        shown = _shown(match, line)
        if shown is None:
            continue
        column, words = shown
        if match["image"] and (line[begin : match.start()].strip() or line[match.end() :].strip()):
            words = ""  # an image within a line is a sign in it; alone, its words are a caption
        stretches.append((at, line[at : match.start()]))
        if words:
            inner = _plain_part(words) if match["text"] is not None else [(0, words)]
            stretches += [(column + gap, part) for gap, part in inner]
        at = match.end()
    stretches.append((at, line[at:]))
    return _joined(stretches)


def _is_rule(line: str) -> bool:
    """A line that only draws: under a heading, between parts, round code or in a table."""
    marks = line.strip()
    drawn = len(marks) > 2 and set(marks) <= set("=-*_|: \t") and not marks.startswith("- ")
    return drawn or marks.startswith(("```", "~~~"))


def _plain_part(words: str) -> list[tuple[int, str]]:
    """The words of a link without the emphasis marks inside it."""
    return [(m.start(), m.group()) for m in re.finditer(r"[^*`]+", words)]


def _shown(match: re.Match[str], line: str) -> tuple[int, str] | None:
    """What is left of a piece of mark-up and its column; None if it is none after all."""
    if match["escape"]:
        return match.start() + 1, match["escape"][1]
    if match["text"] is not None:
        return match.start("text"), match["text"]
    if match["auto"]:
        return match.start("auto"), match["auto"]
    if match["entity"]:
        meant = html.unescape(match["entity"])
        return None if meant == match["entity"] else (match.start(), meant.replace("\xa0", " "))
    if match["run"]:
        before = line[match.start() - 1 : match.start()]
        after = line[match.end() : match.end() + 1]
        beside = before.strip("\0 \t") or after.strip("\0 \t")
        within_word = match["run"][0] == "_" and before.isalnum() and after.isalnum()
        product = before.isdigit() and after.isdigit()
        return (match.start(), "") if beside and not within_word and not product else None
    new_line = (match["tag"] or "").lower().startswith(("<br", "</p", "<p"))
    return match.start(), " " if new_line else ""


def _joined(stretches: list[tuple[int, str]]) -> tuple[str, list[tuple[int, int]]]:
    words, gaps, shift = "", [], 0
    for column, stretch in stretches:
        for part in re.finditer(r"[^\0]+", stretch):
            if column + part.start() - len(words) != shift:
                shift = column + part.start() - len(words)
                gaps.append((len(words), shift))
            words += part.group()
    return words.rstrip(), gaps
