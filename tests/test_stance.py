"""The stance corpus: every sentence read by the real pipeline, what stands in brackets checked."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.cues import commitment, event_commitment, read_cues
from checker.language import parse
from checker.model import Commitment, Modality, Span

CORPUS = Path(__file__).parent / "corpora" / "stance.yaml"
DOMAINS: dict[str, list[dict[str, Any]]] = yaml.safe_load(CORPUS.read_text(encoding="utf-8"))
ITEMS = [(domain, item) for domain, items in DOMAINS.items() for item in items]


def _marked(say: str) -> tuple[str, Span]:
    start, end = say.index("["), say.index("]")
    return say[:start] + say[start + 1 : end] + say[end + 1 :], Span(start, end - 1)


@lru_cache(maxsize=1)
def _read_all() -> dict[str, tuple[str, Commitment]]:
    marked = [(item["say"], *_marked(item["say"])) for _, item in ITEMS]
    docs = parse([text for _, text, _ in marked])
    return {
        say: (text, commitment(read_cues(doc), span))
        for (say, text, span), doc in zip(marked, docs, strict=True)
    }


def _parameters() -> list[Any]:
    return [
        pytest.param(
            item,
            id=f"{domain}: {item['say']}",
            marks=[pytest.mark.xfail(reason=item["todo"], strict=True)] if "todo" in item else [],
        )
        for domain, item in ITEMS
    ]


@pytest.mark.parametrize("item", _parameters())
def test_commitment(item: dict[str, Any]) -> None:
    text, found = _read_all()[item["say"]]
    read: dict[str, Any] = {
        "stance": found.stance,
        "modality": found.modality.value,
        "negated": found.negated,
    }
    wanted = {
        "stance": item.get("stance"),
        "modality": item.get("modality", "fact"),
        "negated": item.get("negated", False),
    }
    if "holder" in item:
        read["holder"] = text[found.holder.start : found.holder.end] if found.holder else None
        wanted["holder"] = item["holder"]
    assert read == wanted


def test_cue_words_are_shown() -> None:
    text = "The club refused to rule out a sale."
    (doc,) = parse([text])
    found = commitment(read_cues(doc), Span(text.index("a sale"), len(text) - 1))
    assert [text[span.start : span.end] for span in found.cues] == ["refused", "rule out"]


def test_a_stance_verb_is_its_own_stance() -> None:
    (doc,) = parse(["The union will not accept the offer."])
    found = event_commitment(read_cues(doc), 4)
    assert (found.stance, found.negated) == ("rejected", False)


def test_words_without_letters_have_no_commitment() -> None:
    (doc,) = parse(["   \n\n  "])
    assert commitment(read_cues(doc), Span(0, 3)) == Commitment()


def test_an_empty_article_has_no_cues() -> None:
    (doc,) = parse([""])
    assert commitment(read_cues(doc), Span(0, 0)) == Commitment(modality=Modality.FACT)


def test_long_flat_text_is_read() -> None:
    """A clause with thousands of denials and no end still gives each word its commitment."""
    (doc,) = parse(["no not never without " * 400 + "deal"])
    assert event_commitment(read_cues(doc), len(doc) - 1).stance is None
