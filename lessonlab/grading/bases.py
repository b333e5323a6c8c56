"""
What an answer starts from: templates of the judge's own, built once per server and content version.

`empty` has nothing, `tables` the guide's schema without rows, `strict` also the stricter constraints,
`class` the small class, `large` 100,000 rows of progress for plans.
"""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

from lessonlab import content
from lessonlab.grading.cage import GROUPS, role_tag
from lessonlab.postgres.advisory import alone
from lessonlab.postgres.apply import apply_set
from lessonlab.postgres.connect import connect, server_version
from lessonlab.postgres.seed import seed
from lessonlab.postgres.sizes import Kind
from lessonlab.postgres.templates import (
    create_statement,
    drop_database,
    drop_template,
    ensure_template,
    templates,
)

if TYPE_CHECKING:
    from psycopg import Connection

    from lessonlab.grading.cage import Cage
    from lessonlab.postgres.server import Server

LARGE_SCALE = 0.1
LOCK = "lessonlab cage"


def ensure_base(cage: Cage, base: str) -> str:
    """Return the name of the template *base*, built now if there is none; whoever comes meanwhile waits."""
    name = base_name(cage, base)
    if exists(cage.admin, name):
        return name
    with alone(cage.admin, LOCK):
        if not exists(cage.admin, name):
            build(cage, base, name)
    return name


def base_name(cage: Cage, base: str) -> str:
    """
    Return what the template of *base* is called: another name when its content is another.

    `large` is of today: as its rows grow old, those of the last month become few, and any index will do.
    """
    if base == "class":
        return f"lessonlab_cage_{cage.tag}_class_{ensure_template(cage.server, 'small')[-14:]}"
    version = version_of_today() if base == "large" else content_version()
    return f"lessonlab_cage_{cage.tag}_{base}_{version}"


def version_of_today() -> str:
    """Return the version of a template that serves for a day."""
    return f"{content_version()}_{datetime.now(UTC):%Y%m%d}"


def content_version() -> str:
    """Return what changes when what the templates are made of does."""
    return content.fingerprint("schema", "seed", "catalog", "strict", "cage")


def exists(connection: Connection[Any], name: str) -> bool:
    """Say whether there is a finished template *name*."""
    found = connection.execute(
        "SELECT true FROM pg_database WHERE datname = %s AND datistemplate", [name]
    ).fetchone()
    return found is not None


def build(cage: Cage, base: str, name: str) -> None:
    """Build the template *name*, and drop the older ones of *base*."""
    drop_older(cage, base)
    drop_database(cage.admin, name)
    if base == "class":
        template = ensure_template(cage.server, "small")
        cage.admin.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
        )
    else:
        cage.admin.execute(create_statement(name, server_version(cage.admin)))
    try:
        with connect(cage.server.dsn, dbname=name) as inside:
            fill(inside, base)
            close(cage, inside)
    except BaseException:
        drop_database(cage.admin, name)
        raise
    cage.admin.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name)))
    cage.admin.execute(
        sql.SQL("ALTER DATABASE {} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false").format(
            sql.Identifier(name)
        )
    )


def fill(inside: Connection[Any], base: str) -> None:
    """Put schema and rows of *base* in place."""
    if base in ("tables", "strict", "large"):
        apply_set(inside, "schema")
    if base == "strict":
        apply_set(inside, "strict")
    if base == "large":
        seed(inside, "large", datetime.now(UTC), lambda *_: None, scale=LARGE_SCALE)
    inside.execute("DROP SCHEMA IF EXISTS lessonlab_record CASCADE")


def close(cage: Cage, inside: Connection[Any]) -> None:
    """Give the tables to the groups, and take from everybody what a cage must not have."""
    for name in GROUPS:
        inside.execute("SELECT set_config(%s, %s, false)", [f"cage.{name}", cage.group(name)])
    inside.execute(content.sql("cage/grant_rows"))
    inside.execute(content.sql("cage/own_tables"))
    if cage.superuser:
        inside.execute(content.sql("cage/close_functions"))


def drop_older(cage: Cage, base: str) -> None:
    """Drop the templates of *base*; one that is being cloned right now stays."""
    drop_but(cage.admin, f"lessonlab_cage_{cage.tag}_{base}_", ())


def drop_stale(server: Server) -> list[str]:
    """Drop the judge's templates that no answer would start from any more; return their names."""
    with connect(server.dsn) as connection:
        small = [template.name[-14:] for template in templates(connection) if template.kind == Kind("small")]
        return drop_but(
            connection,
            f"lessonlab_cage_{role_tag(connection)}_",
            (content_version(), version_of_today(), *small),
        )


def drop_but(connection: Connection[Any], prefix: str, kept: tuple[str, ...]) -> list[str]:
    """
    Drop the databases whose names begin with *prefix* and do not end like one of *kept*; return those gone.
    """
    pattern = prefix.replace("_", r"\_") + "%"
    query = "SELECT datname FROM pg_database WHERE datname LIKE %s ORDER BY datname"
    dropped = []
    for (name,) in connection.execute(query, [pattern]).fetchall():
        with contextlib.suppress(psycopg.Error):  # being cloned right now
            if not name.endswith(kept):
                drop_template(connection, name)
                dropped.append(name)
    return dropped
