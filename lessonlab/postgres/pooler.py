"""
A pooler of our own for one notebook: PgBouncer between clients and a database.

It is a program of the system; where it is not installed, what asks for it says so and goes on.  It listens on
loopback, asks for a password, and ends with this process however that ends.
"""

from __future__ import annotations

import contextlib
import re
import secrets
import time
import weakref
from typing import TYPE_CHECKING, Any, Self

import psycopg

from lessonlab.errors import ServerError
from lessonlab.postgres.account import Account, plain_environment, server_account
from lessonlab.show.tables import Table
from lessonlab.system import files, network, starting
from lessonlab.system.cures import cure

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from psycopg import Connection

PROGRAM = "pgbouncer"
MODES = ("transaction", "session")
USER = "client"  # as whom all come in; on the server they are whoever the notebook is there
SESSIONS = 2  # on the server, for each mode: few enough that clients meet
WAIT_SECONDS = 1  # that a client waits for one of them
CLIENT = "pooled"  # the name of a client's application, by which the server's sessions are found
SECONDS = 10.0
MOMENT = 0.05
TRIES = 5  # a port found free may be taken a moment later
CONFIG, USERS, LOG = "pgbouncer.ini", "users.txt", "pgbouncer.log"
KEEPS_PREPARED = (1, 21)


def lacks_pooler() -> str:
    """Return what a cell needs that asks for PgBouncer, '' where it is installed."""
    return "" if starting.program(PROGRAM) else f"PgBouncer ({cure('pooler')})"


class Pooler:
    """
    PgBouncer before the database of *connection*, in both modes at once; `close` ends it.

    Where it is not installed `version` is empty, and clients are None.
    """

    version: tuple[int, ...] = ()
    _finalizer: weakref.finalize[..., Pooler]

    def __init__(self, connection: Connection[Any]) -> None:
        self._password = secrets.token_urlsafe(16)
        self._open: list[Connection[Any]] = []
        self.port = 0
        if program := starting.program(PROGRAM):
            self._start(program, connection)

    def connect(self, mode: str, count: int = 1) -> list[Connection[Any] | None]:
        """Return *count* clients, which are lent a session for a transaction each, or for all their time."""
        if mode not in MODES:
            raise ServerError(f"there is no mode {mode!r}", cure=f"name one of {', '.join(MODES)}")
        if not self.version:
            return [None] * count
        found = [self._client(mode) for _ in range(count)]
        self._open += found
        return [*found]

    def pools(self) -> Table:
        """Return what PgBouncer says of itself: clients, those who wait, and sessions on the server."""
        names = ("database", "cl_active", "cl_waiting", "sv_active", "sv_idle")
        rows: list[list[Any]] = []
        if self.version:
            with contextlib.closing(self._client(PROGRAM)) as admin, admin.cursor() as cursor:
                cursor.execute("SHOW POOLS")
                place = [column.name for column in cursor.description or ()]
                rows = [[row[place.index(name)] for name in names] for row in cursor.fetchall()]
        titles = ("mode", "clients", "of them waiting", "sessions at work", "sessions at rest")
        shown = [[row[0], row[1] + row[2], *row[2:]] for row in rows if row[0] in MODES]
        return Table(titles, sorted(shown, reverse=True))

    def close(self) -> None:
        """End it, and its clients' connections."""
        for client in self._open:
            client.close()
        if self.version:
            self._finalizer()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _client(self, database: str) -> Connection[Any]:
        """Return a connection through the pooler; the driver prepares nothing unless it is asked to."""
        where: dict[str, Any] = {"host": network.HOST, "port": self.port, "user": USER}
        return psycopg.connect(
            **where,
            password=self._password,
            dbname=database,
            application_name=CLIENT,
            sslmode="disable",
            autocommit=True,
            prepare_threshold=None,
            cursor_factory=psycopg.ClientCursor if database == PROGRAM else psycopg.Cursor,
        )

    def _start(self, program: str, connection: Connection[Any]) -> None:
        """Start it on a free port, and have it end with us."""
        for _ in range(TRIES):
            account, folder = server_account(), files.new_folder("lessonlab-pooler-")
            account.own(folder)
            self._finalizer = weakref.finalize(self, files.remove_tree, folder)
            self.version = _version(program, account, folder)
            self.port = network.free_port()
            self._configure(folder, account, connection)
            how: dict[str, Any] = {
                "uid": account.uid,
                "gid": account.gid,
                "environ": plain_environment(),
            }
            process = starting.launch([program, CONFIG], cwd=folder, log=folder / LOG, **how)
            self._finalizer.detach()
            guarding = starting.guard(process.pid, folder)
            self._finalizer = weakref.finalize(self, _end, process, guarding, folder)
            if self._answers(process):
                return
            said = (folder / LOG).read_text(encoding="utf-8", errors="replace").strip().split("\n")
            self._finalizer()
        raise ServerError(f"PgBouncer does not start: {said[-1]}", cure="lessonlab doctor")

    def _configure(self, folder: Path, account: Account, connection: Connection[Any]) -> None:
        """Write its settings and who may come in, for the account alone that it runs as."""
        info, owner = connection.info, (account.uid, account.gid)
        where = {"host": info.host, "port": info.port, "dbname": info.dbname, "user": info.user}
        where |= {"password": info.password} if info.password else {}
        behind = " ".join(f"{name}='{_doubled(str(value))}'" for name, value in where.items())
        lines = ["[databases]", *(f"{mode} = {behind} pool_mode={mode}" for mode in MODES), "[pgbouncer]"]
        lines += [f"{name} = {value}" for name, value in self._settings().items()]
        files.write_private(folder / CONFIG, "\n".join(lines) + "\n", owner)
        files.write_private(folder / USERS, f'"{USER}" "{self._password}"\n', owner)

    def _settings(self) -> dict[str, object]:
        kept = {"max_prepared_statements": 100} if self.version >= KEEPS_PREPARED else {}
        return {
            "listen_addr": network.HOST,
            "listen_port": self.port,
            "unix_socket_dir": "",
            "auth_type": "scram-sha-256",
            "auth_file": USERS,
            "admin_users": USER,
            "server_tls_sslmode": "prefer",
            "default_pool_size": SESSIONS,
            "max_client_conn": 200,
            "query_wait_timeout": WAIT_SECONDS,
            **kept,
        }

    def _answers(self, process: subprocess.Popen[bytes]) -> bool:
        """Say whether it lets us in before long: another that took the port does not."""
        until = time.monotonic() + SECONDS
        while process.poll() is None and time.monotonic() < until:
            with contextlib.suppress(psycopg.OperationalError):
                self._client(PROGRAM).close()
                return True
            time.sleep(MOMENT)
        return False


def _version(program: str, account: Account, folder: Path) -> tuple[int, ...]:
    """Return the version of PgBouncer."""
    _, said = account.run([program, "--version"], folder)
    found = re.search(r"(\d+)\.(\d+)", said)
    if found is None:
        raise ServerError(f"PgBouncer does not say its version: {said.strip()}", cure="lessonlab doctor")
    return int(found[1]), int(found[2])


def _doubled(value: str) -> str:
    """
    Return *value* as it stands between single quotes.

    >>> _doubled("it's")
    "it''s"
    """
    return value.replace("'", "''")


def _end(process: subprocess.Popen[bytes], guarding: subprocess.Popen[bytes], folder: Path) -> None:
    """End PgBouncer and who guards it, and remove its folder."""
    starting.call_off(guarding)
    process.kill()
    process.wait()
    files.remove_tree(folder)
