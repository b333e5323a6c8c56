"""
Which steps say nothing of the planner's estimate, because they did not give each of their rows once.

A step that was stopped when nobody needed more of it gave fewer than it has: that it was expected to give
more is no mistake, but that it gave more than expected still is.  A step that is read again gave some twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.plans.pages import strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessonlab.plans.tree import Node

BLOCKING = (
    "Sort",
    "Hash",
    "Bitmap Heap Scan",
    "ModifyTable",
)  # read all that there is before they give anything
BLOCKING_STRATEGIES = {"Aggregate": ("Plain", "Hashed"), "SetOp": ("Hashed",)}
KEEPS_OUTER = ("Left", "Full", "Anti")  # a row of the outer side comes out whether it has a partner or not
KEEPS_INNER = ("Right", "Full", "Right Anti")
ONE_IS_ENOUGH = ("Semi", "Anti")
GIVES_ROWS_OF_OTHERS = ("Append", "Merge Append", "SetOp", "Unique", "Recursive Union")
GUESS = 0.1  # of the rows, where the planner does not know what LIMIT says


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Why the rows of a step are not those it has: it may have given *fewer*, or some *again*."""

    fewer: bool = False
    again: bool = False


WHOLE = Unfinished()


def unfinished(root: Node) -> dict[int, Unfinished]:
    """Return for each node, by `id`, whether it may have given fewer rows than it has, or some again."""
    found: dict[int, Unfinished] = {}
    waiting = [*follow(root, WHOLE, found)]
    while waiting:  # a WITH query gives what those who read it ask for; a later one may read an earlier one
        query = waiting.pop()
        readers = [node for node in root.walk() if reads(node, query)]
        asked = [found.get(id(node), WHOLE).fewer or node.never_executed for node in readers]
        waiting += follow(query, Unfinished(fewer=all(asked)), found)
    return found


def follow(node: Node, state: Unfinished, found: dict[int, Unfinished]) -> Iterator[Node]:
    """Note the *state* of *node* and of all below it, and yield the WITH queries among them for later."""
    found[id(node)] = state
    for child in node.children:
        relationship = child.details.get("Parent Relationship")
        if (child.subplan or "").startswith("CTE "):
            yield child
        elif relationship in ("InitPlan", "SubPlan"):
            yield from follow(child, Unfinished(fewer=one_is_enough(child, node)), found)
        else:
            yield from follow(child, below(node, child, state), found)


def reads(node: Node, query: Node) -> bool:
    """Say whether *node* reads the WITH query *query*."""
    name = (query.subplan or "").removeprefix("CTE ")
    return node.details.get("Node Type") == "CTE Scan" and node.details.get("CTE Name") == name


def below(node: Node, child: Node, state: Unfinished) -> Unfinished:
    """Return the state of *child*, which *node* reads, itself in *state*."""
    kind = node.details.get("Node Type")
    if blocks(node) or child.details.get("Node Type") == "Hash":
        return WHOLE
    inner = child.details.get("Parent Relationship") == "Inner"
    again = kind == "Merge Join" and inner and not node.details.get("Inner Unique")
    return Unfinished(state.fewer or stops(node, child), again or (state.again and kind == "Result"))


def blocks(node: Node) -> bool:
    """Say whether *node* reads all that is below it before it gives a row."""
    kind = str(node.details.get("Node Type"))
    return kind in BLOCKING or node.details.get("Strategy") in BLOCKING_STRATEGIES.get(kind, ())


def stops(node: Node, child: Node) -> bool:
    """Say whether *node* may have stopped *child* before it was done."""
    kind, join = node.details.get("Node Type"), node.details.get("Join Type")
    inner = child.details.get("Parent Relationship") == "Inner"
    if kind == "Limit":
        return not ran_out(node)
    if kind == "Nested Loop":
        return inner and (join in ONE_IS_ENOUGH or bool(node.details.get("Inner Unique"))) and met(node)
    if kind == "Hash Join":
        return not inner and join not in KEEPS_OUTER and empty(node.children[-1])
    if kind == "Merge Join":
        return join not in (KEEPS_INNER if inner else KEEPS_OUTER)
    return any(condition.role == "Run Condition" for condition in node.conditions)


def ran_out(limit: Node) -> bool:
    """
    Say whether a Limit gave fewer rows than it may, so that there were no more below it.

    >>> from lessonlab.plans.tree import Node
    >>> ran_out(Node("Limit", loops=1, rows_estimated=10, rows_actual=3, children=(Node("x"),)))
    True
    """
    guessed = any(limit.rows_estimated == round(GUESS * child.rows_estimated) for child in limit.children)
    return limit.loops == 1 and not guessed and (limit.rows_actual or 0) < limit.rows_estimated


def met(join: Node) -> bool:
    """Say whether a row of the outer side may have met a partner, after which the inner side stops."""
    outer = join.children[0].rows_actual
    if join.details.get("Join Type") == "Anti":
        return outer != join.rows_actual
    return join.rows_actual != 0 or join.details.get("Join Type") == "Left" or "Filter" in join.details


def empty(side: Node) -> bool:
    """Say whether *side* of a join ran and gave nothing."""
    return side.rows_actual == 0 and not side.never_executed


def one_is_enough(query: Node, asker: Node) -> bool:
    """
    Say whether *asker* needs no more than one row of *query*, as EXISTS does, or IN where it finds one.

    EXISTS wants no column, so the rows have no width; 15 and 16 write it and IN as `(SubPlan 1)`, a condition
    by itself, and later ones write the word.
    """
    said = query.details.get
    if said("Plan Width") == 0:
        return True
    if said("Node Type") in GIVES_ROWS_OF_OTHERS and query.rows_actual == query.loops:
        return True
    name = re.escape(query.subplan or "?")
    alone = rf"(^|AND |OR |^\(+|NOT )\({name}\)(\)*$| AND| OR)"
    worded = rf"EXISTS\({name}\)|(ANY|ALL) .*\({name}\)\.col"
    texts = [text for value in asker.details.values() for text in strings(value)]
    return said("Parent Relationship") == "SubPlan" and any(
        re.search(f"{alone}|{worded}", text) and f"hashed {query.subplan}" not in text for text in texts
    )
