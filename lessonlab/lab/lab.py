"""The object that a reader holds: one notebook's database, opened, reset and dropped."""

from __future__ import annotations

import sys
import time
import weakref
from typing import TYPE_CHECKING

from psycopg import conninfo

from lessonlab import content
from lessonlab.config import Settings
from lessonlab.course import chapters
from lessonlab.errors import TemplateError
from lessonlab.former_names import FormerMembers, once_took
from lessonlab.lab.analysing import Analysing
from lessonlab.lab.exercises import Exercising
from lessonlab.lab.measuring import Measuring
from lessonlab.lab.own_record import Recorded
from lessonlab.lab.picturing import Picturing
from lessonlab.lab.sql_files import Files
from lessonlab.lab.together import Together
from lessonlab.postgres import given, leases, local_server, provider
from lessonlab.postgres.connect import server_version
from lessonlab.postgres.initialise import make_home
from lessonlab.postgres.server import Server, find_server, our_server
from lessonlab.postgres.session import Session
from lessonlab.reader.desk import open_desk
from lessonlab.reader.reading import open_reading
from lessonlab.reader.record_file import find_path
from lessonlab.system.console import let_streams_show_all, say
from lessonlab.varying import Varying, mark
from lessonlab.workshop.seat import take_seat

if TYPE_CHECKING:
    from pathlib import Path

    from lessonlab.reader.desk import Desk
    from lessonlab.reader.reading import Reading
    from lessonlab.scenes.scene import Scene
    from lessonlab.tracker.widget import Tracker

BAR, LINE = 24, 100  # letters
ONE_DATABASE = (
    "your one database on your class's server, filled anew: other pages of yours must be opened again, "
    "answers are judged by your instructor"
)


def open(chapter: str | int = "", *, size: str = "small", scale: float = 1) -> Lab:  # noqa: A001 - `lessonlab.open` is what a reader types
    """
    Return a lab with a fresh database of its own, the class of *size* in it, and say in one line what it is.

    Examples:

        lab = lessonlab.open(6)

        lab = lessonlab.open("15_performance", size="large")

    *chapter* is a page's number or name: `6`, `"06b"`, `"06_constraints"`.  *size* is `"small"`, a class that
    reads well, or `"large"`, a million rows of progress; *scale* multiplies them, from 0.005 to 10, and such
    a class is built when it is first asked for.
    In a notebook `%sql`, `%%explain` and `%%expect_error` work on the same connection from here on.  Raise
    `UnknownName` when there is no such chapter, `ServerError` when there is no server.
    """
    let_streams_show_all(ours=False)
    started = time.perf_counter()
    notebook = chapters.find(str(chapter)).name
    settings = Settings.from_environment()
    lease = _hold_server(settings)
    server = find_server(settings)
    lab = Lab(settings, server, notebook, size, lease, scale=scale)
    _register(lab)
    rows = lab.value(content.sql("catalog/progress_rows"))
    ready = Varying(time.perf_counter() - started, "s")
    say(
        f"{notebook} · PostgreSQL {mark(_server_version(lab))} · {rows:,} rows of progress · ready in {ready}"
    )
    if server.given:
        say(ONE_DATABASE)
    return lab


