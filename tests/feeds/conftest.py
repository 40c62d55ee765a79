"""Feeds and sets as files, and the real command line in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from called import ROOT, Run

FIRE = (
    "BRENNA - A fire in the old port of Brenna killed nine people on Thursday night, fire chief Ada"
    " Holm said.",
    "Nine people died when a warehouse in the port of Brenna burned down. Fire chief Ada Holm said that the"
    " fire had begun on the ground floor.",
    "Brenna mourns the victims of the warehouse fire in its old port. Ada Holm, the fire chief, spoke of 12"
    " dead.",
)
STRIKE = (
    "Train drivers in Velland will strike on Monday over pay, the union leader Piet Maas said in Oostdam.",
    "The rail union of Velland called its train drivers out on strike. Piet Maas, who leads it, asked for 6"
    " per cent more pay.",
    "No trains will run in Velland on Monday: the drivers' union under Piet Maas rejected the pay offer.",
)
ALONE = "A rare orchid has flowered in the botanical garden of Sundholm for the first time in 20 years."


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    """Two events mixed, an article of no event, and a copy of the first with another last word."""
    texts = [text for pair in zip(FIRE, STRIKE, strict=True) for text in pair] + [
        ALONE,
        FIRE[0] + " Police agreed.",
    ]
    rows = [
        {"id": f"a{n}", "text": text, "publisher": f"Paper {n}", "published": f"2024-05-0{3 + n // 6}"}
        for n, text in enumerate(texts)
    ]
    path = tmp_path / "feed.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*args: str | Path) -> subprocess.CompletedProcess[str]:
        env = os.environ | {"PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "checker", *map(str, args)]
        return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)

    return call
