"""What the HTML report shows of one set, made ready for its template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from checker.model import DraftItem, Evidence, Fact, Finding, Places, Role, Severity, Span, Support
from checker.reports import drafted
from checker.reports.html_views import Card, Draft, Item, Matrix, Names, Quote, Row, SetView, Text
from checker.reports.marking import Piece, pieces
from checker.reports.places import Fingerprints, around
from checker.reports.repairs import repair_of
from checker.reports.report import Report
from checker.reports.shown import (
    Column,
    columns_of,
    drafts_first,
    in_rows,
    listed,
    nothing_to_compare,
    published,
    quiet,
    reading,
    sign,
)
from checker.reports.timeline import timelines

_WORST = (Support.CONTRADICTED, Support.ELSEWHERE, Support.ABSENT, Support.UNDECIDED, Support.BACKED)


def set_view(number: int, report: Report, sources: Names, speakers: Names, anchors: Fingerprints) -> SetView:
    """The set as shown; `anchors` are unique over the run."""
    view = _Set(f"s{number}", report)
    cards = tuple(view.card(finding, sources, speakers, anchors) for finding in report.findings)
    view.anchor_of.update({f.fingerprint: c.anchor for f, c in zip(report.findings, cards, strict=True)})
    tally = Counter(finding.severity for finding in report.findings)
    names = {a.id: a.name for a in report.articles.articles}
    return SetView(
        id=view.id,
        title=report.articles.heading,
        report=report,
        tally=tuple((s.value, tally[s]) for s in Severity if tally[s]),
        quiet=quiet(report),
        nothing=nothing_to_compare(report),
        disputed=view.matrix([fact for fact in report.facts if fact.disagrees]),
        agreed=view.matrix([fact for fact in in_rows(report.facts) if not fact.disagrees]),
        cards=cards,
        timelines=timelines(report.facts),
        drafts=tuple(view.drafts()),
        texts=tuple(view.texts()),
        shared=tuple(listed([names[i] for i in ids]) for ids in report.shared_copy),
    )


class _Set:
    """The ids of one set's articles and words."""

    def __init__(self, name: str, report: Report) -> None:
        self.id = name
        self.report = report
        self.articles = report.articles.articles
        self.text_id = {a.id: f"{name}-text-{n}" for n, a in enumerate(self.articles, 1)}
        self.anchor_of: dict[str, str] = {}
        self.marks: dict[tuple[str, Span], list[Finding]] = {}
        for finding in report.findings:
            for e in finding.evidence:
                self.marks.setdefault((e.article.id, e.span), []).append(finding)
        for item in report.draft:  # a link leads to these words, too
            for e in (item.evidence, *item.sources):
                self.marks.setdefault((e.article.id, e.span), [])
        self.found = Places((of, span, f) for (of, span), findings in self.marks.items() for f in findings)

    def mark_id(self, evidence: Evidence) -> str:
        return f"{self.text_id[evidence.article.id]}-{evidence.span.start}-{evidence.span.end}"

    def card(self, finding: Finding, sources: Names, speakers: Names, anchors: Fingerprints) -> Card:
        sides: dict[int, list[Quote]] = {}
        for e in finding.evidence:
            sides.setdefault(e.side, []).append(self.quote(e))
        who = [e.speaker or e.article.name for e in finding.evidence]
        return Card(
            anchor=anchors.unique(finding),
            finding=finding,
            note=next((rule for rule in self.report.rules if rule.id == finding.rule), None),
            sides=tuple((side, tuple(quotes)) for side, quotes in sides.items()),
            sources=" ".join(dict.fromkeys(str(sources.number(e.article.name)) for e in finding.evidence)),
            speakers=" ".join(dict.fromkeys(str(speakers.number(name)) for name in who)),
            repair=repair_of(finding) if finding.accepted is None else None,
        )

    def quote(self, e: Evidence) -> Quote:
        text = e.article.text
        start, end = around(e)
        return Quote(
            source=e.article.name,
            draft=e.article.role is Role.DRAFT,
            speaker=e.speaker if e.speaker != e.article.name else None,
            where=f"{e.article.path or e.article.id}:{e.line}",
            mark=self.mark_id(e),
            text=self.text_id[e.article.id],
            before=text[start : e.span.start],
            words=e.text,
            after=text[e.span.end : end],
            value=reading(e),
            published=published(e.article.published),
        )

    def matrix(self, facts: Sequence[Fact]) -> Matrix:
        """Only the columns that say something of these facts."""
        columns = drafts_first(columns_of(self.report, facts))
        return Matrix(
            tuple((c.name, c.article.role is Role.DRAFT, published(c.article.published)) for c in columns),
            tuple(self._row(fact, columns) for fact in facts),
        )

    def _row(self, fact: Fact, columns: Sequence[Column]) -> Row:
        finding = self._about(fact)
        anchor = self.anchor_of.get(finding.fingerprint) if finding else None
        return Row(
            fact.label,
            fact.kind.value,
            sign(fact),
            anchor,
            tuple(_cell(column.cell(fact), finding) for column in columns),
        )

    def _about(self, fact: Fact) -> Finding | None:
        """The finding that sets most of the row's cells against one another, the worst of them."""
        sides: dict[str, set[int]] = {}
        findings: dict[str, Finding] = {}
        for article, cell in fact.cells:
            for e in cell:
                for finding in self.marks.get((article, e.span), ()):
                    findings[finding.fingerprint] = finding
                    mine = (x.side for x in finding.evidence if (x.article.id, x.span) == (article, e.span))
                    sides.setdefault(finding.fingerprint, set()).update(mine)
        order = sorted(findings.values(), key=lambda f: (-len(sides[f.fingerprint]), f.severity.rank, f.rule))
        return order[0] if order else None

    def texts(self) -> Iterator[Text]:
        for article in self.articles:
            marks = [(span, (span, fs)) for (of, span), fs in self.marks.items() if of == article.id]
            name = self.text_id[article.id]
            cut: list[tuple[str, tuple[str, ...], str | None]] = []
            for piece in pieces(article.text, marks):
                ids = dict.fromkeys(f"{name}-{span.start}-{span.end}" for span, _ in piece.begins)
                told = dict.fromkeys(self.anchor_of[f.fingerprint] for _, fs in piece.marks for f in fs)
                cut.append((piece.text, tuple(ids), " ".join(told) if piece.marks else None))
            draft = article.role is Role.DRAFT
            yield Text(name, article, published(article.published), draft, tuple(cut))

    def drafts(self) -> Iterator[Draft]:
        for article in self.articles:
            items = [item for item in self.report.draft if item.evidence.article.id == article.id]
            if not items:
                continue
            shown = [(item, self._item(item, number)) for number, item in enumerate(items, 1)]
            tally = Counter(item.support for item in items)
            rest = [item for item in items if not drafted.is_open(item)]
            cut = pieces(article.text, [(item.evidence.span, (item, view)) for item, view in shown])
            yield Draft(
                article.name,
                tuple((s.name.lower(), drafted.SIGNS[s], s.value, tally[s]) for s in Support),
                tuple((piece.text, _worst(piece)) for piece in cut),
                tuple(view for item, view in shown if drafted.is_open(item)),
                tuple(view for item, view in shown if not drafted.is_open(item)),
                drafted.tally(rest),
            )

    def _item(self, item: DraftItem, number: int) -> Item:
        e = item.evidence
        anchors = [self.anchor_of[f.fingerprint] for f in self.found.at(e.article.id, e.span)]
        return Item(
            f"{self.text_id[e.article.id]}-item-{number}",
            item.support.name.lower(),
            drafted.SIGNS[item.support],
            drafted.outcome(item),
            item.support is Support.BACKED and not item.qualifiers,
            drafted.words(item),
            self.quote(e),
            tuple(self.quote(source) for source in item.sources),
            anchors[0] if anchors else None,
        )


def _worst(piece: Piece[tuple[DraftItem, Item]]) -> Item | None:
    """The item to show where several overlap."""
    ranked = sorted(piece.marks, key=lambda mark: _WORST.index(mark[0].support))
    return ranked[0][1] if ranked else None


def _cell(cell: Sequence[Evidence], finding: Finding | None) -> tuple[tuple[str, int | None, str], ...]:
    given = finding.evidence if finding else ()
    sides = {(e.article.id, e.span): e.side for e in given}
    alike = {e.value: e.side for e in reversed(given) if e.value}  # one more account of the same
    found: dict[str, tuple[str, int | None, str]] = {}
    for e in cell:
        text = " ".join(e.text.split())
        found.setdefault(
            text.lower(), (text, sides.get((e.article.id, e.span), alike.get(e.value)), reading(e))
        )
    return tuple(found.values())
