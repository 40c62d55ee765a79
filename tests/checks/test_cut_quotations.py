"""One quotation cut at other places by two accounts is not an altered "
"one; words exchanged in it are."""

import pytest

from checker.model import Article, ArticleSet, Role
from checker.pipeline import check_set

WHOLE = (
    "“We will rebuild every house in this valley before the winter, and nobody will have to leave,” "
    "said Anna Lund. “That is a promise to every family.”"
)
PARTS = (
    "Anna Lund said that she would “rebuild every house in this valley before the winter” "
    "and that “nobody will have to leave”."
)
LONG = (
    "Anna Lund said: “We have the money. We have the men. We will rebuild every house in this valley "
    "before the winter. Nobody will have to leave.”"
)
CUT = [
    (WHOLE, "Anna Lund promised to “rebuild every house in this valley before the winter”."),
    (
        WHOLE,
        "Anna Lund said they “will rebuild every house in this valley” and that “nobody will have to leave”.",
    ),
    (
        WHOLE,
        "“We will rebuild every house in this valley,” said Lund, “before the "
        "winter, and nobody will have to leave.”",
    ),
    (
        WHOLE,
        "Every house will be rebuilt “in this valley before the winter, and "
        "nobody will have to leave”, said Lund.",
    ),
    (
        WHOLE,
        "“Every house in this valley,” Lund said, would be rebuilt “before the "
        "winter, and nobody will have to leave”.",
    ),
    (
        WHOLE,
        "“Before the winter, and nobody will have to leave. That is a promise "
        "to every family,” said Anna Lund.",
    ),
    (PARTS, "“We will rebuild every house in this valley before the winter,” Anna Lund said."),
    (
        PARTS,
        "“I will rebuild every house in this valley before the winter and "
        "nobody will have to leave,” Lund said.",
    ),
    (
        LONG,
        "“We will rebuild every house in this valley before the winter,” said "
        "Lund. “We have the money. We have the men.”",
    ),
    (
        LONG,
        "“We have the money. We will rebuild every house in this valley before the winter,” said Anna Lund.",
    ),
]
REEF = (
    "“The reef lost half of its coral in a single summer,” biologist Nils Bakke told the inquiry. "
    "“Nobody who has dived there will ever forget it. We counted ninety dead turtles on one beach.”"
)
COURT = (
    "The judge said the drivers “were treated like spare parts” and that the firm “knew every detail of it”."
)
# written after the code, and run as they stand
CUT_UNSEEN = [
    (REEF, "Bakke said the reef had “lost half of its coral in a single summer”."),
    (REEF, "“Half of its coral in a single summer” was lost, Nils Bakke told the inquiry."),
    (REEF, "“The reef lost half of its coral,” Bakke told the inquiry, “in a single summer.”"),
    (
        REEF,
        "“Nobody who has dived there will ever forget it,” said Bakke, who "
        "“counted ninety dead turtles on one beach”.",
    ),
    (
        REEF,
        "“The reef lost half of its coral in a single summer. We counted "
        "ninety dead turtles on one beach,” he said.",
    ),
    (
        REEF,
        "Bakke, whose team “counted ninety dead turtles on one beach”, said nobody “will ever forget it”.",
    ),
    (COURT, "“The drivers were treated like spare parts,” the judge said."),
    pytest.param(
        COURT,
        "“The drivers were treated like spare parts and the firm knew every detail of it,” the judge said.",
        marks=pytest.mark.xfail(reason="“that” outside the marks is a note", strict=True),
    ),
    (COURT, "The firm, said the judge, “knew every detail”; its drivers were “treated like spare parts”."),
    (
        COURT,
        "The judge found that drivers had been “treated like spare parts” by a "
        "firm that “knew every detail of it”.",
    ),
]
ALTERED = [
    (WHOLE, "Anna Lund promised to “repair every house in this valley before the winter”.", "repair"),
    (WHOLE, "“We will rebuild every house in this valley before the summer,” said Anna Lund.", "summer"),
    (WHOLE, "“We may rebuild every house in this valley before the winter,” said Anna Lund.", "may"),
    (WHOLE, "“We will not rebuild every house in this valley before the winter,” said Anna Lund.", "not"),
    (
        WHOLE,
        "Every house will be rebuilt “in this county before the winter, and nobody will have to leave”.",
        "county",
    ),
    (
        LONG,
        "“We have the money. We have the time. We will rebuild every house in this valley,” said Lund.",
        "time",
    ),
    # written after the code
    (REEF, "Bakke said the reef had “lost a third of its coral in a single summer”.", "third"),
    (REEF, "“Half of its coral in a single winter” was lost, Nils Bakke told the inquiry.", "winter"),
    (REEF, "“The reef lost half of its fish,” Bakke told the inquiry, “in a single summer.”", "fish"),
    (
        REEF,
        "Bakke, whose team “counted ninety dead dolphins on one beach”, said nobody will forget it.",
        "dolphins",
    ),
    (COURT, "“The drivers were treated like spare wheels,” the judge said.", "wheels"),
    (COURT, "The firm, the judge said, “knew every part of it”.", "part"),
]


def quoted(source: str, draft: str) -> list[str]:
    articles = Article("a", source), Article("draft", draft, role=Role.DRAFT)
    return [f.message for f in check_set(ArticleSet("s", articles)).findings if f.rule == "general.quotation"]


def both_quoted(a: str, b: str) -> list[str]:
    found = check_set(ArticleSet("s", (Article("a", a), Article("b", b)))).findings
    return [f.message for f in found if f.rule == "general.quotation"]


@pytest.mark.parametrize(("source", "cut"), [*CUT, *CUT_UNSEEN])
def test_a_quotation_cut_elsewhere_is_not_altered(source: str, cut: str) -> None:
    assert quoted(source, cut) == []
    assert both_quoted(source, cut) == []


@pytest.mark.parametrize(("source", "draft", "word"), ALTERED)
def test_a_word_exchanged_within_it_is(source: str, draft: str, word: str) -> None:
    (found,) = quoted(source, draft)
    assert word in found.partition("changed:")[2]


def test_words_that_a_draft_adds_and_no_source_has_are_found() -> None:
    (found,) = quoted(
        PARTS, "“We will rebuild every house in this valley before the winter, free of charge,” said Lund."
    )
    assert "“free of charge” for “—”" in found


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("20 boats", "twenty boats"),
        ("the 11th storm", "the eleventh storm"),
        ("3 of the nets", "three of the nets"),
    ],
)
def test_a_number_written_in_another_way_is_the_same(ours: str, theirs: str) -> None:
    said = "“We lost {} in this harbour last winter,” said Anna Lund."
    assert quoted(said.format(theirs), said.format(ours)) == []
