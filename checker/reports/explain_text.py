"""`explain` for people: every statement, actor, value and claim, and what was compared with what."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.claim import Claim
from checker.matching.pairings import Pairing, pairings_of
from checker.model import Form, Statement
from checker.readings import Reading, SetReading
from checker.reports.printable import printable
from checker.verdicts import shown


def render(reading: SetReading) -> str:
    return printable("\n".join(_lines(reading)) + "\n")


def _lines(reading: SetReading) -> Iterator[str]:
    yield reading.set.id
    yield from reading.set.left_out
    for item in reading.articles:
        yield ""
        yield f"{item.article.name}  {item.article.path or item.article.id}"
        yield "  statements"
        yield from (f"    {_statement(item, s)}" for s in item.statements if s.form is not Form.NARRATED)
        yield "  claims"
        yield from (f"    {_claim(claim)}" for claim in item.claims)
    yield ""
    yield "actors"
    for actor in reading.actors:
        names = ", ".join(name for name in actor.names if name != actor.name)
        yield f"  {actor.name} ({actor.kind}){': ' + names if names else ''}"
        yield from (f"    because {reason}" for reason in actor.reasons)
        yield from (f"    not merged: {doubt}" for doubt in actor.doubts)
    yield ""
    yield "pairs"
    for pair in pairings_of(reading):
        yield f"  {_pair(pair)}"


def _statement(item: Reading, statement: Statement) -> str:
    speaker = statement.speaker.name if statement.speaker else "unnamed"
    line = item.article.line(statement.content[0].start)
    attitude = "" if statement.attitude.value == "said" else f", {statement.attitude}"
    return f"{line}: {speaker} ({statement.form}{attitude}): {' '.join(statement.text.split())}"


def _claim(claim: Claim) -> str:
    value, topic = claim.value, claim.topic
    about = (
        " ".join(sorted({*topic.core, *topic.states, *topic.modifiers})).replace("n:", "").replace("v:", "")
    )
    said = claim.commitment
    marks = [m for m in (said.stance, None if said.modality == "fact" else str(said.modality)) if m]
    marks += ["denied"] if said.negated else []
    marks += [str(value.basis)] if value.basis else []
    return (
        f"{claim.line}: {' '.join(value.text.split())!r} {value.kind} = {shown(claim)}"
        f"{'  of ' + about if about else ''}{'  (' + ', '.join(marks) + ')' if marks else ''}"
    )


def _pair(pair: Pairing) -> str:
    sides = " | ".join(f"{c.article.id}:{c.line} {' '.join(c.value.text.split())}" for c in (pair.a, pair.b))
    if pair.refused:
        return f"not compared  {sides}  {pair.refused}"
    return f"compared  {sides}  {'; '.join(map(str, pair.reasons))}"
