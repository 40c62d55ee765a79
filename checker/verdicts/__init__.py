"""From a problem to a finding: severity, message, order of evidence and fingerprint are made here alone."""

from checker.verdicts.evidence import evidence, evidence_of, shown
from checker.verdicts.problem import Problem, Weight
from checker.verdicts.reporter import finding, report, route, severity

__all__ = ["Problem", "Weight", "evidence", "evidence_of", "finding", "report", "route", "severity", "shown"]
