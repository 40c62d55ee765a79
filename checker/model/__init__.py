"""The types that flow through the program, a module for each stage in which they arise.

Everything here is frozen and plain: no spaCy, no files, no printing. All offsets are characters
of `Article.text`.
"""

from checker.model.actors import Actor, ActorKind, Mention, Office
from checker.model.findings import (
    Acceptance,
    DraftItem,
    Evidence,
    Fact,
    Finding,
    Qualifier,
    RuleNote,
    Severity,
    Support,
    Verdict,
)
from checker.model.intervals import Interval, Relation
from checker.model.statements import (
    Account,
    Attitude,
    Commitment,
    Form,
    Modality,
    Speaker,
    Statement,
    Statements,
    statement_at,
)
from checker.model.texts import Article, ArticleSet, Comment, Failure, Places, Role, Span, Spans
from checker.model.values import (
    CAP,
    EITHER_HALF,
    EITHER_YEAR,
    FLOOR,
    Basis,
    Counted,
    Kind,
    Placed,
    Said,
    Value,
)

__all__ = [
    "CAP",
    "EITHER_HALF",
    "EITHER_YEAR",
    "FLOOR",
    "Acceptance",
    "Account",
    "Actor",
    "ActorKind",
    "Article",
    "ArticleSet",
    "Attitude",
    "Basis",
    "Comment",
    "Commitment",
    "Counted",
    "DraftItem",
    "Evidence",
    "Fact",
    "Failure",
    "Finding",
    "Form",
    "Interval",
    "Kind",
    "Mention",
    "Modality",
    "Office",
    "Placed",
    "Places",
    "Qualifier",
    "Relation",
    "Role",
    "RuleNote",
    "Said",
    "Severity",
    "Span",
    "Spans",
    "Speaker",
    "Statement",
    "Statements",
    "Support",
    "Value",
    "Verdict",
    "statement_at",
]
