"""What the command `explain` does: everything that was read of each set, to the screen or a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click

from checker.commands.checking import write
from checker.config import load_settings
from checker.language import parse
from checker.model import Article
from checker.pipeline import read_set
from checker.reading import read_sets
from checker.readings import SetReading
from checker.reports import explain_jsonl, explain_productions, explain_text, explain_why


def explain_values(text: str, model: str | None) -> None:
    """Print how the values of a sentence were read."""
    click.echo(explain_productions.render(parse([text], model)[0], Article("sentence", text)), nl=False)


def explain_sets(
    paths: Sequence[Path],
    form: str,
    output: Path | None,
    why: tuple[str, str] | None,
    draft: Path | None,
    folders: Sequence[Path],
    model: str | None,
) -> None:
    """Read the sets and write what was read of them; of two figures (`why`) how they relate."""
    start = next((path for path in paths if str(path) != "-"), Path())
    settings = load_settings(start, {"model": model})
    ruleset = settings.ruleset(tuple(folders))
    render: Callable[[SetReading], str] = explain_jsonl.render if form == "jsonl" else explain_text.render
    if why is not None:
        render = partial(explain_why.render, one=why[0], other=why[1])
    texts = []
    for articles in read_sets(paths, draft):
        text = render(read_set(articles, ruleset.active(articles), settings.values.model))
        if output is None:
            click.echo(text, nl=False)
        else:
            texts.append(text)
    if output is not None:
        write("".join(texts), output)
