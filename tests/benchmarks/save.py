"""How long the language server takes to answer, once open, when a sentence of a draft is edited.

    python -m tests.benchmarks.save [--edits 10]

The draft tells four of the cases, in 600 words, beside eight sources that tell two of them each. Each edit
adds some words to another sentence. Parses and reports are kept in a folder of its own, empty at first.
Prints milliseconds: the first answer, then those to edits, to a draft that was there before, and to a source
that was saved.
"""

from __future__ import annotations

import argparse
import os
import time
from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from checker.collecting import collect_much
from checker.commands.lsp import DraftServer
from checker.commands.options import Given

CASES = Path(__file__).parents[2] / "cases"
TOLD = (
    "2019-04-15-notre-dame-fire",
    "2020-06-16-dexamethasone",
    "2022-06-06-johnson-confidence-vote",
    "2023-03-07-france-pensions-protest",
)
_WORDS = (
    ", as was heard that evening",
    ", two people said",
    ", for the third time",
    ", in spite of 40 letters",
)


def body(path: Path) -> str:
    """The text of an article, without its front matter."""
    return path.read_text(encoding="utf-8").rpartition("---\n")[2].strip()


def desk(folder: Path) -> tuple[Path, str]:
    """A draft with its sources in a folder; the draft's file and content."""
    others = [sorted(p for p in (CASES / name).glob("*.md") if p.stem != "draft")[:4] for name in TOLD]
    names = []
    for number in range(8):
        first = 2 * (number % 2)
        told = "\n\n".join(body(others[event][number // 2]) for event in (first, first + 1))
        names.append(f"source-{number}.md")
        head = f"---\npublisher: Outlet {number}\npublished: 2023-03-08T0{number}:00:00Z\n---\n"
        (folder / names[-1]).write_text(f"{head}{told}\n", encoding="utf-8")
    told = "\n\n".join(body(CASES / name / "draft.md") for name in TOLD)
    head = f"---\nrole: draft\npublished: 2023-03-08T12:00:00Z\nsources: [{', '.join(names)}]\n---\n"
    return folder / "draft.md", f"{head}{told}\n"


def edited(text: str, number: int) -> str:
    """The draft with some words more at the end of one of its sentences."""
    ends = [at for at, pair in enumerate(pairwise(text)) if "".join(pair) in (". ", ".\n")]
    at = ends[(number * 7 + 3) % len(ends)]
    return text[:at] + _WORDS[number % len(_WORDS)] + text[at:]


def answered(server: DraftServer, path: Path, text: str) -> float:
    """Milliseconds until the server has checked this state of the draft."""
    started = time.perf_counter()
    checked = server.read(path, text)
    took = (time.perf_counter() - started) * 1000
    collect_much()  # as the server does when it has answered
    assert checked.report is not None, checked.marks[0].message
    assert len(checked.report.articles.articles) == 9
    return took


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    asked.add_argument("--edits", type=int, default=10)
    edits = asked.parse_args().edits
    with TemporaryDirectory() as name:
        os.environ["CHECKER_CACHE"] = str(Path(name, "cache"))
        path, text = desk(Path(name))
        server = DraftServer(Given(), lambda: date(2023, 3, 8))
        first = answered(server, path, text)
        each = [answered(server, path, edited(text, number)) for number in range(edits)]
        back = answered(server, path, edited(text, 0))
        source = path.with_name("source-0.md")
        source.write_text(edited(source.read_text(encoding="utf-8"), 1), encoding="utf-8")
        saved = answered(server, path, text)
    print(f"draft of {len(text.split())} words, 8 sources, {edits} edits of a sentence; milliseconds")
    print(f"{'opened':>20} {first:8,.0f}")
    print(f"{'edited, median':>20} {median(each):8,.0f}")
    print(f"{'edited, worst':>20} {max(each):8,.0f}")
    print(f"{'edit taken back':>20} {back:8,.0f}")
    print(f"{'a source saved':>20} {saved:8,.0f}")


if __name__ == "__main__":
    main()
