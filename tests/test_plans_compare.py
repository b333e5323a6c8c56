"""Two plans of one question: what a change is worth, and a database that is as it was after."""

from __future__ import annotations

import os
import re
import signal
import time

import psycopg
import pytest
from jupyter_client.manager import start_new_kernel
from psycopg import conninfo, pq

from lessonlab.errors import ConfigError, PrivilegeError, SqlError, UnknownName
from lessonlab.postgres.templates import ensure_template
from lessonlab.statements.comparing import compare
from lessonlab.statements.what_if import WhatIf
from lessonlab.varying import Varying

BY_SCORE = "SELECT count(*) FROM progress WHERE score = 37"
SETUP = """
CREATE TABLE users (id integer PRIMARY KEY, email text UNIQUE NOT NULL) WITH (autovacuum_enabled = off);
CREATE TABLE progress (user_id integer NOT NULL REFERENCES users, lesson integer NOT NULL, score integer,
    note text NOT NULL DEFAULT repeat('x', 100), UNIQUE (user_id, lesson)) WITH (autovacuum_enabled = off);
INSERT INTO users SELECT g, 'learner' || g FROM generate_series(1, 5000) AS g;
INSERT INTO progress SELECT u, l, (u * l * 37) % 101 FROM generate_series(1, 300) AS u, generate_series(1, 50) AS l;
CREATE INDEX idx_score ON progress (score);
CREATE INDEX idx_user ON progress (user_id);
"""  # noqa: E501


@pytest.fixture
def conn(dsn):
    """Return a connection to two tables with indexes."""
    with psycopg.connect(dsn, autocommit=True) as made:
        made.execute(SETUP)
        made.execute("VACUUM ANALYZE")
        made.execute("SET max_parallel_workers_per_gather = 0")
        yield made


def catalog(conn):
    """Return everything that the catalog says of indexes and constraints."""
    return [
        conn.execute(query).fetchall()
        for query in (
            "SELECT *, pg_get_indexdef(indexrelid) FROM pg_index ORDER BY indexrelid",
            "SELECT oid, conname, conindid FROM pg_constraint ORDER BY oid",
            "SELECT oid, relfilenode FROM pg_class ORDER BY oid",
        )
    ]


def blank(comparison):
    """Return the drawing without what varies."""
    return re.sub(" *⟨[^⟩]*⟩ *", "⟨⟩", str(comparison))


def test_without_an_index(conn):
    """Before and after stand side by side, with pages, rows and time of both."""
    before = catalog(conn)
    found = compare(conn, BY_SCORE, WhatIf(without=("idx_score",)))
    size = conn.execute("SELECT pg_relation_size('progress') / 8192").fetchone()[0]

    assert (("idx_score",), ()) == (found.before.indexes, found.after.indexes)
    assert (False, (2, size), (1, 1)) == (found.same, (min(found.pages[0], 2), found.pages[1]), found.rows)
    assert size / found.pages[0] == found.pages_ratio
    assert isinstance(found.times_ratio, Varying)
    assert float(found.times_ratio) > 1.5
    assert before == catalog(conn)


def test_drawing(conn):
    """Nodes that are each other's stand on one line, what changed has a sign, and figures follow."""
    found = compare(conn, BY_SCORE, WhatIf(without=("idx_score",)))

    assert """\
with idx_score                                           without idx_score
Aggregate                                                Aggregate
│ 1 row   3 pages                                        │ 1 row   273 pages
└─ Index Only Scan  idx_score                          ≠ └─ Seq Scan  progress
     149 rows   3 pages                                       149 rows   273 pages
     score = 37    0 heap fetches                             filter score = 37
                                                              14,851 rows read and thrown away

pages   3 → 273   91 × the pages
rows    1 → 1
time⟨⟩""" == blank(found)


def test_the_same_plan_is_drawn_once(conn):
    """An index that no plan uses makes no difference, and that is said."""
    found = compare(conn, BY_SCORE, WhatIf(without=("idx_user",)))

    assert (True, 1.0, ()) == (found.same, found.pages_ratio, found.moved)
    assert "with idx_user · without idx_user: the same plan" == str(found).split("\n")[0]
    assert 1 == str(found).count("Index Only Scan")
    assert "the same\n" in str(found)


