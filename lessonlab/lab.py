"""
The object that a reader holds: one notebook's database, and what can be asked of it.

It composes the rooms below and decides nothing itself.
"""

from __future__ import annotations

import sys
import time
import weakref
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from psycopg import conninfo

from lessonlab import content
from lessonlab.config import Settings
from lessonlab.course import chapters
from lessonlab.course.claims import find_claim, insist, judge
from lessonlab.course.shown import Shown
from lessonlab.errors import ConfigError, SqlError
from lessonlab.grading.desk import open_desk
from lessonlab.measure import Measure, mark
from lessonlab.notebook import binding, diagram, explaining, pictures, race, running
from lessonlab.notebook.changes import Change
from lessonlab.notebook.exercising import Exercising
from lessonlab.notebook.load import Load
from lessonlab.notebook.outcomes import Outcome, shape
from lessonlab.notebook.scene import PATIENCE, Scene
from lessonlab.notebook.tables import ROWS
from lessonlab.postgres import leases, owned, provider
from lessonlab.postgres.connect import server_version
from lessonlab.postgres.initialise import make_home
from lessonlab.postgres.server import Server, find_server, our_server
from lessonlab.postgres.session import Session
from lessonlab.review import review

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from matplotlib.figure import Figure
    from psycopg import Connection

    from lessonlab.grading.desk import Desk
    from lessonlab.notebook.tables import Preformatted, Table
    from lessonlab.plans import Comparison, Plan
    from lessonlab.review import Review


def open(chapter: str, *, size: str = "small") -> Lab:  # noqa: A001 - `lessonlab.open` is what a reader types
    """
    Return a lab with a fresh database of its own, the class of *size* in it, and say in one line what it is.

    In a notebook `%sql`, `%%explain` and `%%expect_error` work on the same connection from here on.  Raise
    `UnknownName` when there is no such chapter, `ServerError` when there is no server.
    """
    started = time.perf_counter()
    notebook = chapters.find(chapter).name
    settings = Settings.from_environment()
    lease = _hold_server(settings)
    server = find_server(settings)
    lab = Lab(settings, server, notebook, size, lease)
    _register(lab)
    rows = lab.value(content.sql("catalog/progress_rows"))
    ready = Measure(time.perf_counter() - started, "s")
    print(
        f"{notebook} · PostgreSQL {mark(lab.server_version)} · {rows:,} rows of progress · ready in {ready}"
    )
    return lab


