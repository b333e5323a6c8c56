"""
`databases.csv`: the database of each person on the class's server, and how they reach it.

The role and its database have one name, drawn at random: every role of a server can read all names.  The file
is the instructor's alone (mode 0600, and out of git), as `tokens.csv` is.  A password is written here before
the server hears of it, so that none is lost where provisioning is ended in between.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from psycopg import conninfo

from lessonlab.errors import ConfigError
from lessonlab.postgres.roles import GIVEN_PREFIX
from lessonlab.workshop.secret_table import read_rows, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from lessonlab.workshop.roster import Person

FILE = "databases.csv"
HEAD = ("email", "name", "password", "dsn")
BYTES = 18
HANDED_ON = ("sslmode", "sslrootcert", "channel_binding")  # of the instructor's own connection string


@dataclass(frozen=True, slots=True)
class GivenDatabase:
    """What one person has on the class's server: *name* is their role's and their database's."""

    email: str
    name: str
    password: str


def drawn(email: str) -> GivenDatabase:
    """Return a new one for the person at *email*, not made yet."""
    return GivenDatabase(email, f"{GIVEN_PREFIX}{secrets.token_hex(5)}", new_password())


def new_password() -> str:
    """Return a password that nobody guesses."""
    return secrets.token_urlsafe(BYTES)


def read_databases(path: Path) -> dict[str, GivenDatabase]:
    """Return what the file at *path* has by address of mail, none where there is no file."""
    cure = f"put back the {FILE} of your backup, or mend it: without it nobody knows whose a database is"
    found = []
    for line, row in read_rows(path, HEAD, cure):
        one = GivenDatabase(row["email"], row["name"], row["password"])
        found.append(one)
        if not (one.email and one.name.startswith(GIVEN_PREFIX) and one.password):
            raise ConfigError(
                f"{FILE}, line {line}: want an address, a {GIVEN_PREFIX}… and a password", cure=cure
            )
    if len({one.email for one in found}) < len(found) or len({one.name for one in found}) < len(found):
        raise ConfigError(f"{FILE}: an address or a name is there twice", cure=cure)
    return {one.email: one for one in found}


def with_new(known: Mapping[str, GivenDatabase], people: Iterable[Person]) -> dict[str, GivenDatabase]:
    """Return *known* and one more for each of *people* who has none; who left the roster keeps theirs."""
    return {**known, **{one.email: drawn(one.email) for one in people if one.email not in known}}


def write_databases(path: Path, given: Iterable[GivenDatabase], address: str) -> None:
    """Write all of them at once, for the owner's eyes alone; students reach the server at *address*."""
    rows = [(one.email, one.name, one.password, person_dsn(one, address)) for one in given]
    write_rows(path, HEAD, rows)
    keep_out_of_git(path)


def keep_out_of_git(path: Path) -> None:
    """Have git leave the file at *path* alone, in a class that was made before there was one."""
    ignored = path.with_name(".gitignore")
    said = ignored.read_text(encoding="utf-8") if ignored.is_file() else ""
    if path.name not in said.split():
        ignored.write_text(f"{said.rstrip()}\n{path.name}\n".lstrip(), encoding="utf-8")


def person_dsn(one: GivenDatabase, address: str) -> str:
    """
    Return what one person gives to `lessonlab start --dsn`.

    >>> person_dsn(GivenDatabase("a@x", "student_1", "pw"), "host=db.example.org port=5432 sslmode=require")
    'postgresql://student_1:pw@db.example.org:5432/student_1?sslmode=require'
    """
    given = {name: str(value) for name, value in conninfo.conninfo_to_dict(address).items()}
    host, port = given.pop("host"), given.pop("port")
    at = f"[{host}]" if ":" in host else quote(host, safe=",.")
    more = f"?{urlencode(given)}" if given else ""
    return f"postgresql://{one.name}:{quote(one.password)}@{at}:{port}/{one.name}{more}"


def address_for(dsn: str, host: str, port: int, named: str = "") -> str:
    """
    Return how students reach the server of *dsn*: as we do, at *host* and *port*, or as *named*.

    >>> address_for("postgresql://postgres:x@db/postgres?sslmode=require", "db", 5432, "db.example.org:6000")
    'sslmode=require host=db.example.org port=6000'
    """
    given = conninfo.conninfo_to_dict(dsn)
    kept = {name: str(given[name]) for name in HANDED_ON if name in given}
    name, colon, number = named.rpartition(":")
    if named and not (colon and number.isdigit()):
        name, number = named, ""
    return conninfo.make_conninfo(**kept, host=name.strip("[]") or host, port=number or str(port))
