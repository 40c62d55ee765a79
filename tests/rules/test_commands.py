"""The commands about rules, as somebody at the terminal runs them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.authoring import KINDS
from checker.cli import main


def run(*args: str) -> Result:
    return CliRunner().invoke(main, list(args))


def test_list_names_every_pack() -> None:
    lines = run("rules", "list").output.splitlines()
    assert {line.partition(".")[0] for line in lines} >= {"general", "ceasefires", "courts", "weather"}
    assert all(
        line.startswith("sport.") for line in run("rules", "list", "--pack", "sport").output.splitlines()
    )


def test_show_is_a_manual_page() -> None:
    page = run("rules", "show", "ceasefires.scope").output
    assert page.startswith("## ceasefires.scope\n")
    assert "A pause in strikes on energy sites is not a ceasefire." in page
    assert "Found: “Russia agreed to halt strikes on energy sites for a month.”" in page


def test_show_suggests_the_rule_meant() -> None:
    result = run("rules", "show", "ceasefire.scope")
    assert result.exit_code == 2
    assert "did you mean 'ceasefires.scope'?" in result.output


@pytest.mark.parametrize("kind", KINDS)
def test_new_rule_works_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("rules", "new", "desk.things", "--kind", kind).exit_code == 0
    tested = run("rules", "test", "desk", "--rules", "rules")
    assert (tested.output, tested.exit_code) == ("2 tests: 2 passed, 0 known misses, 0 failed\n", 0)
    assert run("rules", "lint", "--rules", "rules").exit_code == 0
    again = run("rules", "new", "desk.things")
    assert again.exit_code == 2
    assert "this file is there already" in again.output


def test_failing_test_is_shown_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("rules", "new", "desk.things")
    tests = Path("rules/desk/things.test.yaml")
    tests.write_text(tests.read_text().replace("A dozen things", "Thirteen things"))
    result = run("rules", "test", "desk.things", "--rules", "rules")
    assert result.exit_code == 1
    assert "rules/desk/things.test.yaml:4: desk.things (quiet): found: " in result.output


def test_todo_that_goes_right_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("rules", "new", "desk.things")
    tests = Path("rules/desk/things.test.yaml")
    tests.write_text(tests.read_text().replace("- finds:", "- todo: later\n  finds:"))
    result = run("rules", "test", "desk", "--rules", "rules")
    assert result.exit_code == 1
    assert "is marked todo (later) and now goes right: delete 'todo:'" in result.output


@pytest.mark.parametrize(
    ("sentences", "reason"),
    [
        (("Russia agreed to a full ceasefire.", "Snow fell."), "term of truce-scope in sentence 1 only"),
        (
            ("Russia agreed to a full ceasefire.", "Russia rejected a maritime ceasefire."),
            "stance is rejected",
        ),
        (("Russia agreed to a full ceasefire.", "Russia agreed to a complete ceasefire."), "are the same"),
        (("Russia agreed to a full ceasefire.", "Snow, and Ukraine agreed to an energy truce."), "actor"),
    ],
)
def test_try_says_which_condition_failed(sentences: tuple[str, str], reason: str) -> None:
    result = run("rules", "try", "--rule", "ceasefires.scope", *sentences)
    assert result.exit_code == 0
    assert reason in result.output


EXAM = """\
id: desk.exam
title: Sources disagree on the day of the exam
why: Pupils go by it.
claim: {value: {kind: date}, near: [exam]}
compare: {finding: [disjoint]}
message: "{a}: {a.words}; {b}: {b.words}"
"""


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (("The exam took place on 14 May.", "Pupils sat the exam on 15 May."), "warning (disjoint)"),
        (("The exam took place on 14 May.", "The minister spoke on 15 May."), "quiet"),
        (
            ("The exam took place on 14 May.", "Pupils sat the exam on 14 May and left school on 15 May."),
            "quiet",
        ),
        (
            ("The exam in Graz took place on 14 May.", "Pupils in Linz will sit the exam on 15 May."),
            "quiet",  # what is known sets them apart
        ),
    ],
)
def test_what_a_desk_says_in_of_and_near_is_evidence(
    tmp_path: Path, sentences: tuple[str, str], told: str
) -> None:
    """The words alone tell too little that the two days are of one thing."""
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "exam.yaml").write_text(EXAM)
    tried = run("rules", "try", "--rules", str(tmp_path), "--rule", "desk.exam", *sentences)
    assert tried.output.startswith(f"desk.exam: {told}"), tried.output


ONE_TEXT = """\
id: desk.poll
title: A poll without its institute
why: Who asked is part of the figure.
check: must_attribute
claim: {value: {kind: percentage, of: [voter]}}
"""
WORDS = """\
id: desk.word
title: A word that we do not use
why: The house writes plainly.
check: must_not_have
words: [exclusive]
scope: {part: headline}
"""


@pytest.mark.parametrize(
    ("rule", "sentence", "told"),
    [
        (
            ONE_TEXT,
            "54 per cent of voters want a bridge.",
            "warning: A poll without its institute: “54 per cent",
        ),
        (ONE_TEXT, "54 per cent of voters want a bridge, police said.", "has somebody who says it"),
        (ONE_TEXT, "54 per cent of trees are ill.", "“54 per cent” is read as of trees"),
        (WORDS, "Exclusive: mayor resigns", "warning: A word that we do not use: “Exclusive: mayor resigns”"),
        (WORDS, "Mayor resigns", "quiet: none of its words: exclusive"),
    ],
)
def test_a_rule_of_one_text_is_tried_on_one(tmp_path: Path, rule: str, sentence: str, told: str) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "own.yaml").write_text(rule)
    name = rule.partition("\n")[0].removeprefix("id: ")
    for chosen in (("--rule", name), ()):
        tried = run("rules", "try", "--rules", str(tmp_path), *chosen, sentence)
        assert tried.exit_code == 0
        assert told in tried.output or (not chosen and tried.output == "no rule is about these sentences\n")


def test_try_says_what_fires() -> None:
    result = run("rules", "try", "A maritime ceasefire. Forty men died.", "A sea truce. Fifty men died.")
    assert "general.count: warning (disjoint): sentence 1: Forty men — sentence 2: Fifty men" in result.output


def test_schema_is_json() -> None:
    assert "vocabulary" in json.loads(run("schema", "rule").output)["$defs"]["ValuePattern"]["properties"]
    assert run("schema", "rules").exit_code == 2


@pytest.mark.parametrize("args", [["rules", "list"], ["rules", "show", "courts.plea"], ["rules", "lint"]])
def test_commands_do_without_the_parser(args: list[str]) -> None:
    code = (
        "import sys; from checker.cli import main; main(sys.argv[1:], standalone_mode=False); "
        "sys.exit(any(name.split('.')[0] in ('spacy', 'dateparser') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr or done.stdout


def test_lint_warns_of_words_that_no_lexicon_knows(tmp_path: Path) -> None:
    """A slip of the pen looks like one; a new word does not, and neither fails a run."""
    (tmp_path / "desk").mkdir()
    run("rules", "new", "desk.things", "--in", str(tmp_path))
    run("rules", "new", "desk.alert", "--in", str(tmp_path), "--kind", "vocabulary")
    rule, terms = tmp_path / "desk" / "things.yaml", tmp_path / "desk" / "alert.vocabulary.yaml"
    known = "[volunteers, subreddit, evacuated, Brigde, put off their strike]"
    rule.write_text(rule.read_text().replace("[thing]", known))
    quiet = run("rules", "lint", "--rules", str(tmp_path))
    assert ("warning" in quiet.output, quiet.exit_code) == (False, 0)
    rule.write_text(rule.read_text().replace(known, "[volunteeer, helper]"))
    terms.write_text(terms.read_text().replace("red alert", "red alrert"))
    warned = run("rules", "lint", "--rules", str(tmp_path))
    assert warned.exit_code == 0
    assert "things.yaml:7:29: no lexicon has 'volunteeer'" in warned.output
    assert "did you mean 'volunteer'?" in warned.output
    assert "no lexicon has 'alrert' in 'red alrert/warning'\n  did you mean 'alert'?" in warned.output
    assert warned.output.count("warning: ") == 2


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("7 p.m.", "7.45 p.m.", "“7 p.m.” is 19:00; “7.45 p.m.” is 19:45"),
        ("7.10 p.m.", "7.35 p.m.", "lie within 30 minutes; “7.10 p.m.” is 19:10; “7.35 p.m.” is 19:35"),
    ],
)
def test_try_says_what_was_read(tmp_path: Path, one: str, other: str, told: str) -> None:
    run("rules", "new", "desk.hour", "--kind", "time", "--in", str(tmp_path))
    rule = tmp_path / "desk" / "hour.yaml"
    text = rule.read_text().replace("[curfew]", "[doors]")
    rule.write_text(text.replace("message:", "  within: 30 minutes\nmessage:"))
    sentences = (f"The doors open at {time}" for time in (one, other))
    assert told in run("rules", "try", "--rules", str(tmp_path), "--rule", "desk.hour", *sentences).output
