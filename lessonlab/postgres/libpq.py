"""libpq's variables: they say which server is meant when nobody names one, and how to speak to it."""

from __future__ import annotations

import os

from psycopg import pq

# Those that are no part of a connection string; the service's file counts as long as a service is named.
OTHERS = ("PGDATESTYLE", "PGTZ", "PGGEQO", "PGSERVICE", "PGSERVICEFILE", "PGSYSCONFDIR", "PGLOCALEDIR")


def variables() -> frozenset[str]:
    """
    Return the names of all the variables that libpq reads.

    >>> {"PGHOSTADDR", "PGOPTIONS", "PGTZ", "PGSERVICE"} <= variables()
    True
    """
    return frozenset(OTHERS).union(
        option.envvar.decode() for option in pq.Conninfo.get_defaults() if option.envvar
    )


def forget_variables() -> None:
    """
    Remove them from this process, and so from the programs that it starts: they mean another server.

    Not where the lab itself is on that one, and a server of ours only stands beside it for a page.
    """
    if os.environ.get("LESSONLAB_DSN"):
        return
    for name in variables() & os.environ.keys():
        del os.environ[name]
