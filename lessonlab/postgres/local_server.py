"""
Our own server: made, started, found again after any kill, and stopped.

Its folder is `pg<major>` below the home: the data, the log, and the port in postmaster.pid.  The programs run
in that folder and name the data by a relative path, so that the home's path may hold any character.  It
listens on loopback only and lets in who knows a random password that is kept in a file for us alone.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from urllib.parse import quote

from lessonlab.errors import ServerError
from lessonlab.postgres import leases, libpq
from lessonlab.postgres.account import server_account
from lessonlab.postgres.doors import close_doors
from lessonlab.postgres.initialise import initialise, make_home, new_password, require_reach
from lessonlab.postgres.mending import WayIsClosed, mend, wrong
from lessonlab.postgres.postmaster import (
    halt,
    is_server,
    launch,
    read_state,
    segment_of,
    start_failure,
)
from lessonlab.postgres.programs import runnable_programs, wheel_programs
from lessonlab.postgres.rescue import (
    give_reserve_back,
    is_of_the_data,
    open_way,
    put_data_aside,
    put_settings_right,
    take_reserve,
)
from lessonlab.postgres.roles import ADMIN, HOME
from lessonlab.system import files, memory, processes, starting
from lessonlab.system.console import say
from lessonlab.system.paths import in_code_page

if TYPE_CHECKING:
    from lessonlab.postgres.account import Account
    from lessonlab.postgres.owned import Owned
    from lessonlab.postgres.programs import Programs


def running_dsn(owned: Owned) -> str | None:
    """
    Return the connection string of the running server, `None` when none runs; takes no lock.

    From then on this process knows no variables of libpq, which mean another server.
    """
    state = read_state(owned)
    if state is None or not is_server(state[0], owned.data):
        return None
    libpq.forget_variables()
    password = owned.password_file.read_text(encoding="ascii")
    return (
        f"postgresql://{ADMIN}:{quote(password)}@127.0.0.1:{state[1]}/{HOME}"
        "?sslmode=disable&gssencmode=disable&require_auth=scram-sha-256"
    )


def start(owned: Owned) -> str:
    """
    Return the connection string of the server, after making and starting it as needed; one at a time.

    What is wrong with one that had to be started is put right, and said.
    """
    dsn = running_dsn(owned)
    if dsn:
        return dsn
    make_home(owned.home)
    with leases.server_lock(owned.home):
        return running_dsn(owned) or _bring_up(owned)


def put_right(owned: Owned) -> str:
    """Return what `start` does, after putting right what is wrong with a server that runs, and saying it."""
    dsn = start(owned)
    take_reserve(owned)
    try:
        if not wrong(dsn, settings=not owned.keeps_settings):
            return dsn
    except WayIsClosed:
        pass
    with leases.server_lock(owned.home):  # another process may be making it, or putting it right
        return _open_again(owned)


def tell(told: list[str]) -> None:
    """Say what was put right, a line each."""
    for line in told:
        say(f"put right: {line}")


def stop(owned: Owned) -> bool:
    """Stop the server; say whether one ran."""
    if not owned.home.is_dir():
        return False
    with leases.server_lock(owned.home):
        return halt(owned)


def stop_if_unused(owned: Owned) -> bool:
    """Stop the server unless a living process holds a lease; say whether it was stopped."""
    with leases.server_lock(owned.home):
        return not leases.live_leases(owned.home) and halt(owned)


def end_backend(pid: int) -> None:
    """Have PostgreSQL's own program ask a server's process *pid* to end: Windows has no signals."""
    pg_ctl = in_code_page(wheel_programs().path("pg_ctl"))
    server_account().run([pg_ctl, "kill", "TERM", str(pid)], pg_ctl.parent)


def kill(owned: Owned) -> None:
    """End the server as a power cut would: no process of it gets a word."""
    state = read_state(owned)
    if state is not None and is_server(state[0], owned.data):
        processes.kill(state[0])


def discard(owned: Owned) -> bool:
    """Stop the server if it runs, and remove its data for good; say whether nothing is left."""
    segment = segment_of(owned)
    stop(owned)
    if segment is not None and running_dsn(owned) is None:
        memory.remove_segment(*segment)
    return files.remove_tree(owned.home)


def _bring_up(owned: Owned) -> str:
    """Make the data as needed, start the server and put it right; the lock is held."""
    account = server_account()
    programs = runnable_programs(owned.programs, owned.home, account)
    require_reach(owned.home, account)
    is_new = not (owned.data / "PG_VERSION").is_file()
    if is_new:
        if (owned.data / "global").is_dir():
            tell([f"the server's data was damaged; it is kept in {put_data_aside(owned)}"])
        initialise(owned, programs, account)
    elif not owned.password_file.is_file():
        open_way(owned, programs, account, new_password(owned))
        tell(["the password of the lab's own role was lost"])
    _launch(owned, programs, account)
    try:
        told = mend(owned, _running(owned))
    except WayIsClosed as error:
        told = [f"the lab's own role was shut out: {error.message}"]
        told += _rescue(owned, programs, account)
    dsn = _running(owned)
    close_doors(dsn)
    tell([] if is_new else told)
    return dsn


def _open_again(owned: Owned) -> str:
    """Put right a running server in which something seemed wrong, if it still is; the lock is held."""
    dsn = running_dsn(owned)
    if dsn is None:
        return _bring_up(owned)
    try:
        told = mend(owned, dsn)
    except WayIsClosed as error:
        account = server_account()
        programs = runnable_programs(owned.programs, owned.home, account)
        told = [f"the lab's own role was shut out: {error.message}", *_rescue(owned, programs, account)]
    tell(told)
    return _running(owned)


def _launch(owned: Owned, programs: Programs, account: Account) -> None:
    """Start the server: with the room that was kept for it, or on new data, where it does not start else."""
    tell(put_settings_right(owned, account))
    try:
        launch(owned, programs, account)
    except ServerError as error:
        if give_reserve_back(owned):
            tell(["the disk was full; what the lab keeps free for that is used up"])
            launch(owned, programs, account)
        elif is_of_the_data(owned, error):
            _launch_anew(owned, programs, account, error)
        else:
            raise
    _spawn_keeper(owned)


def _launch_anew(owned: Owned, programs: Programs, account: Account, error: ServerError) -> None:
    """Start on new data: where a server starts on them, it is the old ones that are at fault."""
    kept = put_data_aside(owned)
    try:
        initialise(owned, programs, account)
        put_settings_right(owned, account)
        launch(owned, programs, account)
    except ServerError:
        files.remove_tree(owned.data)
        files.move(kept, owned.data)
        raise error from None
    tell([f"{error.message}; a new one is there, and the old data is kept in {kept}"])


def _rescue(owned: Owned, programs: Programs, account: Account) -> list[str]:
    """
    Stop a server that shuts the lab's own role out, open the way, and start it; return what was wrong.

    Data in which no way can be opened is put aside.
    """
    halt(owned)
    tell(put_settings_right(owned, account))
    shut = ServerError("the lab's own role was shut out for good", cure="lessonlab doctor")
    try:
        if open_way(owned, programs, account, owned.password_file.read_text(encoding="ascii")):
            _launch(owned, programs, account)
            return mend(owned, _running(owned))
    except WayIsClosed:
        halt(owned)
    _launch_anew(owned, programs, account, shut)
    _spawn_keeper(owned)
    mend(owned, _running(owned))
    return []


def _running(owned: Owned) -> str:
    """Return the connection string of the server that was just started."""
    dsn = running_dsn(owned)
    if dsn is None:
        raise start_failure(owned, "it ended at once")
    return dsn


def _spawn_keeper(owned: Owned) -> None:
    """Start the process that stops the server once nobody is left who needs it, as nobody's child."""
    programs = owned.programs
    keeper = ["lessonlab.postgres.keeper", str(owned.home.absolute()), str(programs.bin), str(programs.major)]
    starting.leave_behind([sys.executable, "-m", *keeper], cwd=owned.home.anchor or "/")
