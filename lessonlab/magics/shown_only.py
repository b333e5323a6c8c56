"""Whether what `%sql` gives is only shown, or also used: what is only shown need not be kept."""

from __future__ import annotations

import ast
import functools
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Magic = TypeVar("Magic", bound="Callable[..., object]")
MARK = "\0"  # before the line of a magic, where no reader can type it
MAGICS = frozenset({"run_line_magic", "run_cell_magic"})


class MarkShown(ast.NodeTransformer):
    """
    Mark each `%sql` of a cell that stands by itself: its value becomes `Out` at most.

    >>> def marked(code):
    ...     return MARK in ast.dump(MarkShown().visit(ast.parse(code))).replace(repr(MARK)[1:-1], MARK)
    >>> marked("get_ipython().run_line_magic('sql', 'SELECT 1')")
    True
    >>> marked("x = get_ipython().run_line_magic('sql', 'SELECT 1')")
    False
    """

    def visit_Expr(self, node: ast.Expr) -> ast.Expr:
        """Mark the statement *node*, if it is a `%sql` and nothing else."""
        match node.value:
            case ast.Call(
                func=ast.Attribute(attr=call), args=[ast.Constant("sql"), ast.Constant(str(line)), *cell]
            ) if call in MAGICS:
                node.value.args = [
                    node.value.args[0],
                    ast.copy_location(ast.Constant(MARK + line), node),
                    *cell,
                ]
        return node


def told_shown(magic: Magic) -> Magic:
    """Tell *magic* by `is_shown` of its object whether its line was marked, and take the mark away."""

    @functools.wraps(magic)
    def run(self: Any, line: str, *cell: Any, **named: Any) -> object:
        self.is_shown = line.startswith(MARK)
        try:
            return magic(self, line.removeprefix(MARK), *cell, **named)
        finally:
            self.is_shown = False

    return run  # type: ignore[return-value]