def test_an_index_that_a_constraint_needs(conn):
    """A unique index goes with its constraint, a primary key with those who refer to it, all for a while."""
    before = catalog(conn)
    by_email = compare(
        conn, "SELECT * FROM users WHERE email = 'learner7'", WhatIf(without=("users_email_key",))
    )
    by_id = compare(conn, "SELECT * FROM users WHERE id = 7", WhatIf(without=("users_pkey",)))

    assert ("Index Scan", "Seq Scan") == (by_email.before.root.kind, by_email.after.root.kind)
    assert ("Index Scan", "Seq Scan") == (by_id.before.root.kind, by_id.after.root.kind)
    assert ("with it go, for as long as it is gone: progress_user_id_fkey",) == by_id.notes
    assert by_id.notes[0] in str(by_id)
    assert before == catalog(conn)


def test_several_indexes(conn):
    """All of several go: the one that stands in for another too."""
    query = "SELECT count(*) FROM progress WHERE user_id = 7"
    one = compare(conn, query, WhatIf.of(without="idx_user"))
    both = compare(conn, query, WhatIf.of(without=["idx_user", "progress_user_id_lesson_key"]))

    assert (("progress_user_id_lesson_key",), ()) == (one.after.indexes, both.after.indexes)


def test_adding_an_index(conn):
    """A new index is made once, used after, and gone in the end."""
    before = catalog(conn)
    found = compare(
        conn,
        "SELECT * FROM progress WHERE note = 'y'",
        WhatIf(adding="CREATE INDEX by_note ON progress (note)"),
    )

    assert ("without by_note", "with by_note") == found.names
    assert ((), ("by_note",)) == (found.before.indexes, found.after.indexes)
    assert found.pages_ratio < 0.1
    assert before == catalog(conn)


def test_adding_an_index_over_rows_just_changed(conn):
    """Rows that were changed a moment ago do not keep the new index from being used."""
    conn.execute("CREATE TABLE hot (a integer, b integer) WITH (fillfactor = 50, autovacuum_enabled = off)")
    conn.execute("INSERT INTO hot SELECT g, g FROM generate_series(1, 20000) AS g")
    conn.execute("BEGIN; UPDATE hot SET b = b + 1 WHERE a % 100 = 0")
    found = compare(conn, "SELECT * FROM hot WHERE b = 7", WhatIf(adding="CREATE INDEX by_b ON hot (b)"))

    assert ("by_b",) == found.after.indexes
    conn.execute("ROLLBACK")


def test_one_index_for_another(conn):
    """Adding and dropping go together: what the question is worth with the one in place of the other."""
    change = WhatIf(without=("idx_score",), adding="CREATE INDEX by_both ON progress (score, user_id)")
    found = compare(conn, "SELECT user_id FROM progress WHERE score = 37", change)

    assert (("as it is", "without idx_score, with by_both"), ("idx_score",), ("by_both",)) == (
        found.names,
        found.before.indexes,
        found.after.indexes,
    )


def test_adding_what_is_no_index(conn):
    """Statistics are no index: they are made for each run, and gone in the end."""
    script = "CREATE STATISTICS s ON user_id, score FROM progress; ANALYZE progress"
    before = catalog(conn)
    found = compare(conn, "SELECT * FROM progress WHERE user_id = 7 AND score = 37", WhatIf(adding=script))

    assert ("as it is", script) == found.names
    assert 0 == conn.execute("SELECT count(*) FROM pg_statistic_ext").fetchone()[0]
    assert before == catalog(conn)


def test_hiding_an_index(conn):
    """A hidden index is still kept, so that writes check it, but no plan uses it."""
    before = catalog(conn)
    found = compare(conn, "SELECT * FROM users WHERE id = 7", WhatIf(hiding=("users_pkey",)))
    refused = WhatIf(hiding=("users_pkey",), instead="INSERT INTO users VALUES (7, 'x')")
    with pytest.raises(SqlError, match="duplicate key value violates unique constraint"):
        compare(conn, "SELECT 1", refused)

    assert ("Index Scan", "Seq Scan", ()) == (found.before.root.kind, found.after.root.kind, found.notes)
    assert ("with users_pkey", "users_pkey hidden") == found.names
    assert before == catalog(conn)


