"""What the command `explain` does: everything that was read of each set, to the screen or a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.commands.checking import start_of, tell_failures
from checker.commands.running import not_checked
from checker.commands.writing import Part, spare, spare_typed
from checker.config import load_settings
from checker.language import ModelError, model_folder
from checker.model import ArticleSet
from checker.pipeline import read_set
from checker.reading import Gate, each_set
from checker.reports import explain_jsonl, explain_text


def explain_sets(
    paths: Sequence[Path],
    form: str,
    output: Path | None,
    draft: Path | None,
    folders: Sequence[Path],
    model: str | None,
    max_bytes: int,
    allow_outside: bool,
) -> int:
    """Read the sets and write what was read of them; 2 if something could not be, else 0."""
    typed = [path for path in (*paths, draft) if path is not None]
    settings = load_settings(start_of(typed), {"model": model})
    spare_typed([output], typed)
    ruleset = settings.ruleset(tuple(folders))
    model_folder(settings.values.model)

    def told(articles: ArticleSet) -> tuple[str, ArticleSet]:
        text = ""
        if articles.articles:
            try:
                reading = read_set(articles, ruleset.active(articles), settings.values.model)
                text = (explain_jsonl if form == "jsonl" else explain_text).render(reading)
            except ModelError:
                raise
            except Exception as e:
                articles = not_checked(articles, e).articles
        return text + (explain_jsonl.failed(articles) if form == "jsonl" else ""), articles

    status = 0
    with Part(output) as part:
        for articles in each_set(paths, draft, Gate(max_bytes, allow_outside)):
            spare([output], articles)
            text, articles = told(articles)
            part.write(text)
            tell_failures(articles)
            status = 2 if articles.failed else status
    return status
