"""
Values of any name: a keyword that a statement names is its value, whatever the call's settings are called.

`lab.compare("… > :seconds", without="idx_a", seconds=60)`: `:seconds` stands in the statement, so 60 is its
value, and the setting keeps its default.  Who wants both writes the value apart:
`lab.compare("… > :seconds", without="idx_a", seconds=5, values={"seconds": 60})`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import wraps
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from lessonlab.errors import ConfigError
from lessonlab.statements.binding import parameters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

P = ParamSpec("P")
R = TypeVar("R")
Self = TypeVar("Self")
NONE: Mapping[str, Any] = MappingProxyType({})
STATEMENTS = ("adding", "instead")  # settings that are statements themselves
APART = "values"  # the setting that holds values whose names are settings too


def takes_values(method: Callable[Concatenate[Self, P], R]) -> Callable[Concatenate[Self, P], R]:
    """Let *method*, whose statements come by position, take values of any name; see the module."""

    @wraps(method)
    def called(self: Self, /, *statements: P.args, **given: P.kwargs) -> R:
        every = (*statements, *(given.get(name) for name in STATEMENTS))
        return method(self, *statements, **settled(frozenset(named_in(every)), given))

    return called


def named_in(statements: tuple[object, ...]) -> Iterator[str]:
    """
    Yield the names that *statements* have a `:name` for; a mapping holds several statements.

    >>> sorted(named_in(("SELECT :a", {"one": "SELECT :b"})))
    ['a', 'b']
    """
    for statement in statements:
        if isinstance(statement, Mapping):
            yield from named_in(tuple(statement.values()))
        elif isinstance(statement, str):
            yield from parameters(statement)


def settled(names: frozenset[str], given: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return *given* with those of *names* under `values`, where no setting is in their way.

    >>> settled(frozenset({"seconds"}), {"seconds": 60, "rounds": 3})
    {'rounds': 3, 'values': {'seconds': 60}}
    >>> settled(frozenset({"seconds"}), {"seconds": 5, "values": {"seconds": 60}})
    {'seconds': 5, 'values': {'seconds': 60}}
    >>> settled(frozenset({"values"}), {"values": [1, 2]})
    {'values': {'values': [1, 2]}}
    """
    apart = given.get(APART, NONE)
    if APART in names and not (isinstance(apart, Mapping) and APART in apart):
        apart = {}
    elif not isinstance(apart, Mapping):
        raise ConfigError(
            f"have a {type(apart).__name__} in values, want names and their values",
            cure='values={"seconds": 60}',
        )
    own = {name: value for name, value in given.items() if name in names and name not in apart}
    left = {name: value for name, value in given.items() if name not in own and name != APART}
    return {**left, APART: {**apart, **own}}
