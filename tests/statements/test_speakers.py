"""Speakers that the text does not name where they speak: the publisher, we, a readout's own actor."""

from __future__ import annotations

import pytest

from checker.actors import ActorIndex, find_actors
from checker.language import parse
from checker.model import Article, ArticleSet, Attitude, Form, Statement
from checker.pipeline import read_set
from checker.statements import find_statements


def read(text: str, publisher: str | None) -> list[Statement]:
    article = Article("a", text, publisher)
    docs = parse([text])
    return find_statements(docs[0], article, ActorIndex(find_actors([article], docs)))


def test_narrated_text_belongs_to_the_publisher() -> None:
    statements = read("The river rose by two metres. Nobody was hurt.", "The Herald")
    assert [(s.form, s.speaker.name if s.speaker else None) for s in statements] == [
        (Form.NARRATED, "The Herald"),
        (Form.NARRATED, "The Herald"),
    ]


def test_without_a_publisher_nobody_narrates() -> None:
    assert [s.speaker for s in read("The river rose by two metres.", None)] == [None]


def test_a_readout_is_narrated_by_the_actor_that_publishes_it() -> None:
    text = "The Kremlin welcomed the proposal. A second call was agreed upon."
    for publisher in ("Kremlin", "Kremlin readout"):
        last = read(text, publisher)[-1]
        assert last.form is Form.NARRATED
        assert last.speaker is not None
        assert last.speaker.name == publisher
        assert last.speaker.actor is not None


def test_we_is_the_publisher() -> None:
    said = [s for s in read("We expect that sales will double next year.", "Nautilus Shipping") if s.cue]
    assert [s.speaker.name for s in said if s.speaker] == ["Nautilus Shipping"]


def test_we_in_a_quotation_is_its_speaker() -> None:
    text = "“We told the owner that the boat would sink,” the shipyard said."
    names = [s.speaker.name for s in read(text, "The Herald") if s.form is not Form.NARRATED and s.speaker]
    assert names == ["the shipyard"]


def test_reports_of_a_sentence_are_in_the_order_of_the_text() -> None:
    text = "The army said the road was open. The mayor denied that it was safe. Snow fell."
    starts = [s.content[0].start for s in read(text, "The Herald")]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        '"',
        "“",
        "“”",
        "''",
        "said",
        "Saying",
        "according to",
        "According to",
        ": ",
        "Q:\nA:\nQ:\nA:",
        "Q: \n\nA: \n\nQ: ",
        "— Name (@name)",
        "“One\n\n“Two\n\n“Three",
        "“ , ” , ” said ‘ ’ “",
        "He said he said he said he said he said.",
        "said, said, said, “said” said.",
        "…, — – - ; : . ? !",
        "\u2029\u0085 “a”\u2028 he said \x00",
        "“🙂,” she said 🙂.",
    ],
)
def test_odd_text_is_read_and_covered(text: str) -> None:
    statements = read(text, "The Herald")
    for statement in statements:
        for part in statement.content:
            assert 0 <= part.start < part.end <= len(text)
        assert statement.within is None or statements[statement.within].form is not Form.NARRATED
    covered = {i for s in statements for part in s.content for i in range(part.start, part.end)}
    assert not [text[i] for i in range(len(text)) if text[i].isalnum() and i not in covered]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The miners' union rejected an offer of 250 euros.", None),
        ("The miners' union said it had been offered 250 euros.", "The miners' union"),
    ],
)
def test_a_value_that_is_only_named_is_told_by_who_narrates(text: str, speaker: str | None) -> None:
    articles = (Article("a", text, "The Herald"), Article("b", "Nothing was said of it.", "The Post"))
    claims = read_set(ArticleSet("strike", articles)).articles[0].claims
    assert {claim.speaker for claim in claims if claim.value.stated == ("250",)} == {speaker}


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Norway said that Denmark has rejected it and called for pressure on Denmark.", "Norway"),
        ("Norway said that Denmark rejected the deal and called for pressure on Denmark.", "Norway"),
        ("Norway said Denmark would not sign and demanded a vote.", "Norway"),
        ("Norway says Denmark rejected the plan and calls for new talks.", "Norway"),
        ("The club said the player refused to train and asked him to leave.", "The club"),
        ("Norway said Denmark had rejected the plan, calling for new talks.", "Norway"),
        # the same tense, nobody named again: as the words lie
        ("Norway said that Denmark rejected the plan and called for new talks.", "Denmark"),
        ("Norway said Denmark rejects the plan and calls for new talks.", "Denmark"),
    ],
)
def test_a_call_behind_a_report_is_held_by_one_for_all_who_read_it(text: str, holder: str) -> None:
    (item,) = read_set(ArticleSet("s", (Article("a", text, "The Herald"),))).articles
    calls = (p for p in item.propositions if p.lemma in ("call", "demand", "ask"))
    callers = (item.index.get(id) for asked in calls for id in asked.doers)
    assert {actor.name for actor in callers if actor} <= {holder}
    named = [s for s in item.statements if s.attitude is Attitude.ASKED or not s.asserted]
    assert {item.article.words(s.speaker.span) for s in named if s.speaker and s.speaker.span} <= {holder}


@pytest.mark.parametrize("blanks", [" ", "  ", "   "])
def test_blanks_before_a_source_are_nobody(blanks: str) -> None:
    one, *_ = read(f"Nine people died, according to{blanks}the coast guard.", "The Herald")
    assert one.speaker is not None
    assert one.speaker.name == "the coast guard"
    assert read(f"The according to{blanks}a{blanks}fewer than.", None) is not None
