"""Several sessions at once: a scene, a load, a reader's own time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lessonlab import content
from lessonlab.lab.base import Asking
from lessonlab.scenes import PATIENCE
from lessonlab.statements import binding
from lessonlab.statements.named_values import NONE, takes_values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lessonlab.postgres.pair import Pair
    from lessonlab.postgres.pooler import Pooler
    from lessonlab.scenes.load import Load
    from lessonlab.scenes.scene import Scene
    from lessonlab.show.pictures import Picture
    from lessonlab.tracker.widget import Tracker


class Together(Asking):
    """Others who work on the notebook's database at the same time."""

    _scene: Scene | None
    _trackers: dict[str, Tracker]

    def scene(self, *names: str, patience: float = PATIENCE) -> Scene:
        """
        Open a session of its own for each of *names*, to let them meet: `ana, ben = lab.scene("Ana", "Ben")`.

        A statement that has to wait does so in the background, and no cell waits with it.  The scene shows
        itself as a picture of who did what and who waited for whom.  It ends with the next one, `lab.reset()`
        or the lab; *patience* is how many seconds a statement may work before it is stopped.
        """
        from lessonlab.scenes.scene import Scene

        if self._scene is not None:
            self._scene.close()
        self._scene = Scene(names, self.session.another, self.connection, patience)
        return self._scene

    @takes_values
    def load(
        self,
        /,
        *statements: str,
        writers: int = 2,
        patience: float = 2.0,
        values: Mapping[str, Any] = NONE,
        **named: Any,
    ) -> Load:
        """
        Return a small load on `lesson_progress`: `with lab.load() as load:` and what is done meanwhile.

        Each of *writers* runs *statements* over and over on a learner of its own: `:user_id`, `:course_id`,
        `:lesson_id` and `:id` stand for that learner's row, other names for values as in `rows`.  Without
        *statements* it is a heartbeat and a page.  One that takes longer than *patience* seconds is an error.
        """
        from lessonlab.scenes.load import Load

        asked = statements or tuple(map(content.sql, ("load/heartbeat", "load/page")))
        found = self._outcome(content.sql("load/writers"), {"writers": writers})
        rows = [{**dict(zip(found.columns or (), row, strict=True)), **named, **values} for row in found.rows]
        scripts = [[binding.bind(one, row, self.connection).text for one in asked] for row in rows]
        return Load(scripts, self.session.another, patience)

    def lock_modes(self, table: str, /) -> Picture:
        """
        Return which lock on *table* waits for which, as a grid: two sessions try each against each.

        A row is the lock that one has, a column the one that another wants: `lab.lock_modes("users")`.
        """
        from lessonlab.scenes.lock_modes import lock_modes

        return lock_modes(self.session.another, table)

    def pair(self) -> Pair:
        """
        Start two servers of their own, a primary and a standby that follows it; `.close()` removes both.

        Raise `ServerError` when a server does not start.
        """
        from lessonlab.postgres.pair import start_pair

        return start_pair(self.session.settings.home)

    def pooler(self) -> Pooler:
        """
        Start PgBouncer before the database, in transaction and in session mode; `.close()` ends it.

        A machine without PgBouncer says so in a line.  Raise `ServerError` when it does not start.
        """
        from lessonlab.postgres.pooler import PROGRAM, Pooler

        self.needs(PROGRAM)
        return Pooler(self.connection)

    def tracker(
        self, *, user: object, course: object, lesson: str, interval: float = 30, idle: float = 60
    ) -> Tracker:
        """
        Return a widget that counts the seconds which its reader spends, and adds them to the lesson's row.

        It sends what it has every *interval* seconds; it stops while the page is hidden, and after *idle*
        seconds without an input (0: never).  Raise `UnknownName` when there is no such user or course.
        """
        from lessonlab.tracker.widget import track

        where = (user, course, lesson)
        return track(self.session, self._trackers, where, interval=interval, idle=idle)
