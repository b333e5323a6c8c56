"""A schema held against what the chapters teach: rules are SQL files, findings are rows."""

from lessonlab.review.findings import Finding, Review, review
from lessonlab.review.rules import LEVELS, Rule, rules

__all__ = ["LEVELS", "Finding", "Review", "Rule", "review", "rules"]
