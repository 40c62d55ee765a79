"""ninjs, the IPTC's news item in JSON, versions 1.x to 3.x."""

from __future__ import annotations

import json
from typing import Any

from checker.errors import InputError
from checker.reading.account import Account, read_time_or_none
from checker.reading.fragment import text_of_html
from checker.reading.text import decode

_PICTURES = ("picture", "photo", "graphic", "video", "image")
_CAPTIONS = (
    "description_text",
    "description_html",
    "description_xhtml",
    "caption",
)  # 1.x, the plainest first
_BODIES = ("body_xhtml", "body_html", "body_text", "body_nitf")  # 1.x, the better structured first


def read(data: bytes, path: str) -> list[Account]:
    text = decode(data, path)
    try:
        item = json.loads(text)
    except json.JSONDecodeError as e:
        shown = text.split("\n")[e.lineno - 1]
        raise InputError(
            f"not JSON: {e.msg}",
            path=path,
            line=e.lineno,
            column=e.colno,
            source=text if shown.strip() and len(shown) < 200 else None,
            hint="the file may be cut short",
        ) from None
    items = item if isinstance(item, list) else [item]
    accounts = [_account(one) for one in items if isinstance(one, dict)]
    found = [account for account in accounts if account is not None]
    if not found:
        raise InputError(
            "no article text in this JSON",
            path=path,
            hint='a ninjs item has "bodies" or "body_text"; an article of this program has "id" and "text"',
        )
    return found


def _account(item: dict[str, Any]) -> Account | None:
    body = _body(item)
    if not body:
        return None
    headline = item.get("headline") or _first(item.get("headlines"), "value", role="main")
    times = (
        "firstPublished",
        "versioncreated",
        "versionCreated",
        "firstcreated",
        "firstCreated",
        "contentCreated",
    )
    written = next((item[key] for key in times if isinstance(item.get(key), str)), None)
    return Account(
        "\n\n".join([body, *_captions(item, body)]),
        title=headline if isinstance(headline, str) else None,
        publisher=_publisher(item),
        published=read_time_or_none(written),
        url=next((v for v in (item.get("url"), item.get("uri")) if str(v).startswith("http")), None),
    )


def _body(item: dict[str, Any]) -> str:
    for key in _BODIES:
        if isinstance(item.get(key), str):
            return _text(item[key], markup=key != "body_text")
    bodies = [b for b in item.get("bodies") or () if isinstance(b, dict) and isinstance(b.get("value"), str)]
    marked = [
        body for body in bodies if "html" in str(body.get("contentType")) or "html" in str(body.get("role"))
    ]
    best = next(iter(marked or bodies), None)
    if best is None:
        return ""
    kind = str(best.get("contentType"))
    return _text(best["value"], markup=bool(marked) or "xml" in kind)


def _captions(item: dict[str, Any], body: str) -> list[str]:
    """What stands under the pictures that belong to an item, each once, where its body has them not."""
    linked = item.get("associations") or ()
    listed = linked.values() if isinstance(linked, dict) else linked
    found: dict[str, None] = {}
    for one in listed:
        if isinstance(one, dict) and one.get("type") in _PICTURES:
            text = _caption(one)
            if text and text not in body:
                found[text] = None
    return list(found)


def _caption(picture: dict[str, Any]) -> str:
    for key in _CAPTIONS:
        if isinstance(picture.get(key), str):
            return _text(picture[key], markup=key.endswith("html"))
    text = _first(picture.get("descriptions"), "value", role="caption")
    return text_of_html(text) if isinstance(text, str) else ""


def _text(body: str, *, markup: bool) -> str:
    return text_of_html(body) if markup else body.replace("\r\n", "\n").strip()


def _publisher(item: dict[str, Any]) -> str | None:
    named = (
        _first(item.get("infosource") or item.get("infoSources"), "name"),
        item.get("provider"),
        item.get("copyrightholder") or item.get("copyrightHolder"),
    )
    for name in named:
        if isinstance(name, dict):
            name = name.get("name")
        if isinstance(name, str) and name.strip():
            return name.strip()
    return None


def _first(items: Any, key: str, role: str | None = None) -> Any:
    """The value under `key` of the first of the items, preferably of that role."""
    listed = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    chosen = [item for item in listed if role and str(item.get("role")).endswith(role)] or listed
    return chosen[0].get(key) if chosen else None