class Lab(Measuring, Analysing, Picturing, Together, Files, Exercising, Recorded, FormerMembers):
    """
    One notebook's database, and what can be asked of it; made by `lessonlab.open`, dropped with the kernel.

    ask       rows, value, table, run, refused      SQL in which `:name` stands for a value
    measure   explain, compare, race, review        plans, two plans side by side, times, a schema's faults
    judge     claim                                 what the guide says, and what this server says
    analyse   query, queries, query_plan, chart, dashboard
    draw      picture, bars, dots, curve, diagram, btree, heap, bitmap, truth, survivors, timeline, lanes
    together  scene, load, lock_modes, tracker      sessions that meet, writers, time that is counted
              pair, pooler                          a standby that follows, a few sessions for many clients
    files     sql, apply, pending                   the statements of `sql/`, read or applied
    practise  exercise, hint, solution, forget      `%%answer 06-02` hands one in
    yourself  progress, answers, mine, tracking     what the course keeps of you, in its own tables
    begin     reset, close                          a fresh copy of the database, or none

    Examples:

        lab.rows("SELECT name, email FROM users WHERE name = :who", who="Mina")

        lab.explain("SELECT lesson_id FROM lesson_progress WHERE score > 95")

    `lab.compare?` says more about one of them, `%sql?` about the cells of SQL.
    """

    def __init__(
        self,
        settings: Settings,
        server: Server,
        notebook: str,
        size: str,
        lease: Path | None,
        *,
        scale: float = 1,
    ) -> None:
        self.notebook = notebook
        self.size = size
        self.scale = scale
        self._server = server
        self.session = Session(settings, "", notebook)
        self.session.name = self._fresh_database(server)
        record = find_path(settings.home)
        self.desk = open_desk(lambda: find_server(settings), record, kept=not server.given)
        take_seat(self.desk, settings.home, record)
        self._reading = open_reading(self.desk.record, notebook)
        self._scene: Scene | None = None
        self._trackers: dict[str, Tracker] = {}
        self._finalizer = weakref.finalize(self, _clean_up, self.session, self.desk, self._reading, lease)

    def __repr__(self) -> str:
        return f"<lab {self.notebook}, {self.size} class, database {self.session.name}>"

    @once_took('lab.forget("{}")', lambda lab, name: lab.forget(name))
    def reset(self) -> None:
        """Replace the database by a fresh clone; `lab.forget("06-01")` begins an exercise anew."""
        self.session.close()  # what it holds may be what stands in the way
        server = self._server = find_server(self.session.settings)
        try:
            fresh = self._fresh_database(server)
        except TemplateError:  # where the disk is full, this very database may be why
            provider.drop_clone(server, self.session.name)
            fresh = self._fresh_database(server)
        if fresh != self.session.name:
            provider.drop_clone(server, self.session.name)
        self.session.name = fresh
        rows = self.value(content.sql("catalog/progress_rows"))
        say(f"a fresh database: the {self.size} class, {rows:,} rows of progress; your changes are gone")

    def _fresh_database(self, server: Server) -> str:
        """Return the name of a database with the class as it was: a clone, or the one given to us."""
        if server.given:
            given.require_small(self.size)
            self.session.mark = given.refill(server.dsn, self.notebook)
            return server.given
        dsn = provider.clone(server, self.notebook, self.size, _say, scale=self.scale)
        return str(conninfo.conninfo_to_dict(dsn)["dbname"])

    def close(self) -> None:
        """Drop the database and let the server go, if nobody else needs it."""
        self._finalizer()


def _server_version(lab: Lab) -> str:
    """Return the server's version as a reader knows it: 18.6."""
    number = server_version(lab.connection)
    return f"{number // 10_000}.{number % 10_000}"


def _hold_server(settings: Settings) -> Path | None:
    """Take this process's lease on our server, `None` where the server is not ours."""
    if settings.dsn is not None:
        return None
    make_home(settings.home)
    return leases.take_lease(settings.home, "a notebook")


def _clean_up(session: Session, desk: Desk, reading: Reading | None, lease: Path | None) -> None:
    """Drop a lab's database and let the server go, when the lab is replaced or its kernel ends."""
    if reading is not None:
        reading.close()
    desk.close()
    session.close()
    _drop(session)
    if lease is not None:
        leases.forget(lease)
        local_server.stop_if_unused(our_server(session.settings))


def _drop(session: Session) -> None:
    """Drop a notebook's database, if it is its own; a server that has ended is not started for it."""
    settings = session.settings
    if session.mark:
        return
    dsn = settings.dsn or local_server.running_dsn(our_server(settings))
    if dsn is not None:
        provider.drop_clone(Server(dsn, local=settings.dsn is None), session.name)


def _register(lab: Lab) -> None:
    """Give the notebook its magics, if this is one; they must not keep a lab that is replaced."""
    settings = lab.session.settings
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None:
        from lessonlab.magics import lab_magics
        from lessonlab.postgres.copies import Copies

        copies = Copies(lambda: find_server(settings), lab.size, lab.scale, _say)
        lab_magics.register(shell, lab.session, lab.desk, copies, lab._reading)  # noqa: SLF001 - as the page's own


def _say(fraction: float, what: str) -> None:
    """Draw for a reader who waits for a class how far it is, each time over the last; in the end nothing."""
    done = round(fraction * BAR)
    bar = f"{'█' * done}{'░' * (BAR - done)} {fraction:.0%}"
    line = mark(f"building the class of learners {bar} {what}").ljust(LINE)
    say(line if fraction < 1 else " " * LINE, end="\r")
