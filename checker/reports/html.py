"""`check --format html`: one self-contained page, no network, readable with scripts off.

Every text of an article reaches the page through the template's escaping; the script holds no data.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from checker.model import Severity
from checker.reports import Look, drafted
from checker.reports.html_sets import Names, SetView
from checker.reports.places import Fingerprints, letter, one_line, parted, quoted
from checker.reports.printable import printable
from checker.reports.repairs import repair_of
from checker.reports.report import Report
from checker.reports.shown import nothing_to_compare, published, quiet, reading, sign
from checker.reports.timeline import timelines

if TYPE_CHECKING:
    from jinja2 import Environment


def render(reports: Sequence[Report], look: Look) -> str:
    template = environment("checker.reports").get_template("report.html")
    return template.render(view(reports, file("report.css"), file("report.js")))


def view(reports: Sequence[Report], style: str, script: str) -> dict[str, Any]:
    """What the template is given; nothing but this style and this script may take effect."""
    anchors = Fingerprints()
    sets = [SetView(number, report, anchors) for number, report in enumerate(reports, 1)]
    found = [finding for report in reports for finding in report.findings]
    return {
        "title": sets[0].title if len(sets) == 1 else f"{len(sets)} sets",
        "sets": sets,
        "severities": [s.value for s in Severity if any(f.severity is s for f in found)],
        "rules": sorted({f.rule for f in found}),
        "sources": Names(found, lambda e: e.article.name),
        "speakers": Names(found, lambda e: e.speaker or e.article.name),
        "total": len(found),
        **frame(style, script),
    }


def frame(style: str, script: str) -> dict[str, str]:
    """Style and script of a page, and the policy that allows these two and nothing else."""
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}"
    return {"style": style, "script": script, "policy": policy}


def file(name: str, package: str = "checker.reports") -> str:
    return resources.files(package).joinpath("templates", name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _seen(value: Any) -> Any:
    """What is not seen in a text is shown by its number; style, script and mark-up of our own stay."""
    return printable(value) if type(value) is str else value


_FILTERS: tuple[Callable[..., Any], ...] = (
    *(
        letter,
        quoted,
        parted,
        one_line,
        published,
        quiet,
        nothing_to_compare,
        reading,
        sign,
        timelines,
        repair_of,
    ),
    *(drafted.counts, drafted.tally, drafted.words, drafted.outcome, drafted.mark),
)


@lru_cache(maxsize=2)
def environment(*packages: str) -> Environment:
    """The templates of these packages."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    found = Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in packages]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_seen,
    )
    found.filters.update({function.__name__: function for function in _FILTERS})
    found.tests["is_open"] = drafted.is_open
    return found
