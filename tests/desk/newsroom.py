"""What the tests of a desk share: two sources, a draft that disagrees with them twice, a run's outcome."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Checker = Callable[..., "Outcome"]
ROOT = Path(__file__).parent.parent.parent

AGENCY = """\
---
publisher: Coast Agency
published: 2024-05-03T08:30:00+02:00
---
A fire in the old port of Brenna killed nine people on Thursday night, the fire brigade said.

The warehouse had stood empty for two years, the owner said.
"""
DAILY = """\
---
publisher: Brenna Daily
published: 2024-05-03T09:00:00+02:00
---
Nine people died in the fire in the old port of Brenna on Thursday night.

About 80 firefighters fought the fire in the port until the morning.
"""
DRAFT = """\
---
publisher: Our draft
published: 2024-05-03T10:00:00+02:00
role: draft
sources: [agency.md, daily.md]
---
A fire in the old port of Brenna killed 12 people on Thursday night.

The warehouse had stood empty for five years, the owner said.
"""


@dataclass(frozen=True)
class Outcome:
    stdout: str
    stderr: str
    returncode: int


def git(*args: str) -> None:
    subprocess.run(["git", *args], check=True, capture_output=True)
