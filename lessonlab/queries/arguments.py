"""What a caller gives a query, held against what its header takes."""

from __future__ import annotations

import difflib
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lessonlab.errors import ConfigError
from lessonlab.queries.kinds import read
from lessonlab.show.values import is_missing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lessonlab.queries.header import Parameter, Query

LOOK_UP: Mapping[str, str] = MappingProxyType(
    {
        "course": 'lab.value("SELECT id FROM courses WHERE title = :title", title={!r})',
        "user": 'lab.value("SELECT id FROM users WHERE name = :name", name={!r})',
    }
)


def arguments(query: Query, given: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return a value for each parameter of *query*, of the right type, defaults filled in.

    Raise `ConfigError` for one that is missing, is not known, or is of another type.
    """
    known = {parameter.name for parameter in query.parameters}
    for name in given:
        if name not in known:
            raise unknown(query, name, known)
    for parameter in query.parameters:
        if parameter.required and parameter.name not in given:
            raise ConfigError(
                f"{query.name} needs {parameter.name}: {parameter.about}", cure=call(query, parameter)
            )
    return {
        p.name: converted(query, p, given[p.name]) if p.name in given else p.default for p in query.parameters
    }


def converted(query: Query, parameter: Parameter, value: Any) -> Any:
    """Return *value* as *parameter* takes it; NULL only where it may be left out."""
    if is_missing(value):
        if not parameter.nullable:
            raise ConfigError(
                f"{parameter.name} of {query.name} is {article(parameter.type)}, have NULL",
                cure=call(query, parameter),
            )
        return None
    try:
        return read(parameter.type, value)
    except (TypeError, ValueError, OverflowError):
        raise wrong(query, parameter, value) from None


def wrong(query: Query, parameter: Parameter, value: Any) -> ConfigError:
    """Return the error of a value of another type; a title where an id belongs is looked up."""
    look_up = LOOK_UP.get(parameter.name, "") if isinstance(value, str) else ""
    return ConfigError(
        f"{parameter.name} of {query.name} is {article(parameter.type)}, have {value!r}",
        cure=look_up.format(value) or call(query, parameter),
    )


def unknown(query: Query, name: str, known: set[str]) -> ConfigError:
    """Return the error of a parameter that the query does not take."""
    close = difflib.get_close_matches(name, known, n=1)
    near = f", did you mean {close[0]!r}" if close else ""
    return ConfigError(f"{query.name} takes no {name!r}{near}", cure=f"lab.query: {query.signature}")


def call(query: Query, parameter: Parameter) -> str:
    """Return how to call *query* with *parameter*."""
    example = {"interval": '"30 days"', "integer": "10", "text": '"…"'}.get(parameter.type, parameter.name)
    return f'lab.query("{query.name}", …, {parameter.name}={example})'


def article(kind: str) -> str:
    """
    Return *kind* with its article.

    >>> article("uuid"), article("interval")
    ('a uuid', 'an interval')
    """
    return f"{'an' if kind[0] in 'aei' else 'a'} {kind}"
