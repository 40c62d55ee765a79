"""What a text costs as it grows, whatever it is made of: 33 shapes at 4, 16 and 64 thousand characters.

    python -m tests.benchmarks.growth [SHAPE ...] [--sizes 4000 16000 64000] [--limit 60] [--profile]

Each text is checked against a short account, and once more as the draft against it. Prints seconds of
computing without the parse, findings, and how many times as much the last size took as the one before: four
times is linear. What takes longer than --limit seconds is stopped.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import signal
import time
from itertools import cycle, islice
from random import Random

from checker.language import parse
from checker.model import Article, ArticleSet, Role
from checker.pipeline import check_set
from checker.reports.report import Report

_SHORT = "A fire in the port of Brenna killed nine people on 2 May 2024, the mayor, Anna Lund, said.\n"
_WORDS = (
    "fire",
    "port",
    "said",
    "people",
    "killed",
    "the",
    "of",
    "12",
    "on",
    "Monday",
    "Lund",
    "nine",
    "and",
    ",",
)
_NAMES = (
    "Anna Lund",
    "Boris Hale",
    "Clara Voss",
    "David Orr",
    "Elena Marsh",
    "Frank Ode",
    "Greta Sand",
    "Ivo Kern",
)


def table(size: int) -> str:
    """A table as it is pasted: a name, figures, a day, between tabs."""
    chance = Random(1)
    rows = [
        f"{name}\t{chance.randint(1, 9000):,}\t{chance.random() * 100:.1f}%\t{chance.randint(1, 28)} May\t"
        f"${chance.randint(1, 900)}m"
        for name in islice(cycle(_NAMES), size // 30 + 1)
    ]
    return "Town\tPeople\tShare\tDay\tCost\n" + "\n".join(rows)


def _random(size: int) -> str:
    chance = Random(2)
    return " ".join(chance.choice(_WORDS) for _ in range(size // 4))


def _figures(size: int) -> str:
    chance = Random(3)
    return " ".join(str(chance.randint(1, 99_999)) for _ in range(size // 5))


def _story(size: int) -> str:
    chance = Random(4)
    lines = (
        f"{chance.choice(_NAMES)} said on Monday that {chance.randint(2, 900)} people had left Brenna.\n\n"
        for _ in range(size // 60)
    )
    return "".join(lines)


def _repeated(piece: str) -> object:
    return lambda size: piece * (size // len(piece) + 1)


SHAPES = {
    "and 12 people in Kyiv": _repeated("and 12 people in Kyiv "),
    "table": table,
    "numbers": _figures,
    "random words": _random,
    "story": _story,
    "one sentence": _repeated("the mayor of Brenna said that nine people had been killed and that "),
    "quotation marks": _repeated('" ” “ '),
    "open quotations": _repeated("“He said 12 people died, "),
    "quotations": _repeated("“We lost 12 people,” Anna Lund said. "),
    "brackets": _repeated("(12 people ("),
    "names": _repeated("Anna Lund, Boris Hale and Clara Voss of Brenna Bank, "),
    "short quotations": _repeated("'it' "),
    "days": _repeated("Monday Tuesday "),
    "proper nouns": _repeated("Ünï "),
    "capitals": _repeated("NINE PEOPLE DIED IN A FIRE IN BRENNA "),
    "money": _repeated("$12m or £9m, "),
    "dates": _repeated("on Monday 3 May 2024 or the day before, "),
    "percentages": _repeated("up 3% to 12.5% from 9%, "),
    "ranges": _repeated("12-14-16 to 18 "),
    "number words": _repeated("twenty two hundred and five thousand "),
    "long number": _repeated("1234567890"),
    "one word": _repeated("a"),
    "blanks": _repeated("word \n\n\n   "),
    "dashes": _repeated("12 — nine – "),
    "commas": _repeated("one, two, "),
    "he said": _repeated("he said she said "),
    "not": _repeated("did not deny that he did not refuse to "),
    "full stops": _repeated("12. "),
    "times": _repeated("at 5 p.m. on Monday, at 17:05, "),
    "units": _repeated("12 km/h, 3 tonnes per hectare, "),
    "ages": _repeated("Anna Lund, 34, and her son Ivo, 12, "),
    "tags": _repeated("<b>12</b> &amp; [x](y) "),
    "emoji": _repeated("👩‍👩‍👧 12 "),
}


class TooLongError(Exception):
    """A text took longer than the limit."""


def _stop(*about: object) -> None:
    raise TooLongError


def checked(text: str, *, draft: bool) -> tuple[float, Report]:
    """The seconds that a check takes when everything is parsed, and the report."""
    role = Role.DRAFT if draft else Role.SOURCE
    articles = ArticleSet("growth", (Article("short", _SHORT), Article("long", text, role=role)))
    parse([article.text for article in articles.articles])
    start = time.process_time()
    report = check_set(articles)
    return time.process_time() - start, report


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("shapes", nargs="*", choices=[[], *SHAPES])
    options.add_argument("--sizes", nargs="+", type=int, default=[4_000, 16_000, 64_000])
    options.add_argument("--limit", type=int, default=60)
    options.add_argument("--profile", action="store_true")
    args = options.parse_args()
    signal.signal(signal.SIGALRM, _stop)
    checked(_SHORT, draft=False)
    print(f"{'shape':<24}{'as':<8}" + "".join(f"{size:>16,}" for size in args.sizes) + f"{'growth':>8}")
    for name in args.shapes or SHAPES:
        for draft in (False, True):
            row, times = "", []
            profile = cProfile.Profile()
            for size in args.sizes:
                text = SHAPES[name](size)[:size]  # type: ignore[operator]
                signal.alarm(args.limit * 4)
                try:
                    if args.profile:
                        profile.enable()
                    seconds, report = checked(text, draft=draft)
                    times.append(seconds)
                    row += f"{seconds:>9.2f} s{len(report.findings):>5}"
                except TooLongError:
                    row += f"{'over':>9}      "
                    break
                finally:
                    profile.disable()
                    signal.alarm(0)
            growth = f"{times[-1] / max(times[-2], 0.05):>8.1f}" if len(times) > 1 else ""
            print(f"{name:<24}{'draft' if draft else 'source':<8}{row}{growth}", flush=True)
            if args.profile:
                pstats.Stats(profile).sort_stats("cumulative").print_stats(45)


if __name__ == "__main__":
    main()
