"""The connections of the service: few, shared by threads, replaced when the server was lost."""

from __future__ import annotations

import logging
from typing import Any

from psycopg import Connection, IsolationLevel, conninfo
from psycopg_pool import ConnectionPool

from lessonlab.postgres.connect import connect

SETTINGS = {
    "timezone": "UTC",
    "synchronous_commit": "on",  # an answer is a promise: the change is on disk
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "30s",  # a client that vanished must not keep its locks
}
PARAMETERS: dict[str, Any] = {"application_name": "lessonlab progress", "connect_timeout": 5}
WAIT_SECONDS = 2.0  # for a free connection, and for a server that is away; the caller tries again


def open_pool(
    dsn: str, *, most: int = 4, isolation: IsolationLevel = IsolationLevel.READ_COMMITTED, **overrides: Any
) -> ConnectionPool[Connection[Any]]:
    """
    Return an open pool of up to *most* connections to *dsn*, autocommit, in UTC.

    *overrides* are libpq parameters.  Raise `ServerError` where no server answers or it refuses us.
    """
    asked = conninfo.make_conninfo(dsn, **overrides)
    connect(asked).close()  # says in our words what a pool would only log
    given = conninfo.conninfo_to_dict(asked)
    settings = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
    options = f"{settings} {given.get('options') or ''}".strip()  # of two that differ the later one counts

    _keep_to_itself()

    def configure(connection: Connection[Any]) -> None:
        connection.isolation_level = isolation

    return ConnectionPool(
        conninfo.make_conninfo("", **(PARAMETERS | given | {"options": options})),
        kwargs={"autocommit": True},
        min_size=1,
        max_size=most,
        configure=configure,
        timeout=WAIT_SECONDS,
        reconnect_timeout=WAIT_SECONDS,
        num_workers=1,
        name="lessonlab-progress",
        open=True,
    )


def _keep_to_itself() -> None:
    """Keep the pool's warnings off a screen for which nobody set up a log; the caller gets an error."""
    log = logging.getLogger("psycopg.pool")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
