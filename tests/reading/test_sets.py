"""How paths make sets: folders, set.yaml, loose files, JSONL and standard input."""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from checker.errors import CheckerError
from checker.model import ArticleSet, Role
from checker.reading import read_sets


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def ids(articles: ArticleSet) -> list[str]:
    return [article.id for article in articles.articles]


def test_folder_without_set_file_holds_the_articles_in_it_by_name(tmp_path: Path) -> None:
    write(
        tmp_path,
        fire__b_md="B.",
        fire__a_txt="A.",
        fire__README_md="x",
        fire__notes_csv="x",
        fire__x__c_md="C.",
    )
    (tmp_path / "fire" / ".hidden.md").write_text("H.")
    (articles,) = read_sets([tmp_path / "fire"])
    assert articles.id == "fire"
    assert ids(articles) == ["a", "b"]
    assert [article.path for article in articles.articles] == [
        str(tmp_path / "fire" / "a.txt"),
        str(tmp_path / "fire" / "b.md"),
    ]


def test_set_file_outranks_front_matter(tmp_path: Path) -> None:
    write(
        tmp_path,
        set_yaml=(
            "id: fire\ntitle: A fire\ntags: disaster\narticles:\n"
            "  - {file: a.md, id: first, publisher: The Post, trust: 3, role: draft}\n  - {file: b.txt}\n"
        ),
        a_md="---\nid: x\ntitle: T\npublisher: Other\npublished: 2024-05-03\ntags: [port]\n---\nA.",
        b_txt="B.",
    )
    (articles,) = read_sets([tmp_path])
    assert (articles.id, articles.title, articles.tags) == ("fire", "A fire", ("disaster", "port"))
    first, second = articles.articles
    assert (first.id, first.publisher, first.title, first.trust) == ("first", "The Post", "T", 3)
    assert first.published == datetime(2024, 5, 3, tzinfo=UTC)
    assert (first.role, second.role) == (Role.DRAFT, Role.SOURCE)
    assert (first.line_offset, second.line_offset) == (7, 0)
    assert (second.id, second.name) == ("b", "b")


def test_folder_of_sets_is_a_stream_of_them(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path, **{f"{name}__set_yaml": "articles: [{file: a.md}]\n", f"{name}__a_md": "A."})
    assert [articles.id for articles in read_sets([tmp_path])] == ["one", "two"]


def test_loose_files_form_one_set(tmp_path: Path) -> None:
    write(tmp_path, x__a_md="---\ntags: [fire]\n---\nA.", y__b_md="B.")
    (articles,) = read_sets([tmp_path / "y" / "b.md", str(tmp_path / "x" / "a.md")])
    assert (articles.id, ids(articles), articles.tags) == ("set", ["b", "a"], ("fire",))


def test_files_of_one_name_are_told_apart_by_their_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, x__story_md="A.", y__story_md="B.")
    monkeypatch.chdir(tmp_path)
    (articles,) = read_sets([Path("x/story.md"), Path("y/story.md")])
    assert ids(articles) == ["x/story.md", "y/story.md"]


def test_a_file_named_twice_counts_once(tmp_path: Path) -> None:
    write(tmp_path, a_md="A.", b_md="B.")
    (articles,) = read_sets([tmp_path / "a.md", tmp_path, tmp_path / "." / "b.md"])
    assert ids(articles) == ["a", "b"]


def test_items_of_a_feed_are_articles_of_the_set(tmp_path: Path) -> None:
    item = "<item><description>{}</description></item>"
    feed = f"<rss version='2.0'><channel>{item.format('One.')}{item.format('Two.')}</channel></rss>"
    write(tmp_path, feed_rss=feed, a_md="A.")
    (articles,) = read_sets([tmp_path])
    assert ids(articles) == ["a", "feed-1", "feed-2"]
    assert [article.text for article in articles.articles] == ["A.", "One.", "Two."]


def test_draft_is_added_to_loose_files_and_replaces_itself_as_a_source(tmp_path: Path) -> None:
    write(tmp_path, a_md="A.", draft_md="D.")
    (articles,) = read_sets([tmp_path], tmp_path / "draft.md")
    assert [(article.id, article.role) for article in articles.articles] == [
        ("a", Role.SOURCE),
        ("draft", Role.DRAFT),
    ]


