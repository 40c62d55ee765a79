"""`checker lsp`: findings in a draft while it is written, over the Language Server Protocol."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from checker import __version__
from checker.collecting import collect_much
from checker.commands.accepting import Word, git_name, write_entry
from checker.commands.checking import make_run
from checker.commands.marks import Mark, Place, marks, told
from checker.commands.options import Given
from checker.errors import CheckerError
from checker.errors import told as told_error
from checker.memory import Memory
from checker.model import Severity
from checker.reading import draft_set
from checker.reports.places import quoted, sentence
from checker.reports.repairs import repair_of
from checker.reports.report import Report

ACCEPT = "checker.accept"
_REASON = "accepted in the editor"  # until somebody writes a better one into accepted.yaml
_DEPENDED_ON = ("**/*.{yaml,yml,toml,md,txt,html,htm,json,jsonl,xml}",)  # files that a check may read
_FIX = types.CodeActionKind.QuickFix
_PAUSE = 0.3  # seconds without a keystroke after which a draft is checked
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one state of a draft; `report` is None where it could not be checked."""

    lines: Sequence[str]
    marks: Sequence[Mark]
    report: Report | None = None


class DraftServer(LanguageServer):
    """Checks the drafts that are open, one at a time, each some time after the last keystroke."""

    def __init__(self, given: Given, today: Callable[[], date]) -> None:
        super().__init__("checker", __version__)
        self.given, self.today = given, today
        self.checked: dict[str, Checked] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._worker = ThreadPoolExecutor(1)
        self._remembered: tuple[Path | None, Memory] = None, Memory()

    def check_soon(self, uri: str, pause: float = _PAUSE) -> None:
        self.forget(uri)
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._check(uri, pause))

    def check_all_soon(self) -> None:
        """Check every open draft: what was saved may be a source of one, or a desk's settings."""
        for uri in list(self.workspace.text_documents):
            self.check_soon(uri, 0)

    def forget(self, uri: str) -> None:
        waiting = self._waiting.pop(uri, None)
        if waiting:
            waiting.cancel()

    async def _check(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        document = self.workspace.get_text_document(uri)
        path = to_fs_path(uri)
        if path is None:
            return
        loop = asyncio.get_running_loop()
        checked = await loop.run_in_executor(self._worker, self.read, Path(path), document.source)
        self.checked[uri] = checked
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, self._diagnostics(checked), document.version)
        )
        await loop.run_in_executor(self._worker, collect_much)

    def read(self, path: Path, text: str) -> Checked:
        """Check one state of a draft; what is wrong with the input, or went wrong here, is a mark, too."""
        lines = text.split("\n")
        try:
            data = text.encode("utf-8", "surrogatepass")
            articles = draft_set(path, data, self.given.gate) if text.strip() else None
            if articles is None:
                return Checked(lines, ())
            run = make_run([path.parent], self.given, self.today())
            run = replace(run, memory=self._memory_of(path))
            report = run.report(articles)
            failed = [failure.error for failure in report.failed]
        except Exception as e:
            report, failed = None, [told_error(e, path)]
        found = [*(_failed(error, path) for error in failed), *(marks(report) if report else ())]
        return Checked(lines, found, report)

    def _memory_of(self, path: Path) -> Memory:
        """What was read of this draft's set before; of another draft than the last one nothing is left."""
        if self._remembered[0] != path:
            self._remembered = path, Memory()
        return self._remembered[1]

    def _diagnostics(self, checked: Checked) -> list[types.Diagnostic]:
        return [
            types.Diagnostic(
                range=self.range(checked, mark.start, mark.end),
                message=mark.message,
                severity=_SEVERITIES[mark.severity],
                code=mark.finding.rule if mark.finding else None,
                source="checker",
                related_information=_related(mark),
                data=mark.finding.fingerprint if mark.finding else None,
            )
            for mark in checked.marks
        ]

    def range(self, checked: Checked, start: Place, end: Place) -> types.Range:
        """The stretch in the units that the client counts in: UTF-16, if it asks for no other."""
        given = types.Range(types.Position(*start), types.Position(*end))
        return self.workspace.position_codec.range_to_client_units(checked.lines, given)

    def repair(self, checked: Checked, mark: Mark, uri: str) -> types.CodeAction | None:
        """Puts the source's words into the draft, where its own stand together in the file."""
        repair = repair_of(mark.finding) if mark.finding else None
        if repair is None or not repair.in_one_piece:
            return None
        edit = types.TextEdit(self.range(checked, mark.start, mark.end), repair.words)
        changes = types.WorkspaceEdit({uri: [edit]})
        return types.CodeAction(repair.offer, _FIX, is_preferred=True, edit=changes)

    def place(self, checked: Checked, position: types.Position) -> Place:
        given = self.workspace.position_codec.position_from_client_units(checked.lines, position)
        return given.line, given.character


