"""Mutants of a query: small changes that people make, each another query."""

from __future__ import annotations

import re

from sqlglot import exp, parse

ENDS = "WHERE TRUE"
KEYS = {"id", "user_id", "course_id"}
SWAPS = {
    exp.LT: exp.LTE,
    exp.LTE: exp.LT,
    exp.GT: exp.GTE,
    exp.GTE: exp.GT,
    exp.EQ: exp.NEQ,
    exp.NEQ: exp.EQ,
    exp.Sum: exp.Avg,
    exp.Avg: exp.Sum,
    exp.Min: exp.Max,
    exp.Max: exp.Min,
    exp.And: exp.Or,
    exp.Or: exp.And,
    exp.RowNumber: exp.Rank,
}
READ = exp.Query
WRITTEN = exp.Insert | exp.Update | exp.Delete
WIDE = (exp.Where, exp.Having, exp.Distinct, exp.Order, exp.Limit, exp.Filter)


def mutants(query):
    """Return the texts of all mutants of *query*, each once and none the query itself."""
    # sqlglot takes the ON of "a CROSS JOIN b ON CONFLICT" for the join's own; a condition ends the join.
    readable = re.sub(r"(\bCROSS JOIN\b[^;]*?)(?=\s+ON CONFLICT)", rf"\1 {ENDS}", query)
    trees = [tree for tree in parse(readable, read="postgres") if isinstance(tree, READ | WRITTEN)]
    found = {}
    for i, tree in enumerate(trees):
        for text, change in mutants_of(tree).items():
            script = [one.sql("postgres") if k != i else text for k, one in enumerate(trees)]
            found[";\n".join(script)] = change
    found.pop(";\n".join(tree.sql("postgres") for tree in trees).replace(f" {ENDS} ON", " ON"), None)
    return found


def mutants_of(tree):
    """Return the mutants of one statement."""
    count = len(list(tree.walk()))
    found = {}
    for i in range(count):
        for change in CHANGES:
            copy = tree.copy()
            node = list(copy.walk())[i]
            changed = change(node)
            if changed is not None:
                text = changed.sql("postgres") if node is copy else copy.sql("postgres")
                found.setdefault(text, change.__name__)
    found.pop(tree.sql("postgres"), None)
    return found


def swap(node):
    """Put another comparison, aggregate or connective in place."""
    other = SWAPS.get(type(node))
    if other is None or (
        isinstance(node, exp.EQ) and not isinstance(node.parent, (exp.Where, exp.And, exp.Or))
    ):
        return None
    return _replace(node, other(**{key: value for key, value in node.args.items() if key in other.arg_types}))


def turn_join(node):
    """Make a LEFT JOIN an inner one, and an inner one LEFT."""
    if not isinstance(node, exp.Join) or not node.args.get("on"):
        return None
    side = (node.side or "").upper()
    node.set("side", None if side == "LEFT" else "LEFT")
    node.set("kind", None)
    return node


def drop(node):
    """Leave a clause out."""
    if not isinstance(node, WIDE) or node.parent is None:
        return None
    if isinstance(node, exp.Filter):
        return _replace(node, node.this)
    if isinstance(node, exp.Order) and isinstance(node.parent, exp.Window):
        return None
    node.pop()
    return node


def drop_half(node):
    """Leave one of two conditions out."""
    return _replace(node, node.left) if isinstance(node, (exp.And, exp.Or)) else None


def drop_other_half(node):
    """Leave the other condition out."""
    return _replace(node, node.right) if isinstance(node, (exp.And, exp.Or)) else None


def count_rows(node):
    """Count rows where values are counted."""
    if isinstance(node, exp.Count) and not isinstance(node.this, exp.Star):
        return _replace(node, exp.Count(this=exp.Star()))
    return None


def count_distinct(node):
    """Count different values where values are counted, and the other way round."""
    if not isinstance(node, exp.Count) or isinstance(node.this, exp.Star):
        return None
    if isinstance(node.this, exp.Distinct):
        return _replace(node, exp.Count(this=node.this.expressions[0].copy()))
    return _replace(node, exp.Count(this=exp.Distinct(expressions=[node.this.copy()])))


def zero_for_null(node):
    """Take 0 for NULL in an aggregate, and leave a COALESCE out."""
    if isinstance(node, (exp.Avg, exp.Min, exp.Max)):
        inner = exp.Coalesce(this=node.this.copy(), expressions=[exp.Literal.number(0)])
        return _replace(node, type(node)(this=inner))
    if isinstance(node, exp.Coalesce):
        return _replace(node, node.this)
    return None


def turn_order(node):
    """Order the other way round."""
    if not isinstance(node, exp.Ordered):
        return None
    node.set("desc", not node.args.get("desc"))
    return node


def deny(node):
    """Say NOT, or leave it out."""
    if isinstance(node, exp.Not):
        return _replace(node, node.this)
    if isinstance(node, (exp.Exists, exp.Is)) and not isinstance(node.parent, exp.Not):
        return _replace(node, exp.Not(this=node.copy()))
    return None


def another_number(node):
    """Put the next number in place of a number that is compared with."""
    if isinstance(node, exp.Literal) and not node.is_string and isinstance(node.parent, exp.Binary):
        return _replace(node, exp.Literal.number(float(node.this) + 1))
    return None


def union_all(node):
    """Keep or drop duplicates in a set operation."""
    if isinstance(node, exp.SetOperation):
        node.set("distinct", not node.args.get("distinct"))
        return node
    return None


def make_distinct(node):
    """Give each row once, where no id among its columns says that it is there once anyway."""
    if not isinstance(node, exp.Select) or node.args.get("distinct") or node.parent is not None:
        return None
    if any(name in KEYS for name in node.named_selects):
        return None
    node.set("distinct", exp.Distinct())
    return node


def drop_group_key(node):
    """Leave the first of several columns out of a GROUP BY: the id, mostly."""
    if not isinstance(node, exp.Group) or len(node.expressions) < 2:
        return None
    node.set("expressions", node.expressions[1:])
    return node


def another_limit(node):
    """Give one row more."""
    if isinstance(node, exp.Limit) and isinstance(node.expression, exp.Literal):
        node.set("expression", exp.Literal.number(int(node.expression.this) + 1))
        return node
    return None


def another_span(node):
    """Look back one unit less."""
    if not isinstance(node, exp.Interval) or not isinstance(node.this, exp.Literal):
        return None
    node.set("this", exp.Literal.string(str(int(node.this.this) - 1)))
    return node


CHANGES = (
    swap, turn_join, drop, drop_half, drop_other_half, count_rows, count_distinct, zero_for_null, turn_order,
    deny, another_number, union_all, make_distinct, drop_group_key, another_limit, another_span,
)  # fmt: skip


def _replace(node, other):
    """Put *other* in the place of *node*."""
    if node.parent is None:
        return other
    node.replace(other.copy())
    return other
