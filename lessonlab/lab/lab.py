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
from lessonlab.grading.desk import open_desk
from lessonlab.lab.analysing import Analysing
from lessonlab.lab.measuring import Measuring
from lessonlab.lab.together import Together
from lessonlab.measure import Measure, mark
from lessonlab.notebook.exercising import Exercising
from lessonlab.postgres import leases, owned, provider
from lessonlab.postgres.initialise import make_home
from lessonlab.postgres.server import Server, find_server, our_server
from lessonlab.postgres.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from lessonlab.grading.desk import Desk
    from lessonlab.notebook.scene import Scene
    from lessonlab.notebook.tracker import Tracker


def open(chapter: str, *, size: str = "small", scale: float = 1) -> Lab:  # noqa: A001 - `lessonlab.open` is what a reader types
    """
    Return a lab with a fresh database of its own, the class of *size* in it, and say in one line what it is.

    *scale* multiplies the million rows of the large class, from 0.005 to 10; such a class is built when it is
    first asked for.
    In a notebook `%sql`, `%%explain` and `%%expect_error` work on the same connection from here on.  Raise
    `UnknownName` when there is no such chapter, `ServerError` when there is no server.
    """
    started = time.perf_counter()
    notebook = chapters.find(chapter).name
    settings = Settings.from_environment()
    lease = _hold_server(settings)
    server = find_server(settings)
    lab = Lab(settings, server, notebook, size, lease, scale=scale)
    _register(lab)
    rows = lab.value(content.sql("catalog/progress_rows"))
    ready = Measure(time.perf_counter() - started, "s")
    print(
        f"{notebook} · PostgreSQL {mark(lab.server_version)} · {rows:,} rows of progress · ready in {ready}"
    )
    return lab


class Lab(Measuring, Analysing, Together, Exercising):
    """One notebook's database; made by `lessonlab.open`, dropped with the kernel."""

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
        dsn = provider.clone(server, notebook, size, _say, scale=scale)
        name = conninfo.conninfo_to_dict(dsn)["dbname"]
        self.session = Session(settings, str(name), notebook)
        self.desk = open_desk(lambda: find_server(settings))
        self._scene: Scene | None = None
        self._trackers: dict[str, Tracker] = {}
        self._finalizer = weakref.finalize(self, _clean_up, self.session, self.desk, server, lease)

    def __repr__(self) -> str:
        return f"<lab {self.notebook}, {self.size} class, database {self.session.name}>"

    def reset(self, exercise: str = "") -> None:
        """Replace the database by a fresh clone; or only begin one *exercise* anew."""
        if exercise:
            return self.desk.reset(exercise)
        fresh = provider.clone(self._server, self.notebook, self.size, _say, scale=self.scale)
        self.session.close()
        provider.drop_clone(self._server, self.session.name)
        self.session.name = str(conninfo.conninfo_to_dict(fresh)["dbname"])
        return None

    def close(self) -> None:
        """Drop the database and let the server go, if nobody else needs it."""
        self._finalizer()


def _hold_server(settings: Settings) -> Path | None:
    """Take this process's lease on our server, `None` where the server is not ours."""
    if settings.dsn is not None:
        return None
    make_home(settings.home)
    return leases.take_lease(settings.home, "a notebook")


def _clean_up(session: Session, desk: Desk, server: Server, lease: Path | None) -> None:
    """Drop a lab's database and let the server go, when the lab is replaced or its kernel ends."""
    desk.close()
    session.close()
    provider.drop_clone(server, session.name)
    if lease is not None:
        lease.unlink(missing_ok=True)
        owned.stop_if_unused(our_server(session.settings))


def _register(lab: Lab) -> None:
    """Give the notebook its magics, if this is one."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None:
        from lessonlab.notebook import magics  # noqa: PLC0415 - IPython is needed only here

        magics.register(shell, lab.session, lab.desk)


def _say(fraction: float, what: str) -> None:
    """Tell a reader who waits for a template how far it is; marked, for it is seen only now and then."""
    print(mark(f"building the class of learners, {fraction:.0%}: {what}"))
