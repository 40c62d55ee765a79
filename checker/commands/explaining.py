"""What the command `explain` does: everything that was read of each set, to the screen or a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click

from checker.commands.checking import findings_named, make_run, tell_failures
from checker.commands.options import Given
from checker.commands.running import Run, not_checked, start_of
from checker.commands.writing import Part, spare, spare_typed
from checker.language import ModelError, model_folder, parse
from checker.model import Article, ArticleSet
from checker.reading import each_set
from checker.readings import SetReading
from checker.reports import explain_jsonl, explain_productions, explain_text, explain_why


def explain_values(text: str, model: str | None) -> None:
    """Print how the values of a sentence were read."""
    click.echo(explain_productions.render(parse([text], model)[0], Article("sentence", text)), nl=False)


def explain_findings(marks: Sequence[str], paths: Sequence[Path], draft: Path | None, given: Given) -> None:
    """Print the findings that fingerprints name, each with why it was made."""
    run = make_run(paths, given)
    for _, of, finding in findings_named(marks, paths, draft, given, "name the paths that were checked"):
        if finding is not None:
            click.echo(explain_why.of_finding(finding, run.read(of)), nl=False)


def explain_sets(
    paths: Sequence[Path],
    form: str,
    output: Path | None,
    why: tuple[str, str] | None,
    draft: Path | None,
    given: Given,
) -> int:
    """Read the sets and write what was read of them; 2 if something could not be, else 0.

    Of two figures (`why`) only how they relate is written.
    """
    typed = [path for path in (*paths, draft) if path is not None]
    settings = given.settings(start_of(typed))
    spare_typed([output], typed)
    run = Run(settings)
    settings.ruleset()
    model_folder(settings.values.model)
    render: Callable[[SetReading], str] = explain_jsonl.render if form == "jsonl" else explain_text.render
    if why is not None:
        render = partial(explain_why.render, one=why[0], other=why[1])

    def told(articles: ArticleSet) -> tuple[str, ArticleSet]:
        text = ""
        if articles.articles:
            try:
                text = render(run.read(articles))
            except ModelError:
                raise
            except Exception as e:
                articles = not_checked(articles, e).articles
        return text + (explain_jsonl.failed(articles) if form == "jsonl" else ""), articles

    status = 0
    with Part(output) as part:
        for articles in each_set(paths, draft, given.gate):
            spare([output], articles)
            text, articles = told(articles)
            part.write(text)
            tell_failures(articles)
            status = 2 if articles.failed else status
    return status