def test_on_every_server(every_server):
    """An index goes, hides and comes on each major version, and each catalog is as it was."""
    with psycopg.connect(every_server, autocommit=True) as conn:
        conn.execute(SETUP)
        conn.execute("VACUUM ANALYZE")
        before = catalog(conn)
        made = WhatIf(adding="CREATE INDEX by_note ON progress (note)")
        by_note = compare(conn, "SELECT * FROM progress WHERE note = 'y'", made, rounds=1)
        for change in (WhatIf(without=("users_pkey",)), WhatIf(hiding=("users_pkey",))):
            found = compare(conn, "SELECT * FROM users WHERE id = 7", change, rounds=1)
            assert ("Index Scan", "Seq Scan") == (found.before.root.kind, found.after.root.kind)

        assert ((), ("by_note",)) == (by_note.before.indexes, by_note.after.indexes)
        assert before == catalog(conn)


def test_settings(conn):
    """A setting is another for one side, and as it was after."""
    found = compare(conn, BY_SCORE, WhatIf.of(settings={"enable_indexonlyscan": False}))

    assert ("as it is", "enable_indexonlyscan = off") == found.names
    assert ("Index Only Scan", "Index Only Scan") != tuple(
        plan.nodes[1].kind for plan in (found.before, found.after)
    )
    assert "on" == conn.execute("SHOW enable_indexonlyscan").fetchone()[0]


def test_another_statement(conn):
    """The same question, asked in another way."""
    found = compare(
        conn, "SELECT * FROM progress LIMIT 5 OFFSET 9000", WhatIf(instead="SELECT * FROM progress LIMIT 5")
    )

    assert found.pages_ratio < 0.1
    assert "the other statement" == found.names[1]


def test_writing_leaves_nothing(conn):
    """A statement that writes is undone after each run."""
    found = compare(conn, "DELETE FROM progress WHERE score = 37", WhatIf(without=("idx_score",)))

    assert found.before.root.writes
    assert 15000 == conn.execute("SELECT count(*) FROM progress").fetchone()[0]
    assert "rows " not in str(found).split("\n\n")[1]


def test_inside_a_transaction(conn):
    """An open transaction sees its own rows, keeps its work and its settings, and stays open."""
    conn.execute("BEGIN; DELETE FROM progress WHERE score = 37; SET LOCAL statement_timeout = '77s'")
    found = compare(conn, "SELECT * FROM progress WHERE score = 37", WhatIf(without=("idx_score",)))

    assert (0, 0) == found.rows
    query = "SELECT count(*), current_setting('statement_timeout') FROM progress"
    assert (14851, "77s") == conn.execute(query).fetchone()
    assert pq.TransactionStatus.INTRANS == conn.info.transaction_status
    conn.execute("ROLLBACK")


def test_unknown_index(conn):
    """A name that is not there is an error with those that are near."""
    with pytest.raises(UnknownName, match="no index 'idx_scor' here") as caught:
        compare(conn, BY_SCORE, WhatIf(without=("idx_scor",)))

    assert "name one of idx_score" == caught.value.cure.split(",")[0]


def test_nothing_to_compare(conn):
    """Without a change there is nothing to show."""
    with pytest.raises(ConfigError, match="nothing to compare"):
        compare(conn, BY_SCORE, WhatIf())


@pytest.mark.parametrize(
    ("query", "change"),
    [
        ("SELECT a_typo FROM progress", WhatIf(without=("idx_score",))),
        (BY_SCORE, WhatIf(adding="CREATE INDEX broken ON progress a_typo (score)")),
        (BY_SCORE, WhatIf(instead="SELECT a_typo FROM progress")),
    ],
)
def test_errors_are_shown_as_psql_shows_them(conn, query, change):
    """A mistake in any of the statements has its LINE and caret, and leaves everything as it was."""
    before = catalog(conn)
    with pytest.raises(SqlError, match=r"LINE 1: .*a_typo") as caught:
        compare(conn, query, change)

    line, caret = str(caught.value).split("\n")[1:3]
    assert line.index("a_typo") == caret.index("^")
    assert (before, pq.TransactionStatus.IDLE) == (catalog(conn), conn.info.transaction_status)


