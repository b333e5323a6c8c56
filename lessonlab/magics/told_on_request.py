"""What `%sql?` and the like tell below their first sentence: two examples, and the options."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Magic = TypeVar("Magic", bound="Callable[..., object]")

SQL = r"""
Examples:

    %sql SELECT name, email FROM users ORDER BY name LIMIT 3

    %%sql
    SELECT lesson_id, score FROM lesson_progress
    WHERE user_id = :mina ORDER BY score DESC NULLS LAST

In the SQL:

    :mina              the value of the Python variable `mina`
    rows << SELECT …   keep the result in `rows`; so does `rows = %sql SELECT …`
    \d users           describe a table, as psql does; \d alone lists all

`rows` is a list of tuples; `rows.DataFrame()` is a pandas frame.  Without a name only what is shown is kept.

Options, before the SQL:

    @ben               the session `ben` of a scene says the cell, or the connection that `ben` holds
    --gset             each column of the one row becomes a name, for :name below, as by psql's \gset
    --more             the next rows of the last result; --more 100 so many of them
    --csv rows.csv     all rows of one statement go to a file
    --needs superuser  the cell runs as a superuser, which your role is not; where it may not become one, and
                       where --needs 18, --needs citus or --needs pgbouncer name what is not here, it says so
                       and passes
    --load writers     while the cell runs the writers of `writers = lab.load()` go on; shows what they felt
    --file PATH        run the SQL of a file, then the cell's
    --persist frame    make a table of the pandas frame `frame`; --append adds to one
    postgresql://…     another database, from here on; lab@lessonlab comes back to the lab
    --connections      the databases that are open; --close NAME closes one

Each statement is a transaction of its own until you say BEGIN; then it is yours until COMMIT or ROLLBACK,
also in later cells.  In a cell of several statements each shows what it gives.  If one fails, the cell fails:
those before it stay done, and the error says which one it was.
"""
ANSWER = """
Examples:

    %%answer 06-01
    CREATE TABLE quiz_result (score INTEGER)

    %%answer 06-02
    a: accepted
    b: 23514

Option, on the same line:

    06-01              the exercise: its number, or its name

The answer runs in a database of its own, away from yours, and may be handed in as often as you like.
`lab.exercise("06-01")` shows the question, `lab.hint("06-01")` the next hint, `lab.solution("06-01")` ours.
"""
EXPLAIN = """
Examples:

    %%explain
    SELECT lesson_id FROM lesson_progress WHERE user_id = :mina

    %%explain --compare adding="CREATE INDEX ON lesson_progress (score)"
    SELECT lesson_id FROM lesson_progress WHERE score > 95

Alone, `%%explain` shows the plan of the query that ran last.

Options, on the same line:

    off                plan the statement, and do not run it
    60s                seconds that it may take; 30 without this
    wal buffers=off    EXPLAIN's own options, as many as you like: settings, verbose, memory, …
    --compare          two plans side by side, before and after a change, each of these or several:
                       without=idx_a,idx_b    indexes are dropped
                       hiding=idx_a           an index is there, and the planner does not see it
                       adding="CREATE …"      an index is made
                       work_mem=64kB          any setting
                       rounds=99              each is timed so often; 9 without this
                       A second statement in the cell is run instead of the first.
    plan <<            the result gets a name: plan.pages

What runs is rolled back, and what a comparison changes too.
"""
RACE = """
Examples:

    %%race
    -- one after the other
    SELECT count(*) FROM lesson_progress;
    -- by an index
    SELECT count(*) FROM lesson_progress WHERE user_id = :mina

    %%race rounds=3 update <<
    -- every row
    UPDATE lesson_progress SET attempts = attempts + 1;
    -- one learner
    UPDATE lesson_progress SET attempts = attempts + 1 WHERE user_id = :mina

Options, on the same line:

    rounds=9           each statement is run so often, one of each in a round; its median is shown
    times <<           the result gets a name: times.ratio("by an index", "one after the other")

The comment above a statement is its name.  What a statement writes is undone before the next runs.
"""
EXPECT_ERROR = """
Examples:

    %%expect_error 23514
    INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
    VALUES (:mina, :photo, 'light', -100)

    %%expect_error 42703|42P01
    SELECT nam FROM users

Options, on the same line:

    23514              the SQLSTATE, which an error names below its text
    42703|42P01        one of several
    @ben               behind it: the session `ben` of a scene says the cell

The error is shown as ordinary output.  The cell fails if nothing failed, or something else did.
"""
CLAIMS = """
Examples:

    %claims G064

    %claims G064–G067, G070

What stands behind `%claims`:

    G064               a claim: `lessonlab list --claims` has them all
    G064–G067          from one to another; a hyphen does as well as a dash

Each claim's probes, `sql/claims/g064.sql`, run in a fresh copy of the page's class: your database is not
touched, and what you changed in it does not count.  The cell fails where the server disagrees with what the
course says.
"""
JS = """
Examples:

    %%js
    setInterval(() => console.log("tick", clock.toString()), 30_000)
    await clock.advance(60_000)

    %%js --with mina
    const { rows } = await pool.query("SELECT count(*) FROM lesson_progress WHERE user_id = $1", [mina])
    rows[0].count

Options, on the same line:

    --with mina,photo  Python's values that the cell finds under their names
    seconds << …       the last value becomes a Python name: a number, a text, a list, a dict

What a cell defines the next finds, until `lab.reset()` or another lab.  It is V8, the engine of Chrome and
Node, in UTC.  A cell may take 5 s.  Besides the language it has:

    clock.advance(ms)            time passes, with all timers that are due: await it
    clock.set("2024-01-15T09:00:00Z")  another moment; `clock.now`; `clock.lateness = ms`: timers come late
    page.touch("scroll")         what a reader does; page.hide(), .show(), .leave(); .kill() says nothing
    fetch(url, {method, body})   goes to `server.answer = async (request) => …`
    server.requests              what arrived; `server.takes = ms`, `.down`, `.losesAnswers`; server.forget()
    pool.query(text, [values])   the lab's database, in your own session: `$1`, `{ rows, rowCount }`

`console.log` and `console.table(rows)` print.  Date, performance and timers read the clock, which stands
still until it is moved; while a cell awaits a timer it goes there by itself.
"""


def tells(more: str) -> Callable[[Magic], Magic]:
    """Return a decorator that puts *more* below the first sentence of a magic's docstring."""

    def told(magic: Magic) -> Magic:
        magic.__doc__ = f"{(magic.__doc__ or '').strip()}\n{more}"
        return magic

    return told
