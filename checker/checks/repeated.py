"""Words of a draft that stand twice in a row: "the the", "at the last minute at the last minute".

A slip of the pen, or of a machine. One that a writer means ("had had", "very very") is none, nor is one
that a source has, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.data import word_list
from checker.model import Article, Span, Verdict
from checker.readings import SetReading
from checker.verdicts import Problem, evidence

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDS = re.compile(r"[.!?\"“”]|\n\s*\n")  # sentences and paragraphs: what begins the next repeats nothing
_LONGEST = 4  # words of a phrase that stands twice


def find(reading: SetReading) -> Iterator[Problem]:
    known = {text.lower() for item in reading.sources for text, _ in _repeats(item.article)}
    for draft in reading.drafts:
        for text, span in _repeats(draft.article):
            if text.lower() in known:
                continue
            yield Problem(
                Verdict.UNSOUND,
                (f"“{text}” stands twice",),
                (evidence(draft, span),),
                about=draft.article.id,
                told=(text,),
                reasons=("the same words follow each other",),
            )


def _repeats(article: Article) -> Iterator[tuple[str, Span]]:
    """Each phrase that stands twice with where both stand; a comma between counts at the end."""
    found = list(_WORD.finditer(article.text))
    words = [m.group().lower() for m in found]
    after = 0
    for i in range(len(words)):
        if i < after:
            continue
        for size in range(_LONGEST, 0, -1):
            second, end = i + size, i + 2 * size
            if (
                end > len(words)
                or words[i:second] != words[second:end]
                or words[i] in word_list("drafts", "repeated_on_purpose")
            ):
                continue
            between = article.text[found[second - 1].end() : found[second].start()]
            inside = article.text[found[i].start() : found[end - 1].end()]
            ends = article.text[found[end - 1].end() :].lstrip()[:1] in ("", ".", "!", "?")
            if between.strip() not in (("", ",") if ends else ("",)) or _ENDS.search(inside):
                continue
            yield (
                article.words(Span(found[i].start(), found[second - 1].end())),
                Span(found[i].start(), found[end - 1].end()),
            )
            after = end
            break
