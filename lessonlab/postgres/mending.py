"""
What SQL can have put wrong on a server of ours, found by one query and put right.

A reader's SQL may do anything to the roles, the databases and the settings.  What is found is said in a line
each; where the lab's own role cannot come in any more, `rescue` opens the way.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import conninfo

from lessonlab import content
from lessonlab.errors import ServerError
from lessonlab.postgres.connect import SECONDS_HERE, cause, is_starting
from lessonlab.postgres.rescue import keep_settings
from lessonlab.postgres.roles import ADMIN, NOTEBOOKS, SUPERUSER, reader_password, verifier

if TYPE_CHECKING:
    from psycopg import Connection

    from lessonlab.postgres.owned import Owned

DOORS = ("postgres", "template1")  # by which the lab comes in
NO_ROOM = ("connection slots", "too many clients")
PATIENCE = 15.0  # with a server that begins anew after one of its processes died
MOMENT = 0.2
RESET = "ALTER SYSTEM RESET ALL"
ROUNDS = 4  # a role that was made again is then looked at
# Whatever the settings of a role, a database or the server say.
PLAIN = "-c search_path=pg_catalog -c default_transaction_read_only=off -c statement_timeout=60s -c role=none"


class WayIsClosed(ServerError):
    """A server of ours runs, and does not let the lab's own role in."""


def wrong(dsn: str, *, settings: bool = True) -> list[str]:
    """Return what is wrong on the server of ours at *dsn*, a line each; nothing is changed."""
    with enter(dsn) as admin:
        return [said for said, _ in _found(admin, dsn, settings=settings) if said]


def mend(owned: Owned, dsn: str) -> list[str]:
    """
    Put right what is wrong on the running server *owned*; return what was, a line each.

    Raise `WayIsClosed` where only the rescue of a stopped server can.  A standby follows what it follows.
    """
    with enter(dsn) as admin:
        if admin.execute("SELECT pg_catalog.pg_is_in_recovery()").fetchone() == (True,):
            return []
        told: list[str] = []
        for _ in range(ROUNDS):
            found = _found(admin, dsn, settings=not owned.keeps_settings)
            if not found:
                break
            told += [said for said, _ in found if said]
            if any(cure == RESET for _, cure in found):
                keep_settings(owned)
            for said, cure in found:
                _put_right(admin, said, cure)
        return list(dict.fromkeys(told))


def enter(dsn: str) -> Connection[Any]:
    """
    Return a session of the lab's own role by a door that is open; raise `WayIsClosed` where none is.

    A server that begins anew is waited for; one that never gets there lets nobody in either.
    """
    until, refused = time.monotonic() + PATIENCE, 0
    while True:
        for door in DOORS:
            where = conninfo.make_conninfo(dsn, dbname=door, options=PLAIN, connect_timeout=SECONDS_HERE)
            try:
                return psycopg.connect(where, autocommit=True, application_name="lessonlab mending")
            except psycopg.OperationalError as error:
                said = cause(str(error))
        if any(words in said for words in NO_ROOM):
            raise ServerError(f"the lab's own server has no room for it: {said}", cure="close a notebook")
        refused = 0 if is_starting(dsn) else refused + 1
        if refused > 1 or time.monotonic() > until:  # a server may be ready a moment after it refused us
            raise WayIsClosed(said.removeprefix("FATAL:").strip(), cure="lessonlab doctor --mend")
        time.sleep(MOMENT)


def _found(admin: Connection[Any], dsn: str, *, settings: bool) -> list[tuple[str, str | None]]:
    """Return what is wrong, and the statement that puts each right."""
    password = reader_password(str(conninfo.conninfo_to_dict(dsn)["password"]))
    asked = {
        "admin": ADMIN,
        "notebooks": NOTEBOOKS,
        "superuser": SUPERUSER,
        "verifier": verifier(password),
        "settings": settings,
    }
    return admin.execute(content.sql("mending/wrong"), asked).fetchall()


def _put_right(admin: Connection[Any], said: str, cure: str | None) -> None:
    """Run *cure*; what another process has put right a moment ago, or uses, is left for the next look."""
    if cure is None:
        raise WayIsClosed(said, cure="lessonlab doctor --mend")
    try:
        admin.execute(cure.encode())
    except (psycopg.ProgrammingError, psycopg.OperationalError, psycopg.IntegrityError) as error:
        if admin.closed:
            raise ServerError(f"the server went away: {error}", cure="lessonlab doctor --mend") from None
