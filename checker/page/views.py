"""The pages: the form, the report with what can be done about each finding, and what went wrong."""

from __future__ import annotations

from typing import Any

from checker.page.checks import Check
from checker.page.texts import Given, Text
from checker.reports import html

_LEAST = 2  # places for a pasted source that the form begins with
_REASONS = ("Checked: it is right", "The source is out of date", "Not about the same thing")


class Views:
    """Renders pages; each form in them sends `token` back."""

    def __init__(self, token: str, max_bytes: int, kept: bool) -> None:
        self._given = {"token": token, "max_bytes": max_bytes, "kept": kept, "reasons": _REASONS}
        self._templates = html.environment("checker.page", "checker.reports")
        self._style = html.file("report.css") + html.file("page.css", "checker.page")

    def form(self, given: Given, problem: str = "", base: str = "") -> str:
        """The form; `base` is the check whose texts it holds."""
        places = [*given.sources, *[Text()] * (_LEAST - len(given.sources))]
        shown = {"given": given, "places": places, "problem": problem, "base": base}
        return self._page("form.html", html.file("page.js", "checker.page"), shown)

    def report(self, check: Check) -> str:
        view = html.view([check.report], self._style, html.file("report.js"))
        return self._page("checked.html", view["script"], view | {"check": check})

    def failed(self, title: str, told: str) -> str:
        return self._page("failed.html", "", {"title": title, "told": told})

    def _page(self, name: str, script: str, more: dict[str, Any]) -> str:
        given = {**more, **html.frame(self._style, script), **self._given}
        given["policy"] += "; form-action 'self'; base-uri 'none'"
        return self._templates.get_template(name).render(given)
