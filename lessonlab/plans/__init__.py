"""How the server runs a statement: EXPLAIN's JSON → a frozen tree → text."""

from lessonlab.plans.explain import explain, prefix
from lessonlab.plans.tree import Condition, Node, Plan, Trigger

__all__ = ["Condition", "Node", "Plan", "Trigger", "explain", "prefix"]
