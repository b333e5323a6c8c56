"""
What a server's log is good for: it brings a copy to any moment, and a lost primary back.

A pair's primary keeps each finished file of its log in a folder beside it, by a program of the system.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

from psycopg import conninfo

from lessonlab.errors import ServerError
from lessonlab.postgres.account import server_account
from lessonlab.postgres.initialise import last_lines
from lessonlab.postgres.programs import runnable_programs
from lessonlab.system import files
from lessonlab.system.paths import in_code_page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from psycopg import Connection

    from lessonlab.postgres.owned import Owned

LOG = "log"
AWAY = "../../../log/%f"  # as the server sees it from its data folder: any path above may hold any character
KEEP_SECONDS = 60.0
MOMENT = 0.05
ROOM = "free some disk space, then run the cell again"


def keeps_log() -> str:
    """Return the settings of a server that keeps its log; pg_rewind finds the newest of it at home."""
    return f"archive_mode = on\narchive_command = '{_copy_command('%p', AWAY)}'\nwal_keep_size = 128MB\n"


def reads_log(until: datetime | None) -> str:
    """Return the settings of a server that reads the kept log, up to a moment, and then opens."""
    moment = f"recovery_target_time = '{until.isoformat()}'\n" if until else ""
    command = _copy_command(AWAY, "%p")
    return f"restore_command = '{command}'\n{moment}recovery_target_action = 'promote'\n"


def copy_server(dsn: str, owned: Owned, *, follow: bool) -> None:
    """Make the data of *owned* out of the running server at *dsn*; say whether it is to *follow* that."""
    options = ["-D", "data", "--checkpoint=fast", "--no-sync", *(["-R"] if follow else [])]
    _ask(dsn, owned, ("pg_basebackup", "-d"), options)


def rewind(dsn: str, owned: Owned) -> None:
    """Bring the data of the stopped *owned* to where it left the server at *dsn*, and let it follow that."""
    options = ["-D", "data", "-R", "--no-sync"]
    _ask(dsn, owned, ("pg_rewind", "--source-server"), options)


def keep_now(primary: Connection[Any]) -> None:
    """Have *primary* finish the file of its log that it writes, and wait until that one is kept."""
    primary.execute("SELECT pg_create_restore_point('kept')")  # an empty file would not be finished
    row = primary.execute("SELECT pg_walfile_name(pg_switch_wal())").fetchone()
    kept = "SELECT last_archived_wal >= %s FROM pg_stat_archiver"
    until = time.monotonic() + KEEP_SECONDS
    while row and primary.execute(kept, row).fetchone() != (True,):
        if time.monotonic() > until:
            raise ServerError("the log is not kept", cure=ROOM)
        time.sleep(MOMENT)


def _ask(dsn: str, owned: Owned, asks: tuple[str, str], options: Sequence[str]) -> None:
    """Run a program on the server at *dsn*; its password is in a file for that account alone."""
    account = server_account()
    programs = runnable_programs(owned.programs, owned.home, account)
    files.make_folder(owned.folder)
    account.own(owned.folder)
    given = conninfo.conninfo_to_dict(dsn)
    password = str(given["password"])
    secret = owned.folder / "passfile"
    files.remove(secret)
    files.write_private(secret, f"*:*:*:*:{password}\n")
    account.own(secret)
    kept = {name: str(value) for name, value in given.items() if name != "password"}
    source = conninfo.make_conninfo(**kept, passfile=str(secret.absolute()))
    program, option = asks
    code, output = account.run([programs.path(program), option, source, *options], in_code_page(owned.folder))
    if code:
        raise ServerError(f"{program} failed: {last_lines(output)}", cure=ROOM)
    files.write_private(owned.password_file, password)


def _copy_command(source: str, target: str) -> str:
    """Return the system's command that copies a file, as it stands in a server's settings."""
    if sys.platform == "win32":
        return f'copy "{source}" "{target}"'.replace("/", "\\\\")
    return f'cp "{source}" "{target}"'
