"""Another database than the lab's, when a reader names one: `%sql postgresql://user@host/name`."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any

import psycopg
import sql.connection  # type: ignore[import-untyped]
import sql.parse  # type: ignore[import-untyped]
import sqlalchemy
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from lessonlab.errors import ConfigError, ServerError
from lessonlab.magics.line_options import NAMED, URL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lessonlab.magics.line_options import Request

LAB = "lab@lessonlab"  # the name that brings %sql back to the lab
POSTGRES = re.compile(r"postgres(ql)?(?=://)")
CURE = "write it as postgresql+psycopg://user@host:5432/database"


def open_connection(request: Request, names: Mapping[str, Any], dsn_file: Any) -> Any:
    """Return ipython-sql's connection for *request*, opened in autocommit if it is not open yet."""
    section = request.option("section")
    try:
        if section:
            address: Any = sql.parse.connection_from_dsn_section(section, dsn_file)
        else:
            address = POSTGRES.sub("postgresql+psycopg", resolve(request.connection, names))
        known = sql.connection.Connection.connections.values()
        found = (c for c in known if c.name == address or c.url == made_url(address))
        return next(found, None) or connect(address, request, names)
    except DBAPIError as error:
        lines = str(error.orig).strip().splitlines() or ["no answer"]
        raise ServerError(f"no connection: {lines[0].strip()}", cure=CURE) from None
    except (SQLAlchemyError, ImportError, KeyError, ValueError) as error:
        raise ConfigError(f"no connection: {error}", cure=CURE) from None


def made_url(address: Any) -> Any:
    """Return *address* taken apart, so that passwords compare; the short name of a connection as it is."""
    return sqlalchemy.make_url(address) if "://" in str(address) else address


def connect(address: Any, request: Request, names: Mapping[str, Any]) -> Any:
    """Open *address* as ipython-sql does, and let each statement be its own transaction."""
    arguments = json.loads(request.option("connection_arguments") or "{}")
    creator = names.get(request.option("creator") or "")
    engine = sqlalchemy.create_engine(
        address, connect_args=arguments, **({"creator": creator} if creator else {})
    )
    engine.connect().close()  # fails here, before ipython-sql prints a traceback
    engine.dispose()
    made = sql.connection.Connection(address, arguments, creator)
    made.internal_connection.execution_options(isolation_level="AUTOCOMMIT")
    return made


def resolve(word: str, names: Mapping[str, Any]) -> str:
    """
    Return the address that *word* is, or that the Python or environment variable has which it names.

    >>> resolve("$url", {"url": "sqlite://"}), resolve("{url}", {"url": "sqlite://"})
    ('sqlite://', 'sqlite://')
    """
    found = NAMED.match(word)
    if not found or URL.match(word):
        return word
    name = found[1] or found[2]
    address = names.get(name) or os.environ.get(name)
    if not address:
        raise ConfigError(f"there is no variable {name!r} that holds a connection", cure=CURE)
    return str(address)


def psycopg_of(connection: Any) -> psycopg.Connection[Any] | None:
    """Return the psycopg connection inside ipython-sql's, `None` if it is another driver's."""
    driver = connection.internal_connection.connection.driver_connection
    return driver if isinstance(driver, psycopg.Connection) else None


def engine_on(conn: psycopg.Connection[Any]) -> sqlalchemy.Engine:
    """
    Return an SQLAlchemy engine that works on *conn* itself and ends no transaction of it.

    COMMIT and ROLLBACK are the reader's to say: the connection may stand inside a BEGIN of theirs.
    """
    engine = sqlalchemy.create_engine("postgresql+psycopg://", creator=lambda: conn, poolclass=StaticPool)
    for step in ("do_commit", "do_rollback", "do_close", "do_terminate"):
        setattr(engine.dialect, step, lambda _connection: None)
    return engine
