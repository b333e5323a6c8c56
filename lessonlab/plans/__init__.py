"""How the server runs a statement: EXPLAIN's JSON → a frozen tree → text; two trees, compared."""

from lessonlab.plans.comparison import Comparison
from lessonlab.plans.explain import explain, prefix
from lessonlab.plans.tree import Condition, Node, Plan, Trigger

__all__ = ["Comparison", "Condition", "Node", "Plan", "Trigger", "explain", "prefix"]
