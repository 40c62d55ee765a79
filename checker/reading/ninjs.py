"""ninjs, the IPTC's news item in JSON, versions 1.x to 3.x, alone, in a list or wrapped in another object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from checker.errors import InputError
from checker.reading.account import Account, note, read_time_or_none, withheld
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
_MARKS = (
    "pubstatus",
    "versioncreated",
    "firstcreated",
    "firstpublished",
    "headlines",
    "headline",
    "representationtype",
)
_TIMES = ("firstpublished", "versioncreated", "firstcreated", "contentcreated")
_DEEPEST = 4  # objects round an item


def read(data: bytes) -> list[Account]:
    text = decode(data)
    try:
        given = json.loads(text, object_pairs_hook=_lower)
    except json.JSONDecodeError as e:
        shown = text.split("\n")[e.lineno - 1]
        raise InputError(
            f"not JSON: {e.msg}",
            line=e.lineno,
            column=e.colno,
            source=text if shown.strip() and len(shown) < 200 else None,
            hint="the file may be cut short",
        ) from None
    accounts = [_account(one) for one in _items(given, 0)]
    if not any(account.text or account.unused for account in accounts):
        raise InputError(
            "no article text in this JSON",
            hint='a ninjs item has "bodies" or "body_text"; an article of this program has "id" and "text"',
        )
    return accounts


def _lower(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Version 2 writes "contenttype" where version 3 has "contentType"."""
    return {key.lower(): value for key, value in pairs}


def _items(given: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The news items in a value, outermost ones only."""
    if isinstance(given, dict):
        bodies = any(key in given for key in (*_BODIES, "bodies"))
        if bodies or ("uri" in given and any(key in given for key in _MARKS)):
            yield given
            return
        given = list(given.values())
    if isinstance(given, list) and depth <= _DEEPEST:
        for one in given:
            yield from _items(one, depth + 1)


def _account(item: dict[str, Any]) -> Account:
    said: dict[str, None] = {}
    body = _body(item, said)
    headline = item.get("headline") or _first(item.get("headlines"), "value", role="main")
    written = next((item[key] for key in _TIMES if isinstance(item.get(key), str)), None)
    embargo, version = item.get("embargoed"), str(item.get("version", ""))
    state, story = item.get("pubstatus"), item.get("uri")
    if isinstance(headline, str) and body.startswith(f"{headline.strip()}\n"):
        body = body.removeprefix(headline.strip()).strip()
    return Account(
        "\n\n".join([body, *_captions(item, body)]) if body else "",
        title=headline if isinstance(headline, str) else None,
        publisher=_publisher(item),
        published=read_time_or_none(written),
        url=next((v for v in (item.get("url"), story) if str(v).startswith("http")), None),
        left_out=(*note(item.get("ednote")), *_others(item), *said),
        unused=withheld(state) if isinstance(state, str) else None,
        until=read_time_or_none(embargo) if isinstance(embargo, str) else None,
        story=story if isinstance(story, str) else None,
        version=int(version) if version.isdecimal() else 0,
    )


def _body(item: dict[str, Any], said: dict[str, None]) -> str:
    for key in _BODIES:
        text = _text(item.get(key), key, said)
        if text:
            return text
    found = [(_kind(body), body.get("value")) for body in _objects(item.get("bodies"))]
    ranked = sorted(
        found, key=lambda one: next((n for n, kind in enumerate(_KINDS) if kind in one[0]), len(_KINDS))
    )
    return next((text for kind, value in ranked if (text := _text(value, kind, said))), "")


_KINDS = ("html", "nitf", "xml")  # the better structured first; what else there is counts as plain


def _kind(body: dict[str, Any]) -> str:
    return f"{body.get('contenttype', '')} {body.get('role', '')}".lower()


def _text(value: Any, kind: str, said: dict[str, None] | None = None) -> str:
    if not isinstance(value, str):
        return ""
    if not any(mark in kind for mark in _KINDS):
        return value.replace("\r\n", "\n").strip()
    _, body, content = value.partition("<body.content")  # of NITF the headline stands before it
    return text_of_html((body + content).partition("</body.content")[0] if body else value, said=said)


def _linked(item: dict[str, Any]) -> list[dict[str, Any]]:
    linked = item.get("associations") or ()
    return _objects(list(linked.values()) if isinstance(linked, dict) else linked)


def _captions(item: dict[str, Any], body: str) -> list[str]:
    """What stands under the pictures that belong to an item, each once, where its body has them not."""
    texts = (_caption(one) for one in _linked(item) if one.get("type") in _PICTURES)
    return list(dict.fromkeys(text for text in texts if text and text not in body))


def _others(item: dict[str, Any]) -> tuple[str, ...]:
    """The stories that belong to an item without being a part of it."""
    other = sum(one.get("type") not in _PICTURES for one in _linked(item))
    return (f"{other} linked {'story' if other == 1 else 'stories'}",) if other else ()


def _caption(picture: dict[str, Any]) -> str:
    for key in _CAPTIONS:
        text = _text(picture.get(key), key)
        if text:
            return text
    text = _first(picture.get("descriptions"), "value", role="caption")
    return text_of_html(text) if isinstance(text, str) else ""


def _publisher(item: dict[str, Any]) -> str | None:
    named = (
        _first(item.get("infosource") or item.get("infosources"), "name"),
        item.get("provider"),
        item.get("copyrightholder"),
    )
    for name in named:
        if isinstance(name, dict):
            name = name.get("name")
        if isinstance(name, str) and name.strip():
            return name.strip()
    return None


def _objects(items: Any) -> list[dict[str, Any]]:
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list | tuple) else []


def _first(items: Any, key: str, role: str | None = None) -> Any:
    """The value under `key` of the first of the items, preferably of that role."""
    listed = _objects(items)
    chosen = [item for item in listed if role and str(item.get("role")).endswith(role)] or listed
    return chosen[0].get(key) if chosen else None
