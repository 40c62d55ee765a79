"""What the HTML report shows of one set, as its template asks for it: ids, marks and links, no mark-up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from checker.model import Article, DraftItem, Evidence, Fact, Finding, Places, Severity, Span, Support
from checker.reports.marking import pieces
from checker.reports.places import Fingerprints
from checker.reports.report import Report
from checker.reports.shown import Column, columns_of, drafts_first, in_rows, listed, reading

_WORST = (Support.CONTRADICTED, Support.ELSEWHERE, Support.ABSENT, Support.UNDECIDED, Support.BACKED)


class Names:
    """Numbers for names of evidence, so that filters work on numbers and names stand in the page once."""

    def __init__(self, findings: Iterable[Finding], name_of: Callable[[Evidence], str]) -> None:
        self._name_of = name_of
        self._names: dict[str, tuple[int, str]] = {}
        for name in (name_of(e) for finding in findings for e in finding.evidence):
            self._names.setdefault(name.casefold(), (len(self._names), name))

    def of(self, finding: Finding) -> str:
        """The numbers of those in a finding; one for "both leaders" and "Both leaders"."""
        names = (self._name_of(e).casefold() for e in finding.evidence)
        return " ".join(dict.fromkeys(str(self._names[name][0]) for name in names))

    def numbered(self) -> list[tuple[int, str]]:
        return [self._names[name] for name in sorted(self._names)]


class SetView:
    """A set as shown; `anchors` are unique over the run."""

    def __init__(self, number: int, report: Report, anchors: Fingerprints) -> None:
        self.id = f"s{number}"
        self.report = report
        self.title = report.articles.heading
        self.notes = {rule.id: rule for rule in report.rules}
        articles = report.articles.articles
        self._texts = {a.id: f"{self.id}-text-{n}" for n, a in enumerate(articles, 1)}
        self._anchors = {f.fingerprint: anchors.unique(f) for f in report.findings}
        self._marks: dict[tuple[str, Span], list[Finding]] = {}
        for finding in report.findings:
            for e in finding.evidence:
                self._marks.setdefault((e.article.id, e.span), []).append(finding)
        for item in report.draft:  # a link leads to these words, too
            for e in (item.evidence, *item.sources):
                self._marks.setdefault((e.article.id, e.span), [])
        self._found = Places((of, span, f) for (of, span), found in self._marks.items() for f in found)
        self.drafts = [(a, items) for a in articles if (items := self._items(a))]
        numbered = (pair for _, items in self.drafts for pair in enumerate(items, 1))
        self._item_ids = {id(i): f"{self.text_id(i.evidence.article)}-item-{n}" for n, i in numbered}

    def _items(self, article: Article) -> list[DraftItem]:
        return [item for item in self.report.draft if item.evidence.article.id == article.id]

    @property
    def tally(self) -> list[tuple[str, int]]:
        tally = Counter(finding.severity for finding in self.report.findings)
        return [(s.value, tally[s]) for s in Severity if tally[s]]

    @property
    def shared(self) -> list[str]:
        names = {a.id: a.name for a in self.report.articles.articles}
        return [listed([names[i] for i in ids]) for ids in self.report.shared_copy]

    def anchor(self, finding: Finding) -> str:
        return self._anchors[finding.fingerprint]

    def text_id(self, article: Article) -> str:
        return self._texts[article.id]

    def mark(self, e: Evidence) -> str:
        """The id of the words in the article's text."""
        return f"{self.text_id(e.article)}-{e.span.start}-{e.span.end}"

    def sides(self, finding: Finding) -> list[tuple[int, list[Evidence]]]:
        sides: dict[int, list[Evidence]] = {}
        for e in finding.evidence:
            sides.setdefault(e.side, []).append(e)
        return list(sides.items())

    def facts(self, disagree: bool) -> list[Fact]:
        return [fact for fact in in_rows(self.report.facts) if fact.disagrees is disagree]

    def columns(self, facts: Sequence[Fact]) -> list[Column]:
        """Only those that say something of these facts."""
        return drafts_first(columns_of(self.report, facts))

    def about(self, fact: Fact) -> Finding | None:
        """The finding that sets most of the row's cells against one another, the worst of them."""
        sides: dict[str, set[int]] = {}
        findings: dict[str, Finding] = {}
        for article, cell in fact.cells:
            for e in cell:
                for finding in self._marks.get((article, e.span), ()):
                    findings[finding.fingerprint] = finding
                    mine = (x.side for x in finding.evidence if (x.article.id, x.span) == (article, e.span))
                    sides.setdefault(finding.fingerprint, set()).update(mine)
        order = sorted(findings.values(), key=lambda f: (-len(sides[f.fingerprint]), f.severity.rank, f.rule))
        return order[0] if order else None

    def cell(
        self, fact: Fact, column: Column, finding: Finding | None
    ) -> Iterable[tuple[str, int | None, str]]:
        """Words with the side of the finding that they are on, and what they were read as."""
        given = finding.evidence if finding else ()
        sides = {(e.article.id, e.span): e.side for e in given}
        alike = {e.value: e.side for e in reversed(given) if e.value}  # one more account of the same
        found: dict[str, tuple[str, int | None, str]] = {}
        for e in column.cell(fact):
            text = " ".join(e.text.split())
            side = sides.get((e.article.id, e.span), alike.get(e.value))
            found.setdefault(text.lower(), (text, side, reading(e)))
        return found.values()

    def marked(self, article: Article) -> Iterator[tuple[str, list[str], str | None]]:
        """The text cut into words, the ids that begin there, and the findings they are of; None for none."""
        name = self.text_id(article)
        marks = [(span, (span, found)) for (of, span), found in self._marks.items() if of == article.id]
        for piece in pieces(article.text, marks):
            ids = dict.fromkeys(f"{name}-{span.start}-{span.end}" for span, _ in piece.begins)
            told = dict.fromkeys(self.anchor(f) for _, found in piece.marks for f in found)
            yield piece.text, list(ids), " ".join(told) if piece.marks else None

    def held(self, article: Article, items: Sequence[DraftItem]) -> Iterator[tuple[str, DraftItem | None]]:
        """A draft cut into words, each with the item that it is of; the worst where several overlap."""
        for piece in pieces(article.text, [(item.evidence.span, item) for item in items]):
            yield piece.text, min(piece.marks, key=lambda i: _WORST.index(i.support), default=None)

    def item_id(self, item: DraftItem) -> str:
        return self._item_ids[id(item)]

    def told(self, item: DraftItem) -> str | None:
        """The anchor of the finding that tells of an item."""
        found = self._found.at(item.evidence.article.id, item.evidence.span)
        return self.anchor(found[0]) if found else None
