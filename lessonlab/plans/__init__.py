"""How the server runs a statement: EXPLAIN's JSON → a frozen tree → text; two trees, compared."""

from lessonlab.plans.explain import explain, prefix
from lessonlab.plans.plan import Comparison, Plan
from lessonlab.plans.tree import Condition, Node, Trigger

__all__ = ["Comparison", "Condition", "Node", "Plan", "Trigger", "explain", "prefix"]
