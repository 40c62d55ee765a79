"""Who may ask what of the page: browsers on this machine; and only the page itself may have things done."""

from __future__ import annotations

import secrets
from io import BytesIO
from typing import IO

from flask import Flask, Request, Response, abort, request

MOST_PARTS = 500  # fields and files of one form
_HEADERS = {
    "Cache-Control": "no-store",  # nor does the browser keep anything
    "Content-Security-Policy": "frame-ancestors 'none'",  # the rest stands in the page
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class InMemory(Request):
    """What is sent stays in memory: by default large files would go to the disk."""

    max_form_parts = MOST_PARTS

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return BytesIO()


def protect(app: Flask, port: int, max_bytes: int) -> str:
    """Limit what is asked and by whom; the token that every form has to send back.

    A page of another site may make the browser send a form here, or give its own name this address: it
    knows no token, its origin is another, and it asks for another host.
    """
    token = secrets.token_urlsafe(32)
    hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}
    app.request_class = InMemory
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = max_bytes

    @app.before_request
    def check_who_asks() -> None:
        if request.host not in hosts:
            abort(421)
        if request.method in ("GET", "HEAD"):
            return
        origin = request.headers.get("Origin")
        site = request.headers.get("Sec-Fetch-Site", "same-origin")
        if origin not in (None, *(f"http://{host}" for host in hosts)) or site != "same-origin":
            abort(403)
        if not secrets.compare_digest(request.form.get("token", "").encode(), token.encode()):
            abort(403)

    @app.after_request
    def tell_the_browser(response: Response) -> Response:
        response.headers.update(_HEADERS)
        return response

    return token
