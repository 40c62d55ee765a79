"""The report at the terminal: readable in any width, marked, linked, and safe to show."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from checker.model import Acceptance, Article, ArticleSet, Evidence, Span, Support
from checker.reports import Look, renderer
from checker.reports.concise import short
from checker.reports.places import around, one_line
from checker.reports.report import Report
from checker.reports.terminal import wrap

ROOT = Path(__file__).parents[2]
CASE = "2025-03-18-ceasefire-call"
CODES = re.compile(r"\033\[[0-9;]*m")
LINKS = re.compile(r"\033\]8;;([^\033]*)\033\\")


def render(report: Report, **look: object) -> str:
    return renderer("text")([report], Look(**look))  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [40, 60, 100, 120])
@pytest.mark.parametrize("color", [False, True])
def test_wrapped_lines_keep_to_the_width(report_of: Callable[[str], Report], width: int, color: bool) -> None:
    text = CODES.sub("", render(report_of(CASE), width=width, color=color))
    sentences = [line for line in text.splitlines() if line.startswith("       ")]
    assert len(sentences) > 20
    assert [line for line in sentences if len(line) > width] == []


def test_colour_says_the_same(report_of: Callable[[str], Report]) -> None:
    plain = render(report_of(CASE))
    coloured = render(report_of(CASE), color=True, links=True)
    assert "\033" not in plain
    bare = LINKS.sub("", CODES.sub("", coloured))
    assert "".join(bare.split()) == "".join(re.sub(r"[\[\]]", "", plain).split())


def test_words_are_marked_in_their_sentence(report_of: Callable[[str], Report]) -> None:
    text = " ".join(render(report_of(CASE)).split())
    assert "The call ran for [1.5 hours]." in text
    assert "= 90 min" in text
    assert "Our draft: two months — Second outlet (Kremlin): 30-day" in text


def test_links_lead_to_file_and_line(report_of: Callable[[str], Report]) -> None:
    targets = [t for t in LINKS.findall(render(report_of(CASE), links=True)) if t]
    assert f"{(ROOT / 'cases' / CASE / 'draft.md').as_uri()}#6" in targets


def test_reasons_only_when_asked_for(report_of: Callable[[str], Report]) -> None:
    report = report_of(CASE)
    assert "compared because" not in render(report)
    verbose = render(report, verbose=True)
    assert verbose.count("compared because") == sum(bool(f.reasons) for f in report.findings)
    assert report.refused
    assert "Not compared" in verbose
    assert " ".join(report.refused[0].split()) in " ".join(verbose.split())


def test_items_that_ask_for_a_look_and_every_tick_when_asked_for(
    report_of: Callable[[str], Report],
) -> None:
    report = report_of("2022-06-06-johnson-confidence-vote")

    def told(verbose: bool) -> str:
        return render(report, verbose=verbose, width=10_000).partition("\nDraft  ")[2].partition("\n\n")[0]

    tally, *short_lines = told(False).splitlines()
    assert re.fullmatch(r"\d+ values, names, dates and quotations: \d+ backed, .*", tally)
    assert not [line for line in short_lines if line.startswith("  ✓")]
    whole = told(True)
    assert len(re.findall("^  [✓≠⇄∅?] ", whole, re.MULTILINE)) == len(report.draft)
    for item in report.draft:
        for e in item.sources:
            marked = e.article.text[: e.span.start] + f"[{e.text}]" + e.article.text[e.span.end :]
            start, end = around(e)
            assert f"{e.said_by}, line {e.line}: “{one_line(marked[start : end + 2])}”" in whole
    assert "  ✓ 359 MPs = 211 + 148 (" in whole


def test_markdown_has_the_sentences(report_of: Callable[[str], Report]) -> None:
    report = report_of("2022-06-06-johnson-confidence-vote")
    short_text = renderer("markdown")([report], Look())
    whole = renderer("markdown")([report], Look(verbose=True))
    assert "- ✓" not in short_text
    assert whole.count("\n- ✓ backed") == sum(i.support is Support.BACKED for i in report.draft)
    assert "\n  Agency copy, line 10: He needed **180 votes** to stay in office.\n" in whole


def test_control_characters_do_not_reach_the_terminal(report_of: Callable[[str], Report]) -> None:
    text = "Forty \033]0;owned\007 people\033[2J\u202e\x9b were\rhurt."
    article = Article("a\033[1m", text, publisher="P\033[31m", path="x\033[2J.md")
    evidence = Evidence(article, Span(0, 5), Span(0, len(text)), "S\033[0m")
    finding = replace(report_of(CASE).findings[0], evidence=(evidence,), message="m\033[5m")
    report = replace(report_of(CASE), articles=ArticleSet("s\007", (article,)), findings=(finding,), facts=())
    report = replace(report, draft=())
    unsafe = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]")
    assert not unsafe.search(render(report))
    assert not unsafe.search(short(report, Look()))
    for name in ("markdown", "csv", "github"):  # the log of a CI job is a terminal, too
        assert not unsafe.search(renderer(name)([report], Look()))


def test_emoji_of_several_signs_stay_whole() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert "".join(wrap(Look(), [f"a {family} b\u00adc"], "")) == f"a {family} bc"


def test_a_heading_is_no_part_of_the_sentence_after_it() -> None:
    text = "A ferry\n \nA ferry hit a rock, and 14\npeople were hurt\n\nMore below"
    article = Article("a", text)
    span = Span(text.index("14"), text.index(" were"))
    shown = around(Evidence(article, span, Span(0, len(text))))
    assert article.words(shown) == "A ferry hit a rock, and 14\npeople were hurt"


def test_accepted_findings_say_so(report_of: Callable[[str], Report]) -> None:
    report = report_of(CASE)
    taken = replace(
        report.findings[0], accepted=Acceptance("x", "the ministry confirmed it", "accepted.yaml", 3)
    )
    text = render(replace(report, findings=(taken, *report.findings[1:])))
    assert "    accepted.yaml:3  the ministry confirmed it\n" in text
    assert f"[{taken.evidence[0].text}]" not in text
    assert text.splitlines()[-1].endswith(", 1 accepted")


def at_a_terminal(*arguments: str, **environment: str) -> tuple[str, str]:
    """What the real program shows where standard output, and where standard error is a terminal."""
    outputs = []
    for stream in ("stdout", "stderr"):
        ours, theirs = pty.openpty()
        given = {stream: theirs, "stderr" if stream == "stdout" else "stdout": subprocess.DEVNULL}
        run = subprocess.Popen(
            [sys.executable, "-m", "checker", "check", *arguments],
            cwd=ROOT,
            env={k: v for k, v in os.environ.items() if k != "NO_COLOR"} | environment,
            **given,  # type: ignore[call-overload]
        )
        os.close(theirs)
        shown = b""
        while True:
            try:
                read = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not read:
                break
            shown += read
        run.wait()
        os.close(ours)
        outputs.append(shown.decode("utf-8"))
    return outputs[0], outputs[1]


def test_terminal_has_colour_links_and_a_bar() -> None:
    out, err = at_a_terminal(f"cases/{CASE}")
    assert CODES.search(out)
    assert LINKS.search(out)
    assert "comparing" in err  # how far it is
    assert err.endswith("\r\x1b[K")


def test_no_color() -> None:
    out, _ = at_a_terminal(f"cases/{CASE}", NO_COLOR="1")
    assert not CODES.search(out)
    assert "[1.5 hours]" in out
    out, _ = at_a_terminal(f"cases/{CASE}", NO_COLOR="", TERM="dumb")
    assert "\033" not in out


def test_quiet_where_nothing_is_a_terminal() -> None:
    command = [sys.executable, "-m", "checker", "check", f"cases/{CASE}"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.stderr == ""
    assert "\033" not in run.stdout
