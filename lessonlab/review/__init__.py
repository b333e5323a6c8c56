"""A schema held against what the chapters teach: rules are SQL files, findings are rows."""

from lessonlab.review.exceptions import leave_out
from lessonlab.review.findings import Review, review
from lessonlab.review.found import Finding, Ignore
from lessonlab.review.rules import LEVELS, Rule, rules

__all__ = ["LEVELS", "Finding", "Ignore", "Review", "Rule", "leave_out", "review", "rules"]
