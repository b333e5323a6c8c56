"""Several sessions at once: a scene, a load, a reader's own time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonlab import content
from lessonlab.lab.asking import Asking
from lessonlab.notebook import binding
from lessonlab.notebook.load import Load
from lessonlab.notebook.scene import PATIENCE, Scene

if TYPE_CHECKING:
    from lessonlab.notebook.tracker import Tracker


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

    def tracker(
        self, *, user: object, course: object, lesson: str, interval: float = 30, idle: float = 60
    ) -> Tracker:
        """
        Return a widget that counts the seconds which its reader spends, and adds them to the lesson's row.

        It sends what it has every *interval* seconds; it stops while the page is hidden, and after *idle*
        seconds without an input (0: never).  Raise `UnknownName` when there is no such user or course.
        """
        from lessonlab.notebook.tracker import track  # noqa: PLC0415 - widgets are needed only here

        where = (user, course, lesson)
        return track(self.session, self._trackers, where, interval=interval, idle=idle)