class Lab(Exercising):
    """One notebook's database; made by `lessonlab.open`, dropped with the kernel."""

    def __init__(
        self, settings: Settings, server: Server, notebook: str, size: str, lease: Path | None
    ) -> None:
        self.notebook = notebook
        self.size = size
        self._server = server
        dsn = provider.clone(server, notebook, size, _say)
        name = conninfo.conninfo_to_dict(dsn)["dbname"]
        self.session = Session(settings, str(name), notebook)
        self.desk = open_desk(lambda: find_server(settings))
        self._scene: Scene | None = None
        self._finalizer = weakref.finalize(self, _clean_up, self.session, self.desk, server, lease)

    def __repr__(self) -> str:
        return f"<lab {self.notebook}, {self.size} class, database {self.session.name}>"

    @property
    def connection(self) -> Connection[Any]:
        """Return the psycopg connection that `%sql` uses too; autocommit, in UTC."""
        return self.session.connection()

    @property
    def server_version(self) -> str:
        """Return the server's version as text: 18.6."""
        number = server_version(self.connection)
        return f"{number // 10_000}.{number % 10_000}"

    @property
    def version(self) -> int:
        """Return the server's major version: 18."""
        return server_version(self.connection) // 10_000

    def rows(self, query: str, **values: Any) -> list[tuple[Any, ...]]:
        """Return the rows of *query*, in which `:name` stands for a value; `SqlError` when it is refused."""
        return list(self._outcome(query, values).rows)

    def value(self, query: str, **values: Any) -> Any:
        """Return the first column of the first row of *query*, `None` when it has no rows."""
        found = self.rows(query, **values)
        return found[0][0] if found else None

    def table(self, query: str, *, caption: str = "", **values: Any) -> Table | Preformatted:
        """Return the rows of *query* as a small table that shows itself."""
        return shape(self._outcome(query, values, keep=ROWS), caption=caption)

    def run(self, script: str, **values: Any) -> None:
        """Run one statement or several, and return nothing."""
        self._outcome(script, values)

    def refused(self, script: str, *, keep: bool = False, **values: Any) -> str | None:
        """
        Return the SQLSTATE that *script* is refused with, `None` when the database accepts it.

        What it did is rolled back unless *keep* is set.
        """
        connection = self.connection
        try:
            with connection.transaction(force_rollback=not keep):
                self._outcome(script, values)
        except SqlError as error:
            return error.sqlstate
        return None

    def explain(self, query: str, *, analyze: bool = True, **values: Any) -> Plan:
        """Return the plan of *query*, run and rolled back; its pages and rows are counted, its times vary."""
        return explaining.explain_text(self.connection, query, values, analyze=analyze)

    def compare(
        self,
        query: str,
        *,
        without: str | Sequence[str] = (),
        hiding: str | Sequence[str] = (),
        adding: str = "",
        instead: str = "",
        settings: Mapping[str, object] = MappingProxyType({}),
        rounds: int = 9,
        seconds: float = 30.0,
        **values: Any,
    ) -> Comparison:
        """
        Return the plans of *query* before and after a change, side by side, and how much the change is worth.

        The change is one or several of these: an index *without* which it runs, or several; one that is there
        but *hiding* from the planner; an index that *adding* makes, `"CREATE INDEX …"`; *settings*; another
        statement *instead*.  It is rolled back: the database stays as it is, whatever happens in between.
        """
        change = Change.of(without, hiding, adding, instead, settings)
        return explaining.compare_text(self.connection, query, values, change, rounds=rounds, seconds=seconds)

    def race(self, queries: Mapping[str, str], *, rounds: int = 9, **values: Any) -> race.Race:
        """Return the median times of *queries* taken in turn, as a table; writes are rolled back."""
        bound = {name: binding.bind(query, values, self.connection).text for name, query in queries.items()}
        return race.race(self.connection, bound, rounds=rounds)

    def scene(self, *names: str, patience: float = PATIENCE) -> Scene:
        """
        Open a session of its own for each of *names*, to let them meet: `ana, ben = lab.scene("Ana", "Ben")`.

        A statement that has to wait does so in the background, and no cell waits with it.  The scene shows
        itself as a picture of who did what and who waited for whom.  It ends with the next one, `lab.reset()`
        or the lab; *patience* is how many seconds a statement may work before it is stopped.
        """
        if self._scene is not None:
            self._scene.close()
        self._scene = Scene(names, self.session.another, self.connection, patience)
        return self._scene

    def load(self, *statements: str, writers: int = 2, patience: float = 2.0) -> Load:
        """
        Return a small load on `lesson_progress`: `with lab.load() as load:` and what is done meanwhile.

        Each of *writers* runs *statements* over and over on a learner of its own: `:user_id`, `:course_id`,
        `:lesson_id` and `:id` stand for that learner's row.  Without *statements* it is a heartbeat and a
        page.  One that takes longer than *patience* seconds is an error.
        """
        asked = statements or tuple(content.sql(f"load/{name}") for name in ("heartbeat", "page"))
        found = self._outcome(content.sql("load/writers"), {"writers": writers})
        rows = [dict(zip(found.columns or (), row, strict=True)) for row in found.rows]
        scripts = [[binding.bind(one, row, self.connection).text for one in asked] for row in rows]
        return Load(scripts, self.session.another, patience)

    def claim(self, name: str, **facts: Any) -> Shown:
        """
        State the guide's claim *name*, what was just measured, and the verdict.

        Raise `ClaimError` when *facts* disagree with the verdict that the course teaches.
        """
        return self.claims({name: facts})

    def claims(self, measured: Mapping[str, Mapping[str, Any]]) -> Shown:
        """State a family of claims in one table; see `claim`."""
        judged = tuple(judge(find_claim(name), facts, self.version) for name, facts in measured.items())
        insist(judged)
        return Shown(judged)

    def needs(self, privilege: str = "", *, since: int = 0) -> bool:
        """Say whether the role has *privilege* on a server from major *since* on; print it if not."""
        lacking = []
        if privilege and not self._has(privilege):
            lacking.append(f"a role with {privilege.upper()}")
        if self.version < since:
            lacking.append(f"PostgreSQL {since}")
        if lacking:
            print(f"not run here: this cell needs {' and '.join(lacking)}")
        return not lacking

    def picture(self, figure: Figure, *, alt: str) -> pictures.Picture:
        """Return *figure* as a picture that says in words what it shows."""
        return pictures.picture(figure, alt)

    def diagram(self) -> pictures.Picture:
        """Return the tables, keys and references of this database as a drawing."""
        return diagram.diagram(self.connection)

    def review(self) -> Review:
        """Return what the chapters would say of this database's schema: findings, each with its cure."""
        return review(self.connection)

    def reset(self, exercise: str = "") -> None:
        """Replace the database by a fresh clone; or only begin one *exercise* anew."""
        if exercise:
            return self.desk.reset(exercise)
        fresh = provider.clone(self._server, self.notebook, self.size, _say)
        self.session.close()
        provider.drop_clone(self._server, self.session.name)
        self.session.name = str(conninfo.conninfo_to_dict(fresh)["dbname"])
        return None

    def close(self) -> None:
        """Drop the database and let the server go, if nobody else needs it."""
        self._finalizer()

    def _has(self, privilege: str) -> bool:
        columns = {"superuser": "rolsuper", "createrole": "rolcreaterole", "createdb": "rolcreatedb"}
        if privilege not in columns:
            raise ConfigError(f"unknown privilege {privilege!r}", cure=f"name one of {', '.join(columns)}")
        return bool(self.value(f"SELECT {columns[privilege]} FROM pg_roles WHERE rolname = current_user"))  # noqa: S608

    def _outcome(self, script: str, values: Mapping[str, Any], *, keep: int = 0) -> Outcome:
        """Run *script* and return what its last statement gave."""
        outcome = Outcome("")
        for outcome in running.run(self.connection, script, values, keep=keep):  # noqa: B007 - the last is wanted
            pass
        return outcome


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
