"""`check --format html`: one self-contained page, no network, readable with scripts off.

Every text of an article reaches the page through the template's escaping; the script holds no data.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from checker.model import Report, Severity
from checker.reports import Look
from checker.reports.html_sets import set_view
from checker.reports.html_views import Names
from checker.reports.places import Fingerprints, letter, quoted
from checker.reports.printable import printable

if TYPE_CHECKING:
    from jinja2 import Template


def render(reports: Sequence[Report], look: Look) -> str:
    sources, speakers, anchors = Names(), Names(), Fingerprints()
    sets = [set_view(number, report, sources, speakers, anchors) for number, report in enumerate(reports, 1)]
    style, script = _file("report.css"), _file("report.js")
    found = [finding for report in reports for finding in report.findings]
    return _template().render(
        title=sets[0].title if len(sets) == 1 else f"{len(sets)} sets",
        sets=sets,
        severities=[s.value for s in Severity if any(f.severity is s for f in found)],
        rules=sorted({f.rule for f in found}),
        sources=sources.numbered(),
        speakers=speakers.numbered(),
        total=len(found),
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}",
    )


def _file(name: str) -> str:
    return resources.files("checker.reports").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _seen(value: Any) -> Any:
    """What is not seen in a text is shown by its number; style, script and mark-up of our own stay."""
    return printable(value) if type(value) is str else value


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(_file),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_seen,
    )
    filters: dict[str, Any] = {"letter": letter, "quoted": quoted}
    environment.filters.update(filters)
    return environment.get_template("report.html")
