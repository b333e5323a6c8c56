"""A plan as a tree of frozen values: what the server did, where, and what it cost."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that a node compares or orders by: *role* as EXPLAIN calls it, *text* without noise."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger or foreign key that fired; *name* is the constraint's if it has one."""

    name: str
    relation: str | None
    calls: int
    ms: float | None


@dataclass(frozen=True, slots=True)
class Node:
    """
    One step of a plan.

    Rows, pages and times are totals over all loops and all parallel processes; a time is divided by the
    processes that shared it, as a clock on the wall sees it.  `None` says that the server did not tell.

    *parallel* nodes are below a Gather, which lets *processes* share them: as many as there happened to be.
    *rows_exact* is false where the server rounded an average so that the total is known only about.
    *steady* is false where rows depend on how many parallel workers there happened to be.
    *details* are the keys of EXPLAIN's JSON as they came, for what has no field here.
    """

    kind: str
    relation: str | None = None
    index: str | None = None
    alias: str | None = None
    source: str | None = None  # the CTE, function or values list that is read instead of a table
    subplan: str | None = None  # "CTE recent", "InitPlan 1", "SubPlan 2"
    conditions: tuple[Condition, ...] = ()
    rows_estimated: int = 0
    rows_actual: int | None = None
    rows_exact: bool = True
    rows_removed: int | None = None
    loops: int | None = None
    parallel: bool = False
    processes: int = 1
    steady: bool = True
    pages: int | None = None  # its own
    pages_total: int | None = None  # with its children's
    ms: float | None = None  # its own
    ms_total: float | None = None  # with its children's
    heap_fetches: int | None = None
    index_searches: int | None = None
    sort_method: str | None = None
    batches: int | None = None
    memory_kb: int | None = None
    disk_kb: int = 0
    workers_planned: int | None = None
    workers_launched: int | None = None
    children: tuple[Node, ...] = ()
    details: Mapping[str, object] = field(
        default_factory=lambda: MappingProxyType({}), repr=False, compare=False
    )

    @property
    def name(self) -> str | None:
        """What the node reads or writes: the index if there is one, else the relation or another source."""
        return self.index or self.relation or self.source

    @property
    def never_executed(self) -> bool:
        """Whether the statement ran without needing this node."""
        return self.loops == 0

    @property
    def spilled(self) -> bool:
        """Whether a sort or hash did not fit into `work_mem` and went to disk."""
        return self.disk_kb > 0 or (self.batches or 1) > 1

    @property
    def off_by(self) -> float | None:
        """How many times the expected rows came, below 1 if fewer did; `None` if nothing was counted."""
        if self.rows_actual is None or self.never_executed:
            return None
        return max(self.rows_actual, 1) / max(self.rows_estimated, 1)

    @property
    def writes(self) -> bool:
        """Whether this is the node that inserts, updates, deletes or merges."""
        return self.details.get("Node Type") == "ModifyTable"

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it, depth first."""
        yield self
        for child in self.children:
            yield from child.walk()

    def depths(self, depth: int = 0) -> Iterator[tuple[Node, int]]:
        """Yield this node and all below it with how deep they stand, depth first."""
        yield self, depth
        for child in self.children:
            yield from child.depths(depth + 1)


@dataclass(frozen=True, slots=True, repr=False)
class Tree:
    """
    What the server did for one statement, or would do; a `Plan` is one that shows itself.

    *details* are what EXPLAIN told beside the tree and has no field here: settings, planning, JIT.
    """

    root: Node
    planning_ms: float | None = None
    execution_ms: float | None = None
    triggers: tuple[Trigger, ...] = ()
    details: Mapping[str, object] = field(
        default_factory=lambda: MappingProxyType({}), repr=False, compare=False
    )

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes, depth first."""
        return tuple(self.root.walk())

    @property
    def analyzed(self) -> bool:
        """Whether the statement ran, so that rows and pages are counted and not guessed."""
        return self.root.loops is not None

    @property
    def indexes(self) -> tuple[str, ...]:
        """The names of the indexes that it uses, in the order of the drawing."""
        return distinct(node.index for node in self.nodes)

    @property
    def relations(self) -> tuple[str, ...]:
        """The names of the relations that it reads or writes, in the order of the drawing."""
        return distinct(node.relation for node in self.nodes)

    @property
    def pages(self) -> int | None:
        """The shared pages touched while it ran, found in the cache or read; planning is not counted."""
        return self.root.pages_total

    @property
    def settings(self) -> Mapping[str, str]:
        """The settings that differ from the server's own and concern plans, if they were asked for."""
        found = self.details.get("Settings", {})
        return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}

    @property
    def rows(self) -> int | None:
        """The rows that came back."""
        return self.root.rows_actual

    @property
    def shape(self) -> str:
        """Nodes, indexes and conditions, one a line: what stays the same from run to run."""
        return "\n".join(outline(self.root))


def distinct(names: Iterable[str | None]) -> tuple[str, ...]:
    """
    Return *names* in order, each once.

    >>> distinct(["b", None, "a", "b"])
    ('b', 'a')
    """
    return tuple(dict.fromkeys(name for name in names if name))


def outline(node: Node, depth: int = 0) -> Iterator[str]:
    """
    Yield a line for *node* and for each below it, without rows, costs or times.

    >>> on = Condition("Index Cond", "user_id = :mina")
    >>> scan = Node("Index Scan", relation="lesson_progress", index="by_user", conditions=(on,))
    >>> print("\\n".join(outline(Node("Aggregate", children=(scan,)))))
    Aggregate
      Index Scan by_user on lesson_progress [Index Cond: user_id = :mina]
    """
    yield "  " * depth + describe(node)
    for child in node.children:
        yield from outline(child, depth + 1)


def describe(node: Node) -> str:
    """
    Return what stays the same of *node* from run to run.

    >>> describe(Node("CTE Scan", source="recent", alias="r", subplan="InitPlan 1"))
    'InitPlan 1: CTE Scan recent r'
    """
    place = f"{node.index or ''} on {node.relation}" if node.index and node.relation else node.name
    if node.alias and node.alias not in (node.relation, node.source):
        place = f"{place or ''} {node.alias}".strip()
    parts = [f"{node.subplan}:" if node.subplan else None, node.kind, place]
    parts += [f"[{condition.role}: {condition.text}]" for condition in node.conditions]
    return " ".join(part for part in parts if part)
