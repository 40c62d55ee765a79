"""What would put a finding right: the source's words in the place of the draft's."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.model import Evidence, Finding, Kind, Role, Verdict
from checker.reports.places import lines, one_line, quoted

_WRONG = frozenset({Verdict.CONTRADICTION, Verdict.ALTERED})
_ENDS = re.compile(r"(\W*)(.*?)(\W*)", re.DOTALL)
_CUT = re.compile(r"[\[\]…\"“”«»]|\.\.\.")  # an omission, a word put in, or the end of a quotation
_NAMED = frozenset({Kind.DATE, Kind.TIME, Kind.TERM})  # words that keep their capital


class Repair(NamedTuple):
    """`words` of the source that go where the draft's evidence stands."""

    draft: Evidence
    source: Evidence | None  # none where a rule of the house has the words
    words: str

    @property
    def told(self) -> str:
        by = f" ({self.source.said_by})" if self.source else ""
        return f"replace by {quoted(self.words)}{by}"

    @property
    def offer(self) -> str:
        """The same as the label of what does it."""
        return self.told[:1].upper() + self.told[1:]

    @property
    def in_one_piece(self) -> bool:
        """Whether the draft's words stand in its file as in its text: on one line, and no mark-up in them."""
        first, column, last, end = lines(self.draft.article, self.draft.span)
        return first == last and end - column == len(self.draft.text)

    def mended_line(self) -> str | None:
        """The draft's line with the words in it, where that is the whole line of its file."""
        article, (start, end) = self.draft.article, self.draft.span
        first = article.text.rfind("\n", 0, start) + 1
        last = f"{article.text}\n".find("\n", end)
        whole = article.column(first) == 1 and article.column(last) == last - first + 1
        if not (article.lined and article.path and self.in_one_piece and whole):
            return None
        return article.text[first:start] + self.words + article.text[end:last]


def repair_of(finding: Finding) -> Repair | None:
    """The repair, where all sources say one thing and their words fit where those of the draft stand."""
    drafted = [e for e in finding.evidence if e.article.role is Role.DRAFT]
    sources = [e for e in finding.evidence if e.article.role is not Role.DRAFT]
    if finding.fix is not None and len(drafted) == 1:
        return Repair(drafted[0], None, _as_begun(finding.fix, drafted[0]))
    if finding.verdict not in _WRONG or len(drafted) != 1 or not sources:
        return None
    draft, source = drafted[0], sources[0]
    alike = len({(e.value or one_line(e.text)).lower() for e in sources}) == 1
    altered = finding.verdict is Verdict.ALTERED
    if not alike or not (finding.exchanged or altered or _of_one_kind(draft, source)):
        return None
    words = _between(source, draft) if altered else _fitted(source, draft)
    if words is None or ("-" in words and "-" not in draft.text):  # "30-day" goes before a noun only
        return None
    return Repair(draft, source, words)


def _of_one_kind(draft: Evidence, source: Evidence) -> bool:
    return draft.read is not None and source.read is not None and draft.read.kind is source.read.kind


def _between(source: Evidence, draft: Evidence) -> str | None:
    """The words within the draft's own marks; None where either leaves something out or its marks."""
    marks, own, end = _ENDS.fullmatch(one_line(draft.text)).groups()  # type: ignore[union-attr]
    theirs = _ENDS.fullmatch(one_line(source.text))[2]  # type: ignore[index]
    if _CUT.search(own) or _CUT.search(theirs):
        return None
    same = theirs[:1].lower() == own[:1].lower()
    return f"{marks}{own[:1] if same else theirs[:1]}{theirs[1:]}{end}"


def _as_begun(words: str, draft: Evidence) -> str:
    """With a capital where they begin a sentence."""
    begins = draft.span.start == draft.sentence.start
    return words[:1].upper() + words[1:] if begins else words


def _fitted(source: Evidence, draft: Evidence) -> str:
    """The words, without the noun where the draft has none; with a capital where they begin a sentence."""
    alone = draft.read is not None and draft.text == draft.read.text
    words = one_line(source.read.text if alone and source.read else source.text)
    if draft.span.start == draft.sentence.start:
        return _as_begun(words, draft)
    began = source.span.start == source.sentence.start and source.read and source.read.kind not in _NAMED
    return words[:1].lower() + words[1:] if began else words
