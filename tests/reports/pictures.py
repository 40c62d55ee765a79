"""The pictures of docs/reports.md, made from the cases in Chromium: `python -m tests.reports.pictures`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from checker.pipeline import check_set
from checker.reading import read_sets
from checker.reports import Look
from checker.reports.html import render

from .conftest import CHROMIUM_ARGS, ROOT

FOLDER = ROOT / "docs" / "pictures"
CALL, TRAINS = "2025-03-18-ceasefire-call", "2023-06-02-odisha-trains"
DESK: dict[str, Any] = {"viewport": {"width": 1100, "height": 800}, "color_scheme": "light"}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "color_scheme": "dark",
    "device_scale_factor": 2,
}


def _matrix(page: Page) -> None:
    page.locator(".scroll").first.screenshot(path=FOLDER / "report-matrix.png")


def _finding(page: Page) -> None:
    finding = page.locator("article.finding").first
    finding.locator("details.compare summary").click()
    page.wait_for_timeout(300)  # the panes scroll to the words
    finding.screenshot(path=FOLDER / "report-finding.png")


def _time(page: Page) -> None:
    page.locator("figure.timeline").first.screenshot(path=FOLDER / "report-time.png")


def _draft(page: Page) -> None:
    page.locator(".drafted").first.screenshot(path=FOLDER / "report-draft.png")


def _phone(page: Page) -> None:
    page.locator("article.finding").nth(2).scroll_into_view_if_needed()
    page.evaluate("document.querySelectorAll('article.finding')[2].scrollIntoView()")
    page.screenshot(path=FOLDER / "report-phone-dark.png")


SHOTS = (
    (CALL, DESK, _matrix),
    (CALL, DESK, _finding),
    (TRAINS, DESK, _time),
    (CALL, DESK, _draft),
    (CALL, PHONE, _phone),
)


def main() -> None:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        sys.exit("no Chromium on this machine: apt-get install chromium")
    with sync_playwright() as running, tempfile.TemporaryDirectory() as folder:
        browser = running.chromium.launch(executable_path=found, args=CHROMIUM_ARGS)
        for case, look, take in SHOTS:
            (articles,) = read_sets([Path("cases") / case])
            report = Path(folder) / "report.html"
            report.write_text(render([check_set(articles)], Look()), encoding="utf-8")
            page = browser.new_context(**look).new_page()
            page.goto(report.as_uri())
            take(page)
        browser.close()


if __name__ == "__main__":
    main()
