"""ninjs, the IPTC's news item in JSON, versions 1.x to 3.x, alone, in a list or wrapped in another object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from checker.data import load
from checker.reading.account import Account
from checker.reading.fragment import text_of_html
from checker.reading.limits import load_json
from checker.reading.wire import account, need_text

_DEEPEST = 4  # objects round an item
Item = dict[str, Any]


def read(data: bytes) -> list[Account]:
    accounts = [_account(one) for one in _items(load_json(data, pairs=_lower), 0)]
    hint = 'a ninjs item has "bodies" or "body_text"; an article of this program has "id" and "text"'
    return need_text(accounts, "JSON", hint)


def _lower(pairs: list[tuple[str, Any]]) -> Item:
    """Version 2 writes "contenttype" where version 3 has "contentType"."""
    return {key.lower(): value for key, value in pairs}


def _keys(kind: str) -> Sequence[str]:
    keys: Sequence[str] = load("wire")["ninjs"][kind]
    return keys


def _items(given: Any, depth: int) -> Iterator[Item]:
    """The news items in a value, outermost ones only."""
    if isinstance(given, dict):
        bodies = any(key in given for key in (*_keys("bodies"), "bodies"))
        if bodies or ("uri" in given and any(key in given for key in _keys("marks"))):
            yield given
            return
        given = list(given.values())
    if isinstance(given, list) and depth <= _DEEPEST:
        for one in given:
            yield from _items(one, depth + 1)


def _account(item: Item) -> Account:
    said: dict[str, None] = {}
    body = _body(item, said)
    headline = item.get("headline") or _first(item.get("headlines"), "value", role="main")
    if isinstance(headline, str) and body.startswith(f"{headline.strip()}\n"):
        body = body.removeprefix(headline.strip()).strip()
    return account(
        "\n\n".join([body, *_captions(item, body)]) if body else "",
        title=headline,
        publisher=_publisher(item),
        times=[item.get(key) for key in _keys("times")],
        url=next((v for v in (item.get("url"), item.get("uri")) if str(v).startswith("http")), None),
        status=item.get("pubstatus"),
        embargo=item.get("embargoed"),
        note=item.get("ednote"),
        story=item.get("uri"),
        version=item.get("version"),
        left_out=[*_others(item), *said],
    )


def _body(item: Item, said: dict[str, None]) -> str:
    """Of several the better structured."""
    given = [(key, item.get(key)) for key in _keys("bodies")]
    bodies = [(_kind(body), body.get("value")) for body in _objects(item.get("bodies"))]
    marks = _keys("structured")
    given += sorted(bodies, key=lambda one: next((n for n, m in enumerate(marks) if m in one[0]), len(marks)))
    return next((text for kind, value in given if (text := _text(value, kind, said))), "")


def _kind(body: Item) -> str:
    return f"{body.get('contenttype', '')} {body.get('role', '')}".lower()


def _text(value: Any, kind: str, said: dict[str, None] | None = None) -> str:
    if not isinstance(value, str):
        return ""
    if not any(mark in kind for mark in _keys("structured")):
        return value.replace("\r\n", "\n").strip()
    _, body, content = value.partition("<body.content")  # of NITF the headline stands before it
    return text_of_html((body + content).partition("</body.content")[0] if body else value, said=said)


def _linked(item: Item) -> list[Item]:
    linked = item.get("associations") or ()
    return _objects(list(linked.values()) if isinstance(linked, dict) else linked)


def _captions(item: Item, body: str) -> list[str]:
    """What stands under the pictures that belong to an item, each once, where its body has them not."""
    texts = (_caption(one) for one in _linked(item) if one.get("type") in _keys("pictures"))
    return list(dict.fromkeys(text for text in texts if text and text not in body))


def _caption(picture: Item) -> str:
    given = [*((key, picture.get(key)) for key in _keys("captions"))]
    given.append(("html", _first(picture.get("descriptions"), "value", role="caption")))
    return next((text for kind, value in given if (text := _text(value, kind))), "")


def _others(item: Item) -> list[str]:
    """The stories that belong to an item without being a part of it."""
    other = sum(one.get("type") not in _keys("pictures") for one in _linked(item))
    return [f"{other} linked {'story' if other == 1 else 'stories'}"] if other else []


def _publisher(item: Item) -> str | None:
    source = _first(item.get("infosource") or item.get("infosources"), "name")
    given = (source, item.get("provider"), item.get("copyrightholder"))
    names = (one.get("name") if isinstance(one, dict) else one for one in given)
    return next((name.strip() for name in names if isinstance(name, str) and name.strip()), None)


def _objects(items: Any) -> list[Item]:
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list | tuple) else []


def _first(items: Any, key: str, role: str | None = None) -> Any:
    """The value under `key` of the first of the items, preferably of that role."""
    listed = _objects(items)
    chosen = [item for item in listed if role and str(item.get("role")).endswith(role)] or listed
    return chosen[0].get(key) if chosen else None
