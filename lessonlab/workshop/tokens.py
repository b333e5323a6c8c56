"""
`tokens.csv`: what each person shows in place of a password, and the name that others see.

The file is the instructor's alone (mode 0600, and out of git).  Who takes a token finds its person by the
token's digest, so that the time that it takes tells nothing.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.errors import ConfigError
from lessonlab.workshop.secret_table import read_rows, write_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from lessonlab.workshop.roster import Person

FILE = "tokens.csv"
HEAD = ("email", "alias", "token")
BYTES = 24
ANIMALS = (
    *("badger", "bat", "bear", "bee", "bison", "crane", "crow", "deer", "dove", "eagle", "finch", "fox"),
    *("frog", "goose", "hare", "hawk", "heron", "horse", "ibis", "jay", "kite", "lark", "lion", "lynx"),
    *("mole", "moose", "moth", "newt", "otter", "owl", "perch", "quail", "raven", "robin", "seal", "stork"),
    *("swan", "swift", "tern", "toad", "trout", "vole", "whale", "wolf", "wren"),
)


@dataclass(frozen=True, slots=True)
class Pass:
    """What one person shows: *alias* is the name on the board, *token* is secret."""

    email: str
    alias: str
    token: str


def read_tokens(path: Path) -> dict[str, Pass]:
    """
    Return the passes in the file at *path* by address of mail; none where there is no file.

    An address, an alias or a token is one person's.
    """
    cure = f"move {path} away, then lessonlab class tokens: everybody gets a new one"
    passes: dict[str, Pass] = {}
    seen: set[tuple[str, str]] = set()
    for line, values in read_rows(path, HEAD, cure):
        for name, value in values.items():
            if value and (name, value) in seen:
                shown = "" if name == "token" else f"{value!r} "
                raise ConfigError(
                    f"{FILE}, line {line}: the {name} {shown}is there twice",
                    cure=f"take one of the two lines out of {path}, then lessonlab class tokens",
                )
            seen.add((name, value))
        passes[values["email"].lower()] = Pass(**values | {"email": values["email"].lower()})
    return passes


def make_tokens(path: Path, people: Iterable[Person], *, rotate: Collection[str] = ()) -> dict[str, Pass]:
    """
    Give everybody of *people* a pass who has none, and those in *rotate* a new token; return all of them.

    Who has left the roster keeps no pass.
    """
    had = read_tokens(path)
    aliases = {one.alias for one in had.values()}
    made: dict[str, Pass] = {}
    for person in people:
        old = had.get(person.email)
        alias = (old and old.alias) or new_alias(aliases)
        aliases.add(alias)
        keep = old is not None and person.email not in rotate
        token = old.token if old and old.token and keep else secrets.token_urlsafe(BYTES)
        made[person.email] = Pass(person.email, alias, token)
    write_tokens(path, made)
    return made


def write_tokens(path: Path, passes: Mapping[str, Pass]) -> None:
    """Write all passes at once, for the owner's eyes alone."""
    write_rows(path, HEAD, [(one.email, one.alias, one.token) for one in passes.values()])


def new_alias(taken: Collection[str]) -> str:
    """Return a name that says nothing about its person, and that nobody has."""
    number = 1 + len(taken) // len(ANIMALS)
    free = [f"{animal} {number}" for animal in ANIMALS if f"{animal} {number}" not in taken]
    return secrets.choice(free) if free else f"guest {secrets.token_hex(4)}"


def digest(token: str) -> str:
    """Return what a token is looked up by."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def by_digest(passes: Mapping[str, Pass]) -> dict[str, Pass]:
    """Return the passes by the digest of their tokens."""
    return {digest(one.token): one for one in passes.values() if one.token}
