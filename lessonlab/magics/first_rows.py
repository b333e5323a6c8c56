"""The rows of a statement that are shown, with all of them at hand for who asks, and the next by `--more`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lessonlab.errors import ConfigError, LessonLabError
from lessonlab.magics.result_set import ResultSet
from lessonlab.statements.binding import parameters
from lessonlab.statements.fetching import MOST
from lessonlab.statements.only_reading import only_reads
from lessonlab.statements.outcomes import Keep, Outcome, shape
from lessonlab.statements.running import run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import psycopg

    from lessonlab.show.tables import Preformatted, Table

ONWARD = "%sql --more"
AS_FAR_AS = "%sql --more up to row {kept:,}, %%sql --csv FILE writes all"
AT_THE_END = "OFFSET in the statement goes on, %%sql --csv FILE writes all"


class ShownQuery:
    """A statement as it was asked: on which session, with which values, and how many rows are shown."""

    def __init__(
        self, conn: psycopg.Connection[Any], text: str, names: Mapping[str, Any], limit: int | None
    ) -> None:
        self.conn, self.text, self.limit = conn, text, limit
        self.values = {name: names[name] for name in parameters(text) if name in names}


class FirstRows(Sequence[Any]):
    """
    What `%sql` gives when more rows came than are shown: those that are shown, and how many there were.

    It is ipython-sql's result set for who wants more: the statement is run again, where that changes nothing.
    """

    def __init__(self, outcome: Outcome, asked: ShownQuery, config: Any) -> None:
        limit = asked.limit
        onward = onward_of(outcome)
        self.outcome = replace(outcome, rows=outcome.rows[:limit], texts=outcome.texts[:limit])
        self.shown = shape(self.outcome, limit, onward=onward)
        self.asked, self.config = asked, config

    def whole(self) -> ResultSet:
        """Return all rows, asked for anew; `LessonLabError` where that might change something."""
        conn = self.asked.conn
        if conn.closed or not only_reads(conn, self.asked.text):
            raise LessonLabError(
                f"{len(self.outcome.rows)} of {len(self):,} rows were kept: asking anew may change something",
                cure="rows << before the statement keeps all of them",
            )
        keep = Keep(self.asked.limit, MOST)
        (again,) = run(conn, self.asked.text, self.asked.values, say=self.config.say, keep=keep)
        return ResultSet(again, self.config, self.asked.limit)

    def __repr__(self) -> str:
        return repr(self.shown)

    def _repr_html_(self) -> str:
        return self.shown._repr_html_()

    def __len__(self) -> int:
        return self.outcome.total

    def __getitem__(self, index: Any) -> Any:
        is_here = isinstance(index, int) and 0 <= index < len(self.outcome.rows)
        return self.outcome.rows[index] if is_here else self.whole()[index]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.whole())

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.whole(), name)


class NextRows:
    """The rows of the last result that were not shown yet, some of them."""

    def __init__(self, outcome: Outcome, shown: int) -> None:
        self.outcome, self.at = outcome, shown

    def take(self, number: int) -> Table | Preformatted:
        """Return the next *number* rows; `ConfigError` when no more were kept."""
        texts = self.outcome.texts[self.at : self.at + number]
        if not texts:
            left = self.outcome.total - self.at
            raise ConfigError(
                f"the next {left:,} rows were not kept" if left else f"that was all: {self.at:,} rows",
                cure=AT_THE_END if left else "",
            )
        rows = self.outcome.rows[self.at : self.at + number]
        is_more = self.at + number < len(self.outcome.texts)
        onward = onward_of(self.outcome) if is_more else AT_THE_END
        table = shape(replace(self.outcome, rows=rows, texts=texts), number, onward=onward, skipped=self.at)
        self.at += len(texts)
        return table


def onward_of(outcome: Outcome) -> str:
    """Return how the rows of *outcome* are seen that are not shown: `--more` ends where they were let go."""
    kept = len(outcome.texts)
    return ONWARD if kept == outcome.total else AS_FAR_AS.format(kept=kept)


def read_number(text: str, usual: int) -> int:
    """
    Return how many rows `--more` is asked for.

    >>> read_number("", 20), read_number(" 500 ", 20)
    (20, 500)
    """
    if not text.strip():
        return usual
    if not text.strip().isdecimal() or not int(text):
        raise ConfigError(f"have {text.strip()!r}, want a number of rows", cure="%sql --more 100")
    return int(text)