def _failed(error: CheckerError, path: Path) -> Mark:
    """What was not checked, at its line of the draft, or at the first where it is another file's."""
    line = (error.line or 1) - 1 if error.path == str(path) else 0
    return Mark((line, 0), (line + 1, 0), error.render(), Severity.ERROR)


def _related(mark: Mark) -> list[types.DiagnosticRelatedInformation]:
    """What the other sides say, where the client can open it."""
    found = []
    for e in mark.finding.evidence if mark.finding else ():
        uri = from_fs_path(os.path.realpath(e.article.path)) if e.article.path else None
        if uri and e.article.role.value == "source":
            start = types.Position(e.line - 1, 0)
            where = types.Location(uri, types.Range(start, types.Position(e.line, 0)))
            found.append(types.DiagnosticRelatedInformation(where, f"{e.said_by}: {quoted(sentence(e))}"))
    return found


async def _ask_for_saves(server: DraftServer) -> None:
    """Have the editor tell of files saved elsewhere: settings, rules, what is accepted, sources."""
    workspace = server.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching is None or not watching.dynamic_registration:
        return
    options = types.DidChangeWatchedFilesRegistrationOptions(
        [types.FileSystemWatcher(pattern) for pattern in _DEPENDED_ON]
    )
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    await server.client_register_capability_async(
        types.RegistrationParams([types.Registration("saves", method, options)])
    )


def make_server(given: Given, today: Callable[[], date]) -> DraftServer:
    """The server with what it answers to; `start_io()` runs it."""
    server = DraftServer(given, today)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.check_soon(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.check_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.check_all_soon()

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        await _ask_for_saves(server)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def saved_elsewhere(params: types.DidChangeWatchedFilesParams) -> None:
        server.check_all_soon()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)
        server.checked.pop(params.text_document.uri, None)
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(params.text_document.uri, []))

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        checked = server.checked.get(params.text_document.uri)
        if checked is None or checked.report is None:
            return None
        found = told(checked.report, server.place(checked, params.position))
        if found is None:
            return None
        text = types.MarkupContent(types.MarkupKind.PlainText, found[0])
        return types.Hover(text, server.range(checked, *found[1]))

    kinds = types.CodeActionOptions(code_action_kinds=[_FIX])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        checked = server.checked.get(uri)
        if checked is None:
            return []
        start, end = (server.place(checked, p) for p in (params.range.start, params.range.end))
        found = {m.finding.fingerprint: m for m in checked.marks if m.finding and m.overlaps(start, end)}
        repairs = filter(None, (server.repair(checked, mark, uri) for mark in found.values()))
        return [
            *repairs,
            *(
                types.CodeAction(
                    f"Accept this finding: {mark.message}",
                    kind=_FIX,
                    command=types.Command("Accept this finding", ACCEPT, arguments=[uri, mark_id, _REASON]),
                )
                for mark_id, mark in found.items()
            ),
        ]

    @server.command(ACCEPT)
    def accept(uri: str, fingerprint: str, reason: str) -> str | None:
        checked = server.checked.get(uri)
        report = checked.report if checked else None
        for finding in report.findings if report else ():
            if report and finding.fingerprint == fingerprint:
                word = Word(reason, git_name(), server.today())
                path = write_entry(report.articles, fingerprint, finding, word)
                server.check_soon(uri, 0)
                return str(path)
        return None

    return server
