"""The HTML report in a real browser: what an editor sees and does, and that no text becomes mark-up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from checker.model import Support
from checker.reports import Look, renderer
from checker.reports.places import sentence
from checker.reports.report import Report
from checker.reports.shown import listed

CASE = "2025-03-18-ceasefire-call"


def render(*reports: Report) -> str:
    return renderer("html")(list(reports), Look())


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens a report; anything asked of the network or said on the console fails the test."""
    contexts: list[Any] = []
    trouble: list[str] = []

    def open_it(text: str, anchor: str = "", **options: Any) -> Any:
        path = tmp_path / "report.html"
        path.write_text(text, encoding="utf-8")
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith("file:") else trouble.append(r.url))
        page.goto(path.as_uri() + anchor)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert trouble == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1366])
def test_axe_finds_nothing(
    open_page: Callable[..., Any], report_of: Callable[[str], Report], scheme: str, width: int
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    report = report_of(CASE)
    every = zip(report.draft, cycle(Support), strict=False)  # all five outcomes
    draft = tuple(replace(item, support=support) for item, support in every)
    text = render(replace(report, draft=draft))
    page = open_page(text, color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page.locator(".compare > summary").first.click()
    page.locator(".agreed > summary").first.click()
    page.locator(".rest > summary").first.click()
    page.locator("a.item").first.focus()
    violations = axe.Axe().run(page).response["violations"]
    assert [(v["id"], v["impact"], v["nodes"][0]["html"]) for v in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_finding_opens_both_texts_at_the_words(
    open_page: Callable[..., Any], report_of: Callable[[str], Report]
) -> None:
    report = report_of(CASE)
    stance = next(f for f in report.findings if f.rule == "general.contrary")
    page = open_page(render(report), f"#{stance.fingerprint}")  # by its anchor
    card = page.locator(f"[id='{stance.fingerprint}']")
    assert card.locator(".pane").count() == len(stance.evidence)
    for pane, evidence in zip(card.locator(".pane").all(), stance.evidence, strict=True):
        assert evidence.article.text in pane.locator(".text").inner_text()
        here = pane.locator("mark.here")
        assert evidence.text in "".join(mark.text_content() for mark in here.all())
        body, mark = pane.locator(".body").bounding_box(), here.first.bounding_box()
        assert body["y"] <= mark["y"] <= body["y"] + body["height"]
    assert page.evaluate("document.activeElement.id") == stance.fingerprint


def test_texts_open_by_keyboard(open_page: Callable[..., Any], report_of: Callable[[str], Report]) -> None:
    page = open_page(render(report_of(CASE)))
    page.locator(".compare > summary").first.focus()
    page.keyboard.press("Enter")
    page.locator(".pane").first.wait_for()
    assert page.locator(".finding").first.locator(".pane").count() >= 2
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "body"


def test_filters(open_page: Callable[..., Any], report_of: Callable[[str], Report]) -> None:
    report = report_of(CASE)
    page = open_page(render(report))
    shown = page.locator(".finding:visible")
    assert shown.count() == len(report.findings)
    page.locator("input[value=error]").uncheck()
    assert shown.count() == sum(f.severity != "error" for f in report.findings)
    page.locator("button[type=reset]").click()
    page.locator("select[name=rule]").select_option("general.count")
    assert shown.count() == sum(f.rule == "general.count" for f in report.findings)
    assert page.locator("#shown").inner_text() == f"{shown.count()} of {len(report.findings)} findings"
    page.locator("button[type=reset]").click()
    page.locator("select[name=sources]").select_option(label="Third outlet")
    touching = [f for f in report.findings if any(e.article.name == "Third outlet" for e in f.evidence)]
    assert shown.count() == len(touching)
    page.locator("button[type=reset]").click()
    page.locator("select[name=speakers]").select_option(label="Volodymyr Zelensky")
    assert shown.count() == sum(
        any(e.speaker == "Volodymyr Zelensky" for e in f.evidence) for f in report.findings
    )


def test_readable_without_script(open_page: Callable[..., Any], report_of: Callable[[str], Report]) -> None:
    report = report_of(CASE)
    page = open_page(render(report), java_script_enabled=False)
    text = page.locator("body").inner_text()
    for finding in report.findings:
        assert finding.message in text
    assert page.locator("#filters").is_hidden()
    for link in page.locator(".finding .where").all():
        target = link.get_attribute("href").removeprefix("#")
        assert page.locator(f"[id='{target}']").count() == 1


def test_matrix_marks_disagreement_in_words(
    report_of: Callable[[str], Report], open_page: Callable[..., Any]
) -> None:
    report = report_of(CASE)
    page = open_page(render(report))
    rows = page.locator("tr.disagrees")
    assert rows.count() == sum(fact.disagrees for fact in report.facts)
    for row in rows.all():
        assert "Disagrees:" in row.locator("th").text_content()
        letters = {letter.text_content() for letter in row.locator(".letter").all()}
        assert len(letters) > 1


def test_the_draft_is_in_view_however_many_sources(
    report_of: Callable[[str], Report], open_page: Callable[..., Any]
) -> None:
    page = open_page(render(report_of(CASE)))
    columns = page.locator("table.matrix").first.locator("thead th").all_inner_texts()
    assert columns[1].startswith("Our draft")


def test_many_names_are_not_all_listed() -> None:
    names = [f"Outlet {number}" for number in range(200)]
    assert listed(names[:12]) == ", ".join(names[:12])
    assert listed(names).endswith(", Outlet 11, 188 more")


def test_the_draft_is_marked(report_of: Callable[[str], Report], open_page: Callable[..., Any]) -> None:
    report = report_of(CASE)
    page = open_page(render(report))
    for support in (Support.BACKED, Support.CONTRADICTED, Support.UNDECIDED):
        wanted = [i.evidence.text for i in report.draft if i.support is support]
        marked = page.locator(f".drafted a.item.{support.name.lower()}").all_text_contents()
        assert len(wanted) == len(marked) > 0
        for words, mark in zip(wanted, marked, strict=True):
            assert mark.startswith(words)


def test_every_item_shows_its_sentences_and_leads_to_them(
    report_of: Callable[[str], Report], open_page: Callable[..., Any]
) -> None:
    report = report_of(CASE)
    page = open_page(render(report))
    for item, link in zip(report.draft, page.locator(".drafted a.item").all(), strict=True):
        entry = page.locator(link.get_attribute("href"))
        told = " ".join(entry.text_content().split())
        assert item.support.value in told
        assert entry.locator("blockquote").count() == len(item.sources)
        for e in item.sources:
            assert sentence(e) in told
    for link in page.locator(".held .where").all():
        assert page.locator(f"[id='{link.get_attribute('href')[1:]}']").count() == 1


def test_hover_and_focus_tell_the_sentence(
    report_of: Callable[[str], Report], open_page: Callable[..., Any]
) -> None:
    report = report_of(CASE)
    page = open_page(render(report))
    number, item = next((n, i) for n, i in enumerate(report.draft) if i.support is Support.BACKED)
    link, tip = page.locator(".drafted a.item").nth(number), page.locator(".tip")
    assert not tip.is_visible()
    page.evaluate("addEventListener('mousemove', (event) => { window.pointer = event; })")
    link.hover()
    assert sentence(item.sources[0]) in tip.inner_text()
    tip.hover()
    page.wait_for_timeout(400)
    assert tip.is_visible()  # one may go to it and follow its link
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    at_rest = "new MouseEvent('mouseenter', {screenX: pointer.screenX, screenY: pointer.screenY})"
    link.evaluate(f"(item) => item.dispatchEvent({at_rest})")
    assert not tip.is_visible()  # an item that comes to lie under the mouse at rest
    link.focus()
    assert tip.is_visible()
    tip.locator("figure .where").first.click()
    source = item.sources[0]
    there = page.locator(f"{tip.locator('figure .where').first.get_attribute('href')} ~ mark").first
    assert not tip.is_visible()
    assert there.inner_text() == source.text
    assert there.is_visible()


def test_figures_over_time(report_of: Callable[[str], Report], open_page: Callable[..., Any]) -> None:
    page = open_page(render(report_of("2023-06-02-odisha-trains")))
    figures = page.locator("figure.timeline")
    assert figures.locator("figcaption").all_inner_texts() == ["people killed", "injured"]
    for figure in figures.all():
        assert figure.locator("circle").count() == figure.locator("li").count()


def test_open_ends_point_to_where_the_figure_may_lie(
    report_of: Callable[[str], Report], open_page: Callable[..., Any]
) -> None:
    page = open_page(render(report_of("2023-06-02-odisha-trains")))
    toll, injured = page.locator("figure.timeline").all()
    assert toll.locator(".open").count() == 1  # "At least 275"
    assert injured.locator(".open").count() == 2  # "over 1,100", "more than 1,000"
    assert all(arrow.bounding_box()["height"] > 8 for arrow in toll.locator(".open").all())


def test_words_in_quotation_marks_get_no_others(
    report_of: Callable[[str], Report], open_page: Callable[..., Any]
) -> None:
    told = open_page(render(report_of(CASE))).locator("ul.items").first.inner_text()
    assert "“two months”" in told
    assert '"this conflict will end in a just peace"' in told
    assert "““" not in told
    assert '“"' not in told


def test_printed_page_shows_the_folded_facts(
    report_of: Callable[[str], Report], open_page: Callable[..., Any]
) -> None:
    page = open_page(render(report_of(CASE)))
    row = page.locator("details.agreed table tr").last
    assert not row.is_visible()
    page.emulate_media(media="print")
    assert row.is_visible()
    assert page.locator("details.rest .held").last.is_visible()
    assert not page.locator("details.compare").first.is_visible()


def test_hostile_texts_stay_texts(hostile: Report, open_page: Callable[..., Any]) -> None:
    page = open_page(render(hostile), f"#{hostile.findings[0].fingerprint}", bypass_csp=True)
    assert "owned" not in page.title().replace("document.title='owned'", "")
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1
    assert hostile.articles.articles[0].text in page.locator(".pane .text").first.inner_text()


def test_anchors_are_unique_over_sets(
    report_of: Callable[[str], Report], open_page: Callable[..., Any]
) -> None:
    report = report_of(CASE)
    page = open_page(render(report, report))
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert len(ids) == len(set(ids))
