"""How bad a finding of a draft is: an error only of a kind that is right nine times in ten."""

from __future__ import annotations

import pytest

from checker import Severity, check_texts


@pytest.mark.parametrize(
    ("source", "draft", "rule", "severity"),
    [
        (  # two limits of one figure
            "The clip has had over 73 million views since Saturday, the label said.",
            "The label said the clip had been seen in more than 75 million views since Saturday.",
            "general.count",
            Severity.ERROR,
        ),
        (  # told apart without a number
            "The terminal in Esbjerg was closed by the harbour authority on Sunday evening after the storm.",
            "After the storm the harbour authority closed the terminal in Esbjerg on Sunday afternoon.",
            "general.apart",
            Severity.WARNING,
        ),
        (  # one denies it
            "The blackout was the result of a cyberattack, the operator said at first.",
            "This blackout is not the result of a cyberattack.",
            "general.contrary",
            Severity.WARNING,
        ),
        (  # two deeds that exclude each other
            "In May the harbour board had turned down a first application for the new quay.",
            "A first application for the new quay had been approved in May.",
            "general.contrary",
            Severity.ERROR,
        ),
    ],
)
def test_an_error_is_sure_and_the_rest_are_warnings(
    source: str, draft: str, rule: str, severity: Severity
) -> None:
    found = {f.rule: f.severity for f in check_texts([source], draft=draft).findings}
    assert found[rule] is severity
