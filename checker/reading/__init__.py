"""Article sets from files: one module per format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from checker.model import Article, ArticleSet, Role


def read_jsonl(path: Path) -> Iterator[ArticleSet]:
    """JSONL of articles (each a set of its own) or of sets."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield ArticleSet(row["id"], tuple(_article(item) for item in row.get("articles", [row])))


def _article(row: dict[str, Any]) -> Article:
    published = datetime.fromisoformat(row["published"]) if row.get("published") else None
    return Article(row["id"], row["text"], row.get("publisher"), Role(row.get("role", "source")), published)