def test_draft_is_added_to_a_set(tmp_path: Path) -> None:
    write(tmp_path, s__set_yaml="articles: [{file: a.md}]\n", s__a_md="A.", d__a_md="D.")
    (articles,) = read_sets([tmp_path / "s"], tmp_path / "d" / "a.md")
    assert [article.role for article in articles.articles] == [Role.SOURCE, Role.DRAFT]
    assert len(set(ids(articles))) == 2


def test_a_draft_brings_the_sources_that_it_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(
        tmp_path,
        d__draft_md="---\nrole: draft\nsources: [../a.md, ../more]\n---\nD.",
        a_md="A.",
        more__b_md="B.",
        more__c_txt="C.",
    )
    (articles,) = read_sets([tmp_path / "d" / "draft.md"])
    assert ids(articles) == ["draft", "a", "b", "c"]
    assert [article.role for article in articles.articles][:2] == [Role.DRAFT, Role.SOURCE]


def test_jsonl_of_articles_and_of_sets(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "text": "A\u2028b.", "publisher": "P", "published": "2016-11-07T00:00:00", "extra": 1},
        {
            "id": "s",
            "tags": ["x"],
            "articles": [{"id": 1, "text": "One."}, {"id": "d", "text": "D.", "role": "draft"}],
        },
    ]
    path = tmp_path / "sets.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    alone, several = read_sets([path])
    assert (alone.id, ids(alone), alone.articles[0].text) == ("a", ["a"], "A\u2028b.")
    assert alone.articles[0].published == datetime(2016, 11, 7, tzinfo=UTC)
    assert (several.id, ids(several), several.tags) == ("s", ["1", "d"], ("x",))
    assert several.articles[1].role is Role.DRAFT


def test_json_file_of_a_set(tmp_path: Path) -> None:
    write(tmp_path, s_json='{"id": "s",\n "articles": [{"id": "a", "text": "A."}]}')
    (articles,) = read_sets([tmp_path / "s.json"])
    assert (articles.id, ids(articles)) == ("s", ["a"])


def test_half_a_surrogate_becomes_a_replacement_character(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(rb'{"id": "a", "text": "bad \ud83d end"}')
    (articles,) = read_sets([tmp_path / "a.jsonl"])
    assert articles.articles[0].text == "bad \N{REPLACEMENT CHARACTER} end"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (b'{"id": "a", "text": "A."}\n', [("a", "a", "A.", None)]),
        (b"---\ntitle: x\n---\n**A** fire.\n", [("stdin", "stdin", "A fire.", "x")]),
        (b"A fire.\n", [("stdin", "stdin", "A fire.\n", None)]),
    ],
)
def test_standard_input(
    given: bytes, found: list[tuple[str, str, str, str | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    sets = list(read_sets(["-"]))
    assert [(s.id, a.id, a.text, a.title) for s in sets for a in s.articles] == found


def test_order_and_bytes_do_not_depend_on_the_file_system(tmp_path: Path) -> None:
    for name in ("b", "c", "a"):
        write(tmp_path, **{f"{name}_md": f"{name}."})
    assert list(read_sets([tmp_path])) == list(read_sets([tmp_path]))
    (articles,) = read_sets([tmp_path])
    assert ids(articles) == ["a", "b", "c"]


def test_every_error_of_reading_is_a_checker_error(tmp_path: Path) -> None:
    """Bytes of no sense under every ending give articles or an error that can be shown, nothing else."""
    told = []
    junk = [
        b"\x00\x01\x02" * 40,
        b"<<<<>>>>" * 10,
        b"{" * 5000,
        b"PK\x03\x04" + b"\xff" * 60,
        b"%PDF-1.7\n1 0 obj",
    ]
    for number, data in enumerate(junk):
        for ending in ("txt", "md", "html", "json", "xml", "docx", "eml", "pdf", "rss", "jsonl", "yaml"):
            path = tmp_path / f"{number}.{ending}"
            path.write_bytes(data)
            try:
                list(read_sets([path]))
            except CheckerError as e:
                told.append(e.render().startswith(str(path)))
    assert len(told) > 40
    assert all(told)
