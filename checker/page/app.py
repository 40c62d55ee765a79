"""What the page answers: the form, a check, its report, what is done about findings, what is downloaded."""

from __future__ import annotations

from itertools import zip_longest

from flask import Flask, Response, abort, redirect, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as Answer

from checker.errors import CheckerError
from checker.model import Role
from checker.page import word
from checker.page.checks import Check, Checks
from checker.page.guard import protect
from checker.page.texts import Given, Text, Upload, as_given, original_of, set_of
from checker.page.views import Views
from checker.reports import Look, renderer

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_GONE = "It was forgotten: the page was started again, or others came after it."
_TOLD = {
    404: ("This is not here", _GONE),
    413: ("This is too much", "Give fewer texts at a time, or start the page with a larger --max-bytes."),
}


def make_app(checks: Checks, port: int, max_bytes: int) -> Flask:
    app = Flask("checker.page", static_folder=None)
    views = Views(protect(app, port, max_bytes), max_bytes, checks.keep is not None)
    folder = None if checks.keep is None else str(checks.keep)

    def known(name: str) -> Check:
        return checks.get(name) or abort(404)

    @app.errorhandler(HTTPException)
    def refused(e: HTTPException) -> tuple[str, int]:
        title, told = _TOLD.get(e.code or 500, (e.name, e.description or ""))
        return views.failed(title, told), e.code or 500

    @app.errorhandler(CheckerError)
    def wrong(e: CheckerError) -> tuple[str, int]:
        return views.failed("This cannot be done", e.render()), 400

    @app.get("/favicon.ico")
    def icon() -> tuple[str, int]:
        return "", 204

    @app.get("/")
    def form() -> str:
        return views.form(Given())

    @app.post("/check")
    def check() -> Answer | tuple[str, int]:
        given, base = _given(), checks.get(_field("base"))
        try:
            articles = set_of(given, folder)
            was = base.original if base and given.draft.text.strip() else None
            made = checks.make(articles, original_of(given, articles) or was)
        except CheckerError as e:
            return views.form(given, e.render(), _field("base")), 400
        return redirect(url_for("report", name=made.id), 303)

    @app.get("/checks/<name>")
    def report(name: str) -> str:
        return views.report(known(name))

    @app.get("/checks/<name>/change")
    def change(name: str) -> str:
        return views.form(as_given(known(name).articles), base=name)

    @app.get("/checks/<name>/report.html")
    def page(name: str) -> Response:
        return _file(renderer("html")([known(name).report], Look()), "text/html", "report.html")

    @app.get("/checks/<name>/report.docx")
    def document(name: str) -> Response:
        one = known(name)
        return _file(word.write(one.report, one.letters()), _DOCX, "report.docx")

    @app.get("/checks/<name>/draft.txt")
    def draft(name: str) -> Response:
        texts = [a.text for a in known(name).articles.articles if a.role is Role.DRAFT]
        return _file("\n".join(texts) or abort(404), "text/plain", "draft.txt")

    @app.get("/checks/<name>/draft.docx")
    def draft_document(name: str) -> Response:
        letters = known(name).letters() or abort(404)
        return _file(word.saved(letters.document), _DOCX, "draft.docx")

    @app.post("/checks/<name>/accept")
    def accept(name: str) -> Answer:
        one = known(name)
        finding = one.finding(_field("finding"))
        checks.accept(one, finding, _field("reason"))
        return redirect(url_for("report", name=name, _anchor=finding.fingerprint), 303)

    @app.post("/checks/<name>/reopen")
    def reopen(name: str) -> Answer:
        finding = known(name).finding(_field("finding"))
        checks.reopen(finding)
        return redirect(url_for("report", name=name, _anchor=finding.fingerprint), 303)

    @app.post("/checks/<name>/repair")
    def repair(name: str) -> Answer:
        one = known(name)
        made = checks.repair(one, one.finding(_field("finding")))
        return redirect(url_for("report", name=made.id, _anchor="findings"), 303)

    @app.post("/forget")
    def forget() -> Answer:
        checks.forget()
        return redirect(url_for("form"), 303)

    return app


def _field(name: str) -> str:
    return request.form.get(name, "").strip()


def _given() -> Given:
    names = ("text", "name", "published", "title")
    fields = [request.form.getlist(f"source_{name}") for name in names]
    return Given(
        Text(*(_field(f"draft_{name}") for name in names)),
        tuple(Text(*one) for one in zip_longest(*fields, fillvalue="") if one[0].strip()),
        _files("draft_file"),
        _files("source_files"),
    )


def _files(name: str) -> tuple[Upload, ...]:
    return tuple(Upload(f.filename or "file", f.read()) for f in request.files.getlist(name) if f.filename)


def _file(content: str | bytes, kind: str, name: str) -> Response:
    """Something to be saved: the browser asks where, or puts it among its downloads."""
    response = Response(content, mimetype=kind)
    response.headers["Content-Disposition"] = f"attachment; filename={name}"
    return response
