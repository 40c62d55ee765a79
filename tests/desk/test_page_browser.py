"""The page of `checker serve` in a real Chromium: by keyboard and mouse, on a phone and at a desk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from newsroom import AGENCY, DAILY, DRAFT
from test_page import Page, start

WIDTHS = pytest.mark.parametrize("width", [390, 1366])
TOLL = "A fire in the old port of Brenna killed 12 people on Thursday night."
OTHER = "A fire in the old port of Brenna killed nine people on Thursday night, the fire brigade said."


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    page: Page = start(tmp_path_factory.mktemp("nobody"), "--port", "0")
    yield page.address
    page.program.terminate()
    page.program.wait(timeout=60)


@pytest.fixture
def open_page(browser: Any, address: str) -> Iterator[Callable[..., Any]]:
    """Opens the form; what is asked of another address or said on the console fails the test."""
    contexts: list[Any] = []
    trouble: list[str] = []

    def open_it(width: int, **options: Any) -> Any:
        viewport = {"width": width, "height": 800}
        contexts.append(browser.new_context(viewport=viewport, accept_downloads=True, **options))
        page = contexts[-1].new_page()
        page.on("console", lambda m: None if "status of 400" in m.text else trouble.append(m.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith(address) else trouble.append(r.url))
        page.goto(address)
        page.get_by_role("button", name="Forget everything").click()
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert trouble == []


def press_until(page: Any, key: str, selector: str) -> None:
    """Press a key until what is meant has the focus."""
    for _ in range(80):
        if page.evaluate("(selector) => document.activeElement?.matches(selector)", selector):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{selector} is not reached by {key}")


def check(page: Any, draft: str = TOLL, source: str = OTHER) -> None:
    """Fill in the form and send it, all by keyboard."""
    press_until(page, "Tab", "textarea[name=draft_text]")
    page.keyboard.insert_text(draft)
    press_until(page, "Tab", "textarea[name=source_text]")
    page.keyboard.insert_text(source)
    press_until(page, "Tab", "input[name=source_name]")
    page.keyboard.insert_text("Coast Agency")
    press_until(page, "Tab", "form.give button.main")
    page.keyboard.press("Enter")
    page.wait_for_url("**/checks/*")


@WIDTHS
def test_all_by_keyboard(open_page: Callable[..., Any], width: int) -> None:
    page = open_page(width)
    check(page)
    finding = page.locator(".finding")
    assert finding.count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    press_until(page, "Tab", ".finding .compare > summary")
    page.keyboard.press("Enter")
    panes = page.locator(".pane .text")
    assert [TOLL in panes.nth(0).inner_text(), OTHER in panes.nth(1).inner_text()] == [True, True]
    press_until(page, "Tab", "a.item.backed")
    assert OTHER in " ".join(page.locator(".tip").inner_text().split())  # the sentence behind a tick
    page.keyboard.press("Escape")
    press_until(page, "Shift+Tab", "form[action$=repair] button")
    page.keyboard.press("Enter")
    page.wait_for_url("**#findings")
    assert finding.count() == 0
    assert "killed nine people on Thursday" in page.locator(".drafted .text").inner_text()
    page.go_back()
    assert finding.count() == 1
    press_until(page, "Tab", "form[action$=accept] input[name=reason]")
    page.keyboard.insert_text("the hospital: 12")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#[0-9a-f]{16}$"))
    assert "Accepted: the hospital: 12" in " ".join(finding.inner_text().split())
    assert page.evaluate("document.activeElement.className").startswith("finding")  # where one was
    press_until(page, "Tab", "form[action$=reopen] button")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="The source is out of date").wait_for()
    page.get_by_role("button", name="The source is out of date").click()  # a reason in one click
    page.get_by_text("Accepted: The source is out of date").wait_for()


@WIDTHS
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page: Callable[..., Any], width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = open_page(width, color_scheme=scheme, bypass_csp=True)

    def look() -> None:
        violations = axe.Axe().run(page).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in violations] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    look()
    check(page)
    look()
    page.get_by_role("link", name="Change the texts").click()
    assert page.locator("textarea[name=draft_text]").input_value() == TOLL
    page.locator("input[name=draft_published]").fill("soon")
    page.get_by_role("button", name="Check").click()
    page.locator("#problem").wait_for()
    assert page.evaluate("document.activeElement.id") == "problem"
    look()


def test_files_are_dropped(open_page: Callable[..., Any]) -> None:
    page = open_page(1366)
    for zone, several in ((0, {"draft.md": DRAFT}), (1, {"agency.md": AGENCY}), (1, {"daily.md": DAILY})):
        page.locator(".zone").nth(zone).evaluate(
            """(zone, several) => {
                const dataTransfer = new DataTransfer();
                for (const [name, text] of Object.entries(several))
                    dataTransfer.items.add(new File([text], name));
                for (const kind of ["dragover", "drop"])
                    zone.dispatchEvent(new DragEvent(kind, {dataTransfer, bubbles: true, cancelable: true}));
            }""",
            several,
        )
    assert page.evaluate("document.querySelector('[name=source_files]').files.length") == 2
    page.get_by_role("button", name="Check").click()
    page.wait_for_url("**/checks/*")
    assert page.locator(".finding").count() == 2


def test_more_sources_than_there_are_places(open_page: Callable[..., Any]) -> None:
    page = open_page(390)
    page.get_by_role("button", name="Add another source").click()
    assert page.evaluate("document.activeElement.name") == "source_text"
    names = ["Coast Agency", "Brenna Daily", "Harbour Post"]
    for place, name in zip(page.locator("fieldset.source").all(), names, strict=True):
        place.locator("textarea").fill(OTHER.replace("old port", f"old port ({name})"))
        place.locator("[name=source_name]").fill(name)
    page.locator("[name=draft_text]").fill(TOLL)
    page.get_by_role("button", name="Check").click()
    page.wait_for_url("**/checks/*")
    assert all(name in page.locator("main").inner_text() for name in names)


def test_downloads(open_page: Callable[..., Any], tmp_path: Path) -> None:
    page = open_page(390)
    check(page)
    saved = {}
    for name in ("Word, with comments", "This page as a file", "The draft"):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        saved[name] = tmp_path / download.value.suggested_filename
        download.value.save_as(saved[name])
    assert [path.name for path in saved.values()] == ["report.docx", "report.html", "draft.txt"]
    (comment,) = docx.Document(str(saved["Word, with comments"])).comments
    assert OTHER in comment.text
    assert "12 people" in saved["This page as a file"].read_text()
    assert saved["The draft"].read_text() == TOLL


def test_without_script(open_page: Callable[..., Any]) -> None:
    page = open_page(390, java_script_enabled=False)
    page.locator("[name=draft_text]").fill(TOLL)
    page.locator("[name=source_text]").first.fill(OTHER)
    page.get_by_role("button", name="Check").click()
    page.locator("form[action$=repair] button").click()
    assert page.locator(".finding").count() == 0
