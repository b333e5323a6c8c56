"""Pictures of what a page measured, and of the database itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lessonlab.lab.base import Asking
from lessonlab.statements import binding, running
from lessonlab.statements.named_values import NONE, takes_values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.figure import Figure

    from lessonlab.show.pictures import Picture
    from lessonlab.show.survivors import Tables
    from lessonlab.show.timeline import Happened, Row


class Picturing(Asking):
    """What a lab draws, each picture with its words."""

    def picture(self, figure: Figure, *, alt: str) -> Picture:
        """Return *figure* as a picture that says in words what it shows."""
        from lessonlab.show import pictures

        return pictures.picture(figure, alt)

    def diagram(self) -> Picture:
        """Return the tables, keys and references of this database as a drawing."""
        from lessonlab.show import diagram

        with running.ours(self.connection):
            return diagram.diagram(self.connection)

    def survivors(self, before: Tables, after: Tables) -> Picture:
        """
        Return a square for each row: which stayed, which changed, which are gone.

        *before* and *after* are rows of table, key and the letter that a square shows, as `%%sql before <<`
        keeps them; or a mapping of tables to keys and letters.
        """
        from lessonlab.show.survivors import survivors

        return survivors(before, after)

    @takes_values
    def truth(self, rows: Any, /, *, values: Mapping[str, Any] = NONE, **named: Any) -> Picture:
        """
        Return *rows* as a grid of true, false and NULL: which of them WHERE keeps, which a CHECK refuses.

        Examples:

            lab.truth("SELECT score, score >= 70 AS pass, score < 70 AS fail FROM lesson_progress LIMIT 8")

        The first column is a value, each other one a condition on it; *rows* are those of `bars`.
        """
        from lessonlab.show.truth import truth

        return truth(self._table(rows, {**named, **values}))

    def btree(self, index: str, key: object) -> Picture:
        """
        Return the way down a B-tree to the rows whose first column is *key*: the pages that are read.

        Examples:

            mina = lab.value("SELECT id FROM users WHERE name = 'Mina'")
            lab.btree("idx_lesson_progress_user_id", mina)

        A role that may not look into pages sees how many there are, and how many a look-up reads.
        """
        from lessonlab.show.btree import btree

        with running.ours(self.connection), self.session.as_superuser():
            return btree(self.connection, index, key)

    def heap(self, table: str, key: object) -> Picture:
        """
        Return the versions of the row of *table* whose primary key is *key*, as they stand on its pages.

        Examples:

            one = lab.value("SELECT id FROM lesson_progress LIMIT 1")
            lab.heap("lesson_progress", one)

        A role that may not look into pages sees where its version is, and how many updates were HOT.
        """
        from lessonlab.show.heap import heap

        with running.ours(self.connection), self.session.as_superuser():
            return heap(self.connection, table, key)

    @takes_values
    def bitmap(
        self, table: str, /, *conditions: str, values: Mapping[str, Any] = NONE, **named: Any
    ) -> Picture:
        """
        Return which pages of *table* hold the rows of each of *conditions*, and how two scans come to them.

        Examples:

            lab.bitmap("lesson_progress", "score > 95")

            lab.bitmap("lesson_progress", "attempts > 3", "lesson_id = :one", one="introduction")

        Of one condition the order of an index scan and of a bitmap scan, of several the pages of all of them.
        """
        from lessonlab.show.bitmap import bitmap

        given = {**named, **values}
        bound = {text: binding.bind(text, given, self.connection).text for text in conditions}
        with running.ours(self.connection):
            return bitmap(self.connection, table, bound)

    def timeline(self, happened: Happened, row: Row, zone: str = "UTC") -> Picture:
        """
        Return what *happened*, one moment below the other, and which of it *row* still knows.

        Examples:

            diary = %sql SELECT at, happened FROM diary
            row = %sql SELECT created_at, completed_at FROM lesson_progress WHERE id = :hers
            lab.timeline(diary, row, "America/New_York")

        Both may be dictionaries, too: what happened by its time, a row's times by their columns.
        """
        from lessonlab.show.timeline import timeline

        return timeline(happened, row, zone)

    def lanes(self, names: Sequence[str], steps: Sequence[Sequence[str]]) -> Picture:
        """
        Return *steps* in their lanes, time running down; `lab.scene` draws those of real sessions.

        A step says who, what, what came of it, and the state of its transaction if it has one: "idle", "open"
        or "failed".
        """
        from lessonlab.scenes import sequence
        from lessonlab.scenes.steps import Step

        drawn = [
            Step(who, said, result, state=state[0] if state else "idle")
            for who, said, result, *state in steps
        ]
        return sequence.picture(names, drawn)
