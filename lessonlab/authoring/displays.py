"""What a code cell displays, as far as its source tells."""

from __future__ import annotations

import ast
import re

ROWS = re.compile(r"\s*(select|with|table|values|show|explain|fetch)\b", re.IGNORECASE)
LAB_SHOWS = frozenset(  # the lab's members that surely give something; a test holds them against the lab
    (
        *("apply", "bars", "bitmap", "btree", "chart", "claim", "compare", "curve", "dashboard", "diagram"),
        *("dots", "exercise", "explain", "heap", "hint", "truth"),
        *(
            "lanes",
            "load",
            "lock_modes",
            "needs",
            "pair",
            "pending",
            "phases",
            "picture",
            "pooler",
            "progress",
        ),
        *("queries", "query", "query_plan"),
        *("race", "review", "rows", "scene", "solution", "spread", "sql", "survivors", "table"),
        *("timeline", "tracker"),
    )
)


def shows(source: str) -> bool:
    r"""
    Say whether running *source* surely displays something.

    >>> [shows(s) for s in ("1 + 1", "x = 1", "1 + 1;", "%%sql\nSELECT 1", "%%sql\nDROP TABLE t", "print(1)")]
    [True, False, False, True, False, True]
    """
    if source.startswith("%%"):
        magic, _, body = source.partition("\n")
        statements = [part for part in re.sub(r"--.*", "", body).split(";") if part.strip()]
        return magic.startswith("%%explain") or bool(
            magic.split() == ["%%sql"] and statements and ROWS.match(statements[-1])
        )
    try:
        body_nodes = ast.parse(source).body
    except SyntaxError:  # a line magic, or one with a wrong source on purpose
        return False
    if not body_nodes:
        return False
    last_shows = (
        isinstance(body_nodes[-1], ast.Expr) and not source.endswith(";") and _has_value(body_nodes[-1].value)
    )
    return last_shows or any(
        isinstance(node, ast.Expr) and _called(node.value) == "print" for node in body_nodes
    )


def _has_value(node: ast.expr) -> bool:
    """Say whether an expression surely is not `None`; a call is known only of `lab`'s own."""
    if isinstance(node, ast.Call):
        return _called(node) in {"print", *(f"lab.{name}" for name in LAB_SHOWS)}
    return isinstance(node, ast.BinOp | ast.Compare | ast.JoinedStr | ast.List | ast.Tuple | ast.Dict)


def _called(node: ast.expr) -> str:
    return ast.unparse(node.func) if isinstance(node, ast.Call) else ""