def test_time_limit(conn):
    """All together may take so long; what is slower is stopped, and nothing is left."""
    before = catalog(conn)
    with pytest.raises(SqlError, match=r"comparison took more than 0\.3 s and was stopped") as caught:
        compare(conn, "SELECT pg_sleep(5)", WhatIf(without=("idx_score",)), seconds=0.3)

    assert ("57014", True) == (caught.value.sqlstate, bool(caught.value.cure))
    assert caught.value.primary.startswith("canceling statement due to ")
    assert before == catalog(conn)


def test_a_role_that_may_not(conn):
    """Who does not own the table is told so."""
    conn.execute("DROP ROLE IF EXISTS visitor_of_plans; CREATE ROLE visitor_of_plans")
    conn.execute("GRANT SELECT ON progress TO visitor_of_plans")
    conn.execute("SET ROLE visitor_of_plans")
    try:
        with pytest.raises(PrivilegeError, match="only its owner may run: DROP INDEX"):
            compare(conn, BY_SCORE, WhatIf(without=("idx_score",)))
        with pytest.raises(PrivilegeError, match="only a superuser may hide"):
            compare(conn, BY_SCORE, WhatIf(hiding=("idx_score",)))
        assert not compare(conn, BY_SCORE, WhatIf.of(settings={"enable_indexonlyscan": False})).same
    finally:
        conn.execute("RESET ROLE; DROP OWNED BY visitor_of_plans; DROP ROLE visitor_of_plans")


INDEX = "idx_lesson_progress_user_id"
SLOW_WITHOUT = f"SELECT pg_sleep(CASE WHEN to_regclass('{INDEX}') IS NULL THEN 60 ELSE 0 END)"
OPEN = "import lessonlab\nlab = lessonlab.open('00')\nprint('database', lab.session.name)"
SLEEPING = """SELECT count(*) FROM pg_stat_activity JOIN pg_locks USING (pid)
WHERE wait_event = 'PgSleep' AND mode = 'AccessExclusiveLock' AND granted AND relation = %s::regclass"""
OTHERS = """SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"""
IN_ORDER = "SELECT user_id FROM lesson_progress ORDER BY user_id LIMIT 1"


@pytest.fixture
def kernel(server):
    """Return a real kernel with an open lab: its manager, its client, and its database."""
    ensure_template(server, "small")
    manager, client = start_new_kernel()
    said = []
    client.execute_interactive(
        OPEN, timeout=120, output_hook=lambda message: said.append(message["content"].get("text", ""))
    )
    name = re.search(r"database (\S+)", "".join(said))[1]
    yield manager, client, conninfo.make_conninfo(server.dsn, dbname=name)
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def wait_for(watcher, question, wanted, *values):
    """Wait until the server answers *question* as *wanted*."""
    until = time.monotonic() + 30
    while (found := watcher.execute(question, values or None).fetchone()[0]) != wanted:
        assert time.monotonic() < until, (question, found)
        time.sleep(0.05)


def test_a_kernel_killed_in_the_middle(kernel):
    """The index is there, valid and used, soon after a kernel was killed (-9) while it was away."""
    manager, client, database = kernel
    with psycopg.connect(database, autocommit=True) as watcher:
        before = catalog(watcher)
        client.execute(f"lab.compare({SLOW_WITHOUT!r}, without={INDEX!r}, seconds=90)")
        wait_for(watcher, SLEEPING, 1, INDEX)
        os.kill(manager.provisioner.pid, signal.SIGKILL)
        wait_for(watcher, OTHERS, 0)

        assert before == catalog(watcher)
        watcher.execute("SET enable_seqscan = off; SET enable_bitmapscan = off")
        assert "Index Only Scan" in str(compare(watcher, IN_ORDER, WhatIf.of(without=INDEX)).before)


def test_bars_of_both_sides_have_one_scale(conn):
    """103 pages are not a third of 105, however wide the columns' headings are."""
    conn.execute("CREATE TABLE scaled AS SELECT n FROM generate_series(1, 5000) AS n")
    change = WhatIf(adding="CREATE INDEX ON scaled (n)")
    html = compare(conn, "SELECT n FROM scaled WHERE n = 7", change)._repr_html_()
    bars = re.findall(r'<div style="width:(\d+)px"><div style="width:(\d+)%;border-top:4px', html)

    assert len(re.findall("border-top:4px", html.partition("</table>")[0])) == len(bars) == 4
    assert len({pixels for pixels, _ in bars}) == 1
