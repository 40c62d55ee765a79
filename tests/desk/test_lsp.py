"""`checker lsp` as an editor uses it: a session over standard input and output."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from newsroom import ROOT

pytest.importorskip("pygls", reason="the language server is an extra, lsp")


RULE = """\
id: house.toll
title: The toll
why: A toll must be right.
severity: error
claim:
  value: {kind: count}
compare:
  finding: [disjoint]
message: "{a.words} for {b.words}"
"""


class Editor:
    """An editor that knows the protocol and nothing else."""

    def __init__(self, command: list[str], folder: Path, **capabilities: Any) -> None:
        self.server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        self.messages: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self.number = 0
        self.told: list[dict[str, Any]] = []
        self.capabilities = self.ask(
            "initialize", processId=None, rootUri=folder.as_uri(), capabilities=capabilities
        )["capabilities"]
        self.tell("initialized")

    def _listen(self) -> None:
        assert self.server.stdout is not None
        while header := self.server.stdout.readline():
            name, _, value = header.decode("ascii").partition(":")
            if name.lower() == "content-length":
                size = int(value)
            if not header.strip():
                self.messages.put(json.loads(self.server.stdout.read(size)))

    def _send(self, **message: Any) -> None:
        assert self.server.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.server.stdin.flush()

    def tell(self, method: str, **params: Any) -> None:
        self._send(method=method, params=params)

    def ask(self, method: str, **params: Any) -> Any:
        self.number += 1
        self._send(id=self.number, method=method, params=params)
        while True:
            message = self.messages.get(timeout=120)
            if message.get("id") == self.number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self.told.append(message)

    def diagnostics(self, version: int | None) -> list[dict[str, Any]]:
        """What is published for a version of the draft."""
        while True:
            message = self.told.pop(0) if self.told else self.messages.get(timeout=120)
            if message.get("method") == "textDocument/publishDiagnostics":
                params = message["params"]
                if params.get("version") == version:
                    return list(params["diagnostics"])

    def asked(self, method: str) -> dict[str, Any]:
        """What the server asks of the editor, answered with nothing."""
        while True:
            message = self.told.pop(0) if self.told else self.messages.get(timeout=120)
            if message.get("method") == method:
                self._send(id=message["id"], result=None)
                return dict(message["params"])

    def saved(self, *paths: Path) -> None:
        """Files were saved outside of the editor, or in a tab of another kind."""
        changes = [{"uri": path.as_uri(), "type": 2} for path in paths]
        self.tell("workspace/didChangeWatchedFiles", changes=changes)

    def open(self, path: Path, text: str | None = None) -> str:
        text = path.read_text() if text is None else text
        document = {"uri": path.as_uri(), "languageId": "markdown", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return path.as_uri()

    def change(self, uri: str, version: int, text: str) -> None:
        document = {"uri": uri, "version": version}
        self.tell("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])

    def close(self) -> int:
        self.ask("shutdown")
        self.tell("exit")
        return self.server.wait(timeout=60)


@pytest.fixture
def editor(desk: Path, program: list[str]) -> Iterator[Editor]:
    editor = Editor([*program, "lsp"], desk)
    try:
        yield editor
        assert editor.close() == 0
    finally:
        editor.server.kill()
        editor.server.wait()


def words(text: str, found: dict[str, Any]) -> str:
    """The words that a range marks, counted in UTF-16 as an editor does."""
    start, end = found["range"]["start"], found["range"]["end"]
    assert start["line"] == end["line"]
    line = text.split("\n")[start["line"]].encode("utf-16-le")
    return line[2 * start["character"] : 2 * end["character"]].decode("utf-16-le")


def test_draft_as_it_is_written(desk: Path, editor: Editor) -> None:
    draft = desk / "draft.md"
    text = draft.read_text()
    uri = editor.open(draft)
    first = editor.diagnostics(1)
    assert [(one["code"], one["severity"], words(text, one)) for one in first] == [
        ("general.count", 1, "12 people"),
        ("general.duration", 1, "five years"),
    ]
    assert "12 people" in first[0]["message"]
    assert "nine people" in first[0]["message"]
    related = [one["location"]["uri"] for one in first[0]["relatedInformation"]]
    assert related == [(desk / "agency.md").as_uri(), (desk / "daily.md").as_uri()]
    editor.change(uri, 2, text.replace("12 people", "10 people"))
    editor.change(uri, 3, text.replace("12 people", "nine people"))
    assert [one["code"] for one in editor.diagnostics(3)] == ["general.duration"]
    assert draft.read_text() == text


def test_places_are_counted_in_utf16(desk: Path, editor: Editor) -> None:
    draft = desk / "draft.md"
    text = draft.read_text().replace("A fire in", "🔥 *Élan* 🔥: a **fire** in")
    editor.open(draft, text)
    assert "12 people" in [words(text, one) for one in editor.diagnostics(1)]


def test_hover_shows_what_each_source_says(desk: Path, editor: Editor) -> None:
    text = (desk / "draft.md").read_text()
    uri = editor.open(desk / "draft.md")
    editor.diagnostics(1)
    line = text.split("\n")[6]
    at = {"line": 6, "character": line.index("12 people") + 2}
    shown = editor.ask("textDocument/hover", textDocument={"uri": uri}, position=at)
    title, _, sources = shown["contents"]["value"].partition("\n\n")
    assert title.endswith("\n≠ 12 people: contradicted")
    assert sources == (
        "Coast Agency (the fire brigade), line 5: “A fire in the old port of Brenna killed nine people on "
        "Thursday night, the fire brigade said.”\n"
        "Brenna Daily, line 5: “Nine people died in the fire in the old port of Brenna on Thursday night.”"
    )
    assert words(text, shown) == "12 people"
    nowhere = {"line": 6, "character": 2}
    assert editor.ask("textDocument/hover", textDocument={"uri": uri}, position=nowhere) is None


def test_hover_shows_the_sentence_behind_a_tick(desk: Path, editor: Editor) -> None:
    text = (desk / "draft.md").read_text()
    uri = editor.open(desk / "draft.md")
    marked = [words(text, one) for one in editor.diagnostics(1)]
    at = {"line": 6, "character": text.split("\n")[6].index("Thursday") + 2}
    shown = editor.ask("textDocument/hover", textDocument={"uri": uri}, position=at)
    assert shown["contents"]["value"] == (
        "✓ Thursday night: backed\n\n"
        "Coast Agency (the fire brigade), line 5: “A fire in the old port of Brenna killed nine people on "
        "Thursday night, the fire brigade said.”\n"
        "Brenna Daily, line 5: “Nine people died in the fire in the old port of Brenna on Thursday night.”"
    )
    assert words(text, shown) == "Thursday night"
    assert marked == ["12 people", "five years"]  # a tick is no diagnostic
    at["character"] = text.split("\n")[6].index("Brenna") + 2
    shown = editor.ask("textDocument/hover", textDocument={"uri": uri}, position=at)
    assert shown["contents"]["value"].startswith("✓ Brenna: backed\n\n")


def actions(editor: Editor, uri: str, found: dict[str, Any]) -> list[dict[str, Any]]:
    """What the editor is offered where a diagnostic stands."""
    given = {"textDocument": {"uri": uri}, "range": found["range"], "context": {"diagnostics": [found]}}
    return list(editor.ask("textDocument/codeAction", **given))


def test_action_puts_the_words_of_the_source_into_the_draft(desk: Path, editor: Editor) -> None:
    text = (desk / "draft.md").read_text().replace("A fire in", "🔥 *Élan* 🔥: a **fire** in")
    uri = editor.open(desk / "draft.md", text)
    others = editor.diagnostics(1)
    first = next(one for one in others if words(text, one) == "12 people")
    others.remove(first)
    repair, accept = actions(editor, uri, first)
    assert repair["title"] == "Replace by “nine people” (Coast Agency (the fire brigade))"
    assert (repair["kind"], repair["isPreferred"]) == ("quickfix", True)
    assert accept["title"].startswith("Accept this finding: ")
    ((there, (edit,)),) = repair["edit"]["changes"].items()
    assert (there, edit["range"], edit["newText"]) == (uri, first["range"], "nine people")
    editor.change(uri, 2, text.replace(words(text, first), edit["newText"]))
    assert [one["data"] for one in editor.diagnostics(2)] == [one["data"] for one in others]


def test_words_torn_by_markup_are_left_to_the_writer(desk: Path, editor: Editor) -> None:
    text = (desk / "draft.md").read_text().replace("12 people", "**12** people")
    uri = editor.open(desk / "draft.md", text)
    first, *_ = editor.diagnostics(1)
    (accept,) = actions(editor, uri, first)
    assert accept["title"].startswith("Accept this finding: ")


def test_action_accepts(desk: Path, editor: Editor) -> None:
    uri = editor.open(desk / "draft.md")
    first, second = editor.diagnostics(1)
    *_, action = actions(editor, uri, first)
    assert action["title"] == f"Accept this finding: {first['message']}"
    assert action["command"]["command"] in editor.capabilities["executeCommandProvider"]["commands"]
    done = {key: action["command"][key] for key in ("command", "arguments")}
    editor.ask("workspace/executeCommand", **done)
    assert [one["code"] for one in editor.diagnostics(1)] == [second["code"]]
    written = (desk / "accepted.yaml").read_text()
    assert "reason: accepted in the editor\n" in written
    assert "when: 2024-06-01\n" in written


def test_what_is_wrong_is_told_where_it_stands(desk: Path, editor: Editor) -> None:
    draft = desk / "draft.md"
    uri = editor.open(draft, draft.read_text().replace("role: draft", "rol: draft"))
    (wrong,) = editor.diagnostics(1)
    assert (wrong["range"]["start"]["line"], "unknown key 'rol'" in wrong["message"]) == (3, True)
    editor.change(uri, 2, draft.read_text())
    assert len(editor.diagnostics(2)) == 2


def test_saving_a_source_checks_the_draft_again(desk: Path, editor: Editor) -> None:
    editor.open(desk / "draft.md")
    assert len(editor.diagnostics(1)) == 2
    agency = desk / "agency.md"
    agency.write_text(agency.read_text().replace("two years", "five years"))
    editor.tell("textDocument/didSave", textDocument={"uri": (desk / "draft.md").as_uri()})
    assert [one["code"] for one in editor.diagnostics(1)] == ["general.count"]


def test_draft_of_a_set_and_files_that_are_none(desk: Path, editor: Editor) -> None:
    text = "A fire in the old port of Brenna killed 12 people on Thursday night.\n"
    (desk / "text.md").write_text(text)
    (desk / "set.yaml").write_text(
        "articles:\n  - {file: agency.md}\n"
        "  - {file: text.md, role: draft, published: 2024-05-03T10:00:00+02:00}\n"
    )
    editor.open(desk / "text.md")
    assert [words(text, one) for one in editor.diagnostics(1)] == ["12 people"]
    editor.open(desk / "agency.md")
    assert editor.diagnostics(1) == []
    editor.open(desk / "notes.md", "Call the fire brigade.\n")
    assert editor.diagnostics(1) == []


@pytest.fixture
def watcher(desk: Path, program: list[str]) -> Iterator[Editor]:
    """An editor that tells of files saved elsewhere."""
    watching = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
    editor = Editor([*program, "lsp"], desk, **watching)
    try:
        yield editor
        assert editor.close() == 0
    finally:
        editor.server.kill()
        editor.server.wait()


def test_settings_rules_and_acceptances_are_read_anew(desk: Path, watcher: Editor) -> None:
    (registered,) = watcher.asked("client/registerCapability")["registrations"]
    assert registered["method"] == "workspace/didChangeWatchedFiles"
    patterns = [one["globPattern"] for one in registered["registerOptions"]["watchers"]]
    assert any("yaml" in pattern for pattern in patterns)
    watcher.open(desk / "draft.md")
    count, _ = watcher.diagnostics(1)
    (desk / "house").mkdir()
    (desk / "checker.yaml").write_text("rules: [house]\nseverity: {general: off}\n")
    watcher.saved(desk / "checker.yaml")
    assert watcher.diagnostics(1) == []
    rule = desk / "house" / "toll.yaml"
    rule.write_text(RULE)
    watcher.saved(rule)
    assert [one["message"] for one in watcher.diagnostics(1)] == ["12 people for nine people"]
    rule.write_text(RULE.replace(" for ", " against "))
    watcher.saved(rule)
    assert [one["message"] for one in watcher.diagnostics(1)] == ["12 people against nine people"]
    (desk / "checker.yaml").unlink()
    (desk / "accepted.yaml").write_text(f"- fingerprint: {count['data']}\n  reason: seen\n")
    watcher.saved(desk / "checker.yaml", desk / "accepted.yaml")
    assert [one["code"] for one in watcher.diagnostics(1)] == ["general.duration"]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("checker.yaml", "severity: [oops\n", "checker.yaml"),
        ("checker.yaml", "fail-on: sometimes\n", "fail-on"),
        ("accepted.yaml", "- fingerprint: short\n  reason: seen\n", "is not a fingerprint"),
        ("set.yaml", "articles: 5\n", "set.yaml"),
    ],
)
def test_what_is_wrong_in_other_files_is_told_at_the_top(
    desk: Path, watcher: Editor, name: str, text: str, told: str
) -> None:
    draft = desk / "draft.md"
    whole = draft.read_text()
    if name == "set.yaml":
        whole = whole.replace("sources: [agency.md, daily.md]\n", "")
    (desk / name).write_text(text)
    watcher.open(draft, whole)
    (wrong,) = watcher.diagnostics(1)
    assert (wrong["range"]["start"]["line"], told in wrong["message"]) == (0, True)
    (desk / name).unlink()
    watcher.saved(desk / name)
    assert len(watcher.diagnostics(1)) == (0 if name == "set.yaml" else 2)


def test_texts_that_are_half_written(desk: Path, editor: Editor) -> None:
    """Whatever stands there while somebody types, the next whole text is checked."""
    draft = desk / "draft.md"
    whole = draft.read_text()
    uri = editor.open(draft, "")
    assert editor.diagnostics(1) == []
    halves = [
        "-",
        "---\n",
        "---\nrole: draft\n",
        "---\nsources: [\n---\nA fire.\n",
        "\ufeff",
        "\x00\x01",
        "\ud83d",
    ]
    for version, text in enumerate(halves, 2):
        editor.change(uri, version, text)
        editor.diagnostics(version)
    editor.change(uri, 90, whole.replace("\n", "\r\n"))
    assert [one["code"] for one in editor.diagnostics(90)] == ["general.count", "general.duration"]


def test_files_that_are_not_on_disk(desk: Path, editor: Editor) -> None:
    text = (desk / "draft.md").read_text()
    document = {"uri": "untitled:Untitled-1", "languageId": "markdown", "version": 1, "text": text}
    editor.tell("textDocument/didOpen", textDocument=document)
    new = editor.open(desk / "not yet saved.md", text)
    assert [one["code"] for one in editor.diagnostics(1)] == ["general.count", "general.duration"]
    place = {"textDocument": {"uri": new}, "position": {"line": 900, "character": 4}}
    assert editor.ask("textDocument/hover", **place) is None
    assert (
        editor.ask("textDocument/hover", **{**place, "textDocument": {"uri": "untitled:Untitled-1"}}) is None
    )


def test_without_the_extra_it_says_what_to_install(desk: Path, program: list[str]) -> None:
    hidden = f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.modules['pygls'] = None\n"
    script = hidden + "sys.modules['lsprotocol'] = None\nfrom checker.cli import main\nmain(['lsp'])"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert "pip install 'pygls>=2,<3'" in result.stderr


def test_a_check_that_failed_is_told_and_the_rest_is_shown(desk: Path, editor: Editor) -> None:
    (desk / "daily.md").write_bytes(b"\x00\x01\x02" * 50)
    editor.open(desk / "draft.md")
    failed, *found = editor.diagnostics(1)
    assert "daily.md: this is a binary file" in failed["message"]
    assert (failed["severity"], failed["range"]["start"]["line"]) == (1, 0)
    assert [one["code"] for one in found] == ["general.count", "general.duration"]


FAULT = """
import sys
from checker import cli, pipeline
def check(*args): raise KeyError("what nobody thought of")
pipeline.check_set = check
cli.main(["lsp"])
"""


def test_a_fault_of_our_own_is_a_diagnostic(desk: Path, program: list[str]) -> None:
    editor = Editor([program[0], "-c", FAULT], desk)
    try:
        editor.open(desk / "draft.md")
        for version in (1, 2):
            (failed,) = editor.diagnostics(version)
            assert "checker failed on it: KeyError" in failed["message"]
            if version == 1:
                editor.change((desk / "draft.md").as_uri(), 2, (desk / "draft.md").read_text())
        assert editor.close() == 0
    finally:
        editor.server.kill()


def frame(body: bytes, head: bytes = b"Content-Length: %d\r\n\r\n") -> bytes:
    return (head % len(body) if b"%" in head else head) + body


@pytest.mark.parametrize(
    "junk",
    [
        b"\r\n\r\nwords\r\n",
        b"Content-Length: many\r\n\r\n",
        b"Content-Length: %s\r\n\r\n" % (b"9" * 6_000),
        b"Content-Length: -5\r\n\r\n",
        b"Content-Length: 0\r\n\r\n",
        frame(b"{", b"Content-Length: 60000000\r\n\r\n") + b" " * 59_999_999,
        frame(b"{"),
        frame(b"\xff\xfe\x00"),
        frame(b"[1, 2]"),
        frame(b"null"),
        frame(b"[" * 100_000),
        frame(b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": 5}'),
        frame(b'{"jsonrpc": "2.0", "id": 77, "method": "textDocument/hover", "params": {"position": "x"}}'),
        frame(b'{"jsonrpc": "2.0", "id": {"a": 1}, "result": null}'),
        frame(b'{"jsonrpc": "1.0"}'),
        frame(b'{"jsonrpc": "2.0", "method": "no/such"}'),
    ],
    ids=range(16),
)
def test_frames_that_are_none_are_passed_over(desk: Path, editor: Editor, junk: bytes) -> None:
    assert editor.server.stdin is not None
    editor.server.stdin.write(junk)
    editor.server.stdin.flush()
    editor.open(desk / "draft.md")
    assert len(editor.diagnostics(1)) == 2
