"""Cells that a session of a scene says: `%%sql @ben`, `%%expect_error 40P01 @ben`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lessonlab.errors import ConfigError
from lessonlab.scenes.actor import Actor
from lessonlab.show.tables import Preformatted
from lessonlab.statements import expect
from lessonlab.statements.outcomes import shape

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def say_cell(
    line: str,
    cell: str,
    names: Mapping[str, Any],
    show: Callable[[Any], None],
    say: Callable[[str], None],
) -> None:
    """Let the session that *line* names say the rest of it and *cell*, and show what came of it."""
    name, _, rest = line.strip().removeprefix("@").partition(" ")
    actor = find_actor(name, names)
    for notice in (said := actor.say(f"{rest}\n{cell}", names)).notices:
        say(notice)
    for step in said.steps:
        if step.who == actor.name and step.outcome is not None and step.outcome.columns is not None:
            show(shape(step.outcome, caption=actor.name))
        else:
            say(f"{step.who}  {step.result}")


def refused_cell(line: str, name: str, cell: str, names: Mapping[str, Any]) -> Preformatted:
    """Let the session *name* say *cell*, which is meant to fail with a code of *line*; return the error."""
    actor = find_actor(name.strip(), names)
    actor.say(cell, names, line)
    error = actor.line.error
    return Preformatted(error.message if error else "", expect.EDGE)


def find_actor(name: str, names: Mapping[str, Any]) -> Actor:
    """Return the session that the variable *name* holds."""
    found = names.get(name)
    if not isinstance(found, Actor):
        raise ConfigError(
            f"there is no session {name!r} in a variable", cure='ana, ben = lab.scene("Ana", "Ben")'
        )
    return found
