"""What a reader asks a lab about themselves: the map of the course, answers, the record as tables."""

from __future__ import annotations

import sys
import weakref
from typing import TYPE_CHECKING, Any

from lessonlab.errors import ConfigError, LessonLabError
from lessonlab.lab.analysing import Analysing

if TYPE_CHECKING:
    from pandas import DataFrame

    from lessonlab.postgres.server import Server
    from lessonlab.postgres.session import Session
    from lessonlab.reader.course_map import CourseMap
    from lessonlab.reader.desk import Desk
    from lessonlab.reader.reading import Reading
    from lessonlab.reader.record import Record
    from lessonlab.show.tables import Table


class Recorded:
    """A lab's way to the record of its reader."""

    desk: Desk
    _reading: Reading | None
    session: Session
    _server: Server

    def progress(self) -> CourseMap:
        """Return the map of the course: where to go on, every page with a link, what is done and left."""
        import psycopg

        from lessonlab.reader.course_map import CourseMap
        from lessonlab.reader.record import Record
        from lessonlab.reader.standing import Standing

        record = self.desk.record
        if not isinstance(record, Record):
            return CourseMap(Standing(trouble=record.why if record and self._server.given else ""))
        try:
            return CourseMap(record.standing())
        except (LessonLabError, psycopg.Error) as error:
            trouble = str(getattr(error, "message", error)).strip().partition("\n")[0]
            return CourseMap(Standing(trouble=trouble))

    def answers(self, name: str, number: int | None = None) -> Table | None:
        """
        Return what you handed in for an exercise, the first one first; put the one of *number* into a cell.

        Examples:

            lab.answers("06-02")

            lab.answers("06-02", 3)
        """
        from lessonlab.grading import library
        from lessonlab.reader import own_answers

        key = library.find(name).key
        kept = self._record().answers(key)
        if number is None:
            return own_answers.listed(key, kept)
        shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
        own_answers.put_back(shell, own_answers.chosen(key, kept, number))
        return None

    def tracking(self, wanted: bool) -> None:  # noqa: FBT001 - what a reader types: lab.tracking(False)
        """Say whether the seconds in a page and the last cell are noted, from now on and on each page."""
        record = self._record()
        record.wish_tracking(tracking=bool(wanted))
        if self._reading is not None:
            self._reading.wanted = bool(wanted)

    @property
    def mine(self) -> OwnRecord:
        """Return your own record, to be asked as a class is: `lab.mine.query("pass_rate")`."""
        return OwnRecord(self._record(), self.session)

    def _record(self) -> Record:
        """Return the record; raise `ConfigError` in a run that keeps none."""
        from lessonlab.reader.record import Record
        from lessonlab.reader.unkept import UnkeptRecord

        record = self.desk.record
        if not isinstance(record, Record):
            unkept = record or UnkeptRecord()
            raise ConfigError(unkept.why, cure=unkept.cure)
        return record


class OwnRecord(Analysing):
    """
    A reader's own record: the tables of the course, the reader in them, each page a lesson of one course.

    What is asked of a class can be asked of it.  The course, and the reader where a query wants a user, need
    not be said.  It can be read and not be written.
    """

    def __init__(self, record: Record, beside: Session) -> None:
        from psycopg import conninfo

        from lessonlab import content
        from lessonlab.postgres.connect import connect
        from lessonlab.postgres.session import Session
        from lessonlab.reader.own_database import COURSE, EXERCISES

        self.user, self.course, self.exercises = record.reader, COURSE, EXERCISES
        name = str(conninfo.conninfo_to_dict(record.dsn())["dbname"])
        with connect(record.dsn()) as inside:
            inside.execute(content.sql("record/let_read"))
        self.session = Session(beside.settings, name, "your record")
        weakref.finalize(self, self.session.close)
        self.session.connection().execute("SET default_transaction_read_only = on")

    def __repr__(self) -> str:
        return f"<the record of user {self.user}, course {self.course}, exercises {self.exercises}>"

    def query(self, name: str, /, **parameters: Any) -> DataFrame:
        """Return the rows of the query *name* about yourself; see `lab.query`."""
        return super().query(name, **self._filled(name, parameters))

    def _filled(self, name: str, given: dict[str, Any]) -> dict[str, Any]:
        """Return *given* with the course and the reader where the query takes them."""
        from lessonlab import queries as analytics

        takes = {parameter.name for parameter in analytics.find(name).parameters}
        own = {"course": self.course, "user": self.user}
        return {one: value for one, value in own.items() if one in takes} | given
