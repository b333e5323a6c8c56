"""Plans of real statements on a real server: what is counted, named and drawn."""

import re
import uuid
from contextlib import contextmanager
from datetime import UTC, datetime

import psycopg
import pytest
from psycopg import conninfo, pq, sql

from lessonlab.errors import NotExpected, SqlError
from lessonlab.plans import Plan, explain
from lessonlab.plans.parse import parse

SETUP = """
CREATE TABLE users (id uuid PRIMARY KEY, email text UNIQUE NOT NULL) WITH (autovacuum_enabled = off);
CREATE TABLE progress (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    lesson_id varchar(255) NOT NULL, score integer, completed boolean NOT NULL,
    note text NOT NULL DEFAULT repeat('x', 300),
    UNIQUE (user_id, lesson_id)) WITH (autovacuum_enabled = off);
INSERT INTO users
SELECT md5('user' || g)::uuid, 'learner' || g || '@example.org' FROM generate_series(1, 300) AS g;
INSERT INTO progress (user_id, lesson_id, score, completed)
SELECT id, 'lesson-' || l, (l * 37) % 101, l % 2 = 0
FROM users, generate_series(1, 50) AS l ORDER BY email, l;
CREATE INDEX progress_score ON progress (score);
CREATE INDEX progress_lesson ON progress (lesson_id);
CREATE TABLE event (at integer NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE event_a PARTITION OF event FOR VALUES FROM (0) TO (100);
CREATE TABLE event_b PARTITION OF event FOR VALUES FROM (100) TO (200);
INSERT INTO event SELECT generate_series(0, 199);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touch_progress BEFORE UPDATE ON progress FOR EACH ROW EXECUTE FUNCTION touch();
"""
MINA = "(SELECT id FROM users WHERE email = 'learner7@example.org')"
PARALLEL = (
    "SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;"
    "SET max_parallel_workers_per_gather = 2; SET enable_indexscan = off; SET enable_indexonlyscan = off"
)
# name: (what must be among the kinds, settings, statement)
CORPUS = {
    "seq": ("Seq Scan", "", "SELECT * FROM progress WHERE completed"),
    "index": (
        "Index Scan",
        "SET enable_seqscan = off",
        "SELECT * FROM users WHERE email = 'learner7@example.org'",
    ),
    "backward": ("Index Scan Backward", "", "SELECT * FROM progress ORDER BY score DESC LIMIT 3"),
    "index only": ("Index Only Scan", "", "SELECT lesson_id FROM progress WHERE lesson_id = 'lesson-3'"),
    "bitmap": ("Bitmap Heap Scan", "SET enable_indexscan = off", "SELECT * FROM progress WHERE score = 37"),
    "bitmap or": ("BitmapOr", "", "SELECT * FROM progress WHERE score = 37 OR lesson_id = 'lesson-3'"),
    "bitmap and": ("BitmapAnd", "", "SELECT * FROM progress WHERE score < 15 AND lesson_id < 'lesson-15'"),
    "nested loop": (
        "Nested Loop",
        "SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_memoize = off",
        "SELECT * FROM users JOIN progress ON user_id = users.id WHERE email < 'learner11'",
    ),
    "memoize": (
        "Memoize",
        "SET enable_hashjoin = off; SET enable_mergejoin = off",
        "SELECT * FROM progress JOIN users ON user_id = users.id WHERE score < 50",
    ),
    "hash join": ("Hash Join", "", "SELECT * FROM progress JOIN users ON user_id = users.id"),
    "left join": (
        "Hash Left Join",
        "",
        "SELECT * FROM progress p LEFT JOIN users u ON p.lesson_id = u.email",
    ),
    "merge join": (
        "Merge Join",
        "SET enable_hashjoin = off; SET enable_nestloop = off",
        "SELECT * FROM progress JOIN users ON user_id = users.id",
    ),
    "incremental sort": ("Incremental Sort", "", "SELECT * FROM progress ORDER BY lesson_id DESC, score"),
    "sort": (
        "Sort",
        "SET enable_incremental_sort = off; SET enable_indexscan = off",
        "SELECT * FROM progress ORDER BY lesson_id DESC, score",
    ),
    "top": ("Limit", "", "SELECT * FROM progress ORDER BY completed LIMIT 5"),
    "aggregate": (
        "HashAggregate",
        "SET enable_sort = off; SET enable_indexonlyscan = off",
        "SELECT score, count(*) FROM progress GROUP BY score",
    ),
    "sorted groups": (
        "GroupAggregate",
        "SET enable_hashagg = off",
        "SELECT completed, count(*) FROM progress GROUP BY completed",
    ),
    "append": ("Append", "", "SELECT * FROM event"),
    "cte": (
        "CTE Scan",
        "",
        (
            "WITH c AS MATERIALIZED (SELECT score, count(*) AS n FROM progress GROUP BY score)"
            " SELECT * FROM c AS a JOIN c AS b USING (score) WHERE a.n > (SELECT avg(n) FROM c)"
        ),
    ),
    "initplan": ("Aggregate", "", f"SELECT count(*) FROM progress WHERE user_id = {MINA}"),
    "subplan": (
        "Seq Scan",
        "",
        "SELECT email, (SELECT count(*) FROM progress WHERE user_id = users.id) FROM users LIMIT 9",
    ),
    "window": ("WindowAgg", "", "SELECT rank() OVER (ORDER BY score) FROM progress"),
    "set": ("Seq Scan", "", "SELECT id FROM users EXCEPT SELECT user_id FROM progress"),
    "function": ("Function Scan", "", "SELECT * FROM generate_series(1, 5) AS g"),
    "values": ("Values Scan", "", "SELECT * FROM (VALUES (1), (2)) AS v"),
    "recursive": (
        "Recursive Union",
        "",
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT * FROM r",
    ),
    "parallel": ("Parallel Seq Scan", PARALLEL, "SELECT count(*) FROM progress WHERE lesson_id LIKE '%9'"),
    "parallel join": (
        "Gather",
        PARALLEL,
        "SELECT count(*) FROM progress JOIN users ON user_id = users.id WHERE score < 90",
    ),
    "gather merge": (
        "Gather Merge",
        PARALLEL,
        "SELECT * FROM progress ORDER BY completed, lesson_id, score",
    ),
    "never": (
        "Nested Loop",
        "SET enable_hashjoin = off; SET enable_mergejoin = off",
        "SELECT * FROM users JOIN progress ON user_id = users.id WHERE email = 'nobody'",
    ),
    "insert": (
        "Insert",
        "",
        f"INSERT INTO progress (user_id, lesson_id, completed) SELECT {MINA}, 'x', true",
    ),
    "upsert": (
        "Insert",
        "",
        (
            f"INSERT INTO progress (user_id, lesson_id, completed) SELECT {MINA}, 'lesson-1', true"
            " ON CONFLICT (user_id, lesson_id) DO UPDATE SET completed = true"
        ),
    ),
    "update": ("Update", "", "UPDATE progress SET score = 0 WHERE score = 37"),
    "delete": ("Delete", "", "DELETE FROM users WHERE email = 'learner7@example.org'"),
    "merge": (
        "Merge",
        "",
        (
            "MERGE INTO progress AS p USING users AS u ON p.user_id = u.id AND p.score = 37"
            " WHEN MATCHED THEN DELETE"
        ),
    ),
    "lock": ("LockRows", "", "SELECT * FROM users WHERE email = 'learner7@example.org' FOR UPDATE"),
    "nothing": ("Result", "", "SELECT * FROM users WHERE false"),
}


def prepare(dsn):
    """Fill the database *dsn* with the tables of the corpus."""
    with psycopg.connect(dsn, autocommit=True) as conn:
        conn.execute(SETUP)
        conn.execute("VACUUM ANALYZE")


@pytest.fixture(scope="module")
def corpus(server):
    """Return the connection string of one database with the tables of the corpus; leave it as it was."""
    name = sql.Identifier(f"test_{uuid.uuid4().hex[:12]}")
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {}").format(name))
        made = conninfo.make_conninfo(server.dsn, dbname=name.as_string().strip('"'))
        try:
            prepare(made)
            yield made
        finally:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


@contextmanager
def session(dsn, settings=""):
    """Yield an autocommit connection with *settings*."""
    with psycopg.connect(dsn, autocommit=True) as conn:
        if settings:
            conn.execute(settings)
        yield conn


@pytest.fixture
def conn(corpus):
    """Return a connection to the corpus."""
    with session(corpus) as made:
        yield made


def plan_of(dsn, name, **options):
    """Return the plan of the statement *name* of the corpus."""
    _, settings, statement = CORPUS[name]
    with session(dsn, settings) as conn:
        return explain(conn, statement, **options)


def blank(plan):
    """Return the drawing of *plan* without what varies."""
    return re.sub("⟨[^⟩]*⟩", "⟨⟩", str(plan))


def find(plan, kind):
    """Return the first node of *kind*."""
    return next(node for node in plan.nodes if node.kind == kind)


def test_every_server(every_server):
    """On every major version each statement of the corpus is parsed, named, counted and drawn."""
    prepare(every_server)
    for name, (kind, _, _) in CORPUS.items():
        plan = plan_of(every_server, name)
        assert (name, True) == (name, kind in [node.kind for node in plan.nodes]), plan
        assert (name, plan.pages) == (name, sum(node.pages for node in plan.nodes))
        assert (name, []) == (name, [node for node in plan.nodes if node.pages < 0])
        assert (name, []) == (name, [line for line in blank(plan).split("\n") if len(line) > 100])
        assert (name, []) == (
            name,
            [node for node in plan.nodes if node.rows_actual is None and "Bitmap" not in node.kind],
        )


def test_the_same_shape_on_every_server(every_server, corpus):
    """What has one plan on all majors has one shape, whatever they call the results of InitPlans."""
    prepare(every_server)
    for name in ("seq", "index", "bitmap or", "hash join", "initplan", "parallel", "update"):
        assert plan_of(corpus, name).shape == plan_of(every_server, name).shape


@pytest.mark.parametrize("name", CORPUS)
def test_shape_and_pages_repeat(corpus, name):
    """A second look in another session shows the same shape, and the same pages if it only reads."""
    one, two = plan_of(corpus, name), plan_of(corpus, name)
    assert one.shape == two.shape
    if not any(node.writes or node.kind.startswith("Gather") for node in one.nodes):
        assert one.pages == two.pages


def test_drawing(dsn):
    """A drawing has a tree, the index, rows, pages and a marked time, and the condition under its node."""
    prepare(dsn)
    query = "SELECT count(*) FROM progress WHERE user_id = %(mina)s"
    with session(dsn) as conn:
        mina = conn.execute(MINA[1:-1]).fetchone()[0]
        plan = explain(conn, query, {"mina": mina})
    assert """\
Aggregate                                             1 row    3 pages   ⟨⟩
└─ Index Only Scan  progress_user_id_lesson_id_key   50 rows   3 pages   ⟨⟩
     user_id = :mina    0 heap fetches""" == blank(plan)


def test_heap_fetches_vary(conn):
    """Where an index-only scan has to look into the table, how often is marked, and the pages with it."""
    conn.execute("CREATE TEMP TABLE visit AS SELECT n FROM generate_series(1, 500) AS n")
    conn.execute("CREATE INDEX ON visit (n)")
    conn.execute("SET enable_seqscan = off; SET enable_bitmapscan = off")
    before = str(explain(conn, "SELECT count(*) FROM visit WHERE n > 0"))
    assert "500 heap fetches" in before
    assert "⟨500 heap fetches⟩" in before
    assert before.count(" pages") == len(re.findall(r"⟨ *\d+ pages *⟩", before))


def test_conditions_name_values_written_into_the_query(conn):
    """A value that somebody wrote into the query shows under the name that he gave it."""
    plan = explain(
        conn, "SELECT * FROM users WHERE email = 'mina@example.org'", names={"who": "mina@example.org"}
    )
    assert ["email = :who"] == [condition.text for condition in plan.root.conditions]


def test_conditions_name_times(conn):
    """A time shows under its name too, whatever its fraction."""
    at = datetime(2026, 5, 1, 12, 30, 0, 250000, tzinfo=UTC)
    conn.execute("CREATE TEMPORARY TABLE moments (at timestamptz, noon timestamp); SET TIME ZONE 'UTC'")
    query = "SELECT * FROM moments WHERE at > %(at)s AND noon = %(noon)s"
    plan = explain(conn, query, {"at": at, "noon": datetime(2026, 5, 1, 12)})  # noqa: DTZ001
    assert ["at > :at AND noon = :noon"] == [condition.text for condition in plan.root.conditions]


def test_rows_of_a_loop_are_totals(corpus):
    """The inner side of a nested loop counts the rows of all its loops."""
    plan = plan_of(corpus, "nested loop")
    inner = plan.root.children[1]
    assert (plan.root.children[0].rows_actual, 50) == (inner.loops, plan.rows // inner.loops)
    assert plan.rows == inner.rows_actual


def test_rounded_averages_are_settled_by_the_parent(every_server):
    """A fraction of a row a loop is not lost on servers that round it to whole rows."""
    with session(
        every_server, "SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_memoize = off"
    ) as conn:
        conn.execute(
            "CREATE TABLE a AS SELECT generate_series(1, 1000) AS g; CREATE TABLE b (g int PRIMARY KEY)"
        )
        conn.execute("INSERT INTO b SELECT g * 3 FROM generate_series(1, 5000) AS g; ANALYZE")
        plan = explain(conn, "SELECT * FROM a JOIN b USING (g)")
    assert ("Nested Loop", 333, 1000) == (
        plan.root.kind,
        plan.root.children[1].rows_actual,
        plan.root.children[1].loops,
    )


def test_parallel_rows_are_totals(corpus):
    """Rows of parallel processes are added up, and the loops are the processes."""
    scan = find(plan_of(corpus, "parallel"), "Parallel Seq Scan")
    assert (1500, scan.processes) == (scan.rows_actual, scan.loops)


def test_parallel_estimate_is_for_all_processes(corpus):
    """A divided node's estimate is near the table's rows, as the planner meant it, not a process's share."""
    with session(corpus, PARALLEL) as conn:
        plan = explain(conn, "SELECT count(*) FROM progress")
    scan = find(plan, "Parallel Seq Scan")
    assert (15000, True) == (scan.rows_actual, 12_000 < scan.rows_estimated < 20_000)


def test_parallel_time_is_wall_time(corpus):
    """No node took longer than the whole statement by a clock on the wall."""
    plan = plan_of(corpus, "parallel join")
    assert [] == [node for node in plan.nodes if node.ms_total > plan.execution_ms]


def test_pages_of_a_cte_belong_to_it_once(corpus):
    """The pages that a CTE read are the scan's below it, not those of the CTE Scan that waited."""
    plan = plan_of(corpus, "cte")
    assert plan.pages == sum(node.pages for node in plan.nodes if node.relation == "progress")
    assert {0} == {node.pages for node in plan.nodes if node.kind == "CTE Scan"}


def test_pages_of_an_initplan_belong_to_it_once(corpus):
    """An InitPlan's pages are not counted again for the scan that asked for its value."""
    plan = plan_of(corpus, "initplan")
    first, scan = plan.root.children
    assert ("InitPlan 1", plan.pages) == (first.subplan, first.pages + scan.pages)


def test_planning_pages_do_not_count(corpus):
    """The first plan of a session looks up the catalog, and still touches the pages of the query only."""
    with session(corpus) as conn:
        size = conn.execute("SELECT pg_relation_size('progress') / 8192").fetchone()[0]
        conn.execute("DISCARD PLANS")
        assert size == explain(conn, "SELECT * FROM progress", warm=False).pages


def test_bitmap_shows_the_index(corpus):
    """The bitmap's index stands in the drawing, and its condition once."""
    plan = plan_of(corpus, "bitmap")
    assert (("progress_score",), 1) == (plan.indexes, str(plan).count("score = 37"))


def test_indexes_in_order_without_duplicates(corpus):
    """Indexes come in the order of the drawing, each once."""
    plan = plan_of(corpus, "bitmap or")
    assert ("progress_score", "progress_lesson") == plan.indexes
    assert ("progress",) == plan.relations


def test_never_executed(corpus):
    """A node that was not needed says so and has no time."""
    plan = plan_of(corpus, "never")
    idle = plan.root.children[1]
    assert (True, 0) == (idle.never_executed, idle.pages)
    assert "never executed" in str(plan).split("\n")[3]
    assert "⟨" not in str(plan).split("\n")[3]


def test_rows_removed(corpus):
    """Rows that a filter threw away are counted and told."""
    plan = plan_of(corpus, "seq")
    assert 7500 == plan.root.rows_removed
    assert "filter completed    7,500 rows read and thrown away" in str(plan)


def test_spilled_sort(corpus):
    """A sort that did not fit says how much went to disk."""
    with session(corpus, "SET work_mem = '64kB'") as conn:
        plan = explain(conn, "SELECT * FROM progress ORDER BY completed, lesson_id")
    assert ("external merge", True) == (plan.root.sort_method, plan.root.spilled)
    assert "kB on disk" in str(plan)


def test_index_searches(corpus):
    """From 18 on, a scan that went down the index several times says so."""
    with session(corpus, "SET enable_seqscan = off; SET enable_bitmapscan = off") as conn:
        if conn.info.server_version < 180000:
            pytest.skip("told since PostgreSQL 18")
        plan = explain(conn, "SELECT * FROM progress WHERE score IN (1, 40, 90)")
    assert "3 index searches" in str(plan)


def test_triggers(corpus):
    """A foreign key's trigger shows under the constraint's name, with its calls."""
    plan = plan_of(corpus, "delete")
    assert [("progress_user_id_fkey", "users", 1)] == [(t.name, t.relation, t.calls) for t in plan.triggers]
    assert "trigger progress_user_id_fkey on users: 1 call   ⟨" in str(plan)
    assert ["touch_progress"] == [trigger.name for trigger in plan_of(corpus, "update").triggers]


def test_without_analyze(conn):
    """Without running there are estimates only, marked, and neither pages nor times."""
    plan = explain(conn, "DELETE FROM progress", analyze=False)
    assert (False, None, None) == (plan.analyzed, plan.pages, plan.rows)
    assert "Delete  progress        ⟨⟩\n└─ Seq Scan  progress   ⟨⟩" == blank(plan)


def test_writing_leaves_nothing(conn):
    """A statement that writes runs once, and is rolled back."""
    assert 15000 == explain(conn, "DELETE FROM progress").nodes[1].rows_actual
    assert 15000 == conn.execute("SELECT count(*) FROM progress").fetchone()[0]
    assert pq.TransactionStatus.IDLE == conn.info.transaction_status


def test_inside_a_transaction(conn):
    """An open transaction sees its own rows in the plan, keeps its work and its settings, and stays open."""
    conn.execute("BEGIN; DELETE FROM event WHERE at < 50; SET LOCAL statement_timeout = '77s'")
    assert 150 == explain(conn, "SELECT * FROM event").rows
    explain(conn, "DELETE FROM event")
    assert (150, "77s") == conn.execute(
        "SELECT count(*), current_setting('statement_timeout') FROM event"
    ).fetchone()
    assert pq.TransactionStatus.INTRANS == conn.info.transaction_status
    conn.execute("ROLLBACK")


def test_a_failed_statement_leaves_the_transaction(conn):
    """An error inside the plan does not fail the transaction around it."""
    conn.execute("BEGIN")
    with pytest.raises(psycopg.errors.DivisionByZero):
        explain(conn, "SELECT 1 / (score - score) FROM progress")
    assert pq.TransactionStatus.INTRANS == conn.info.transaction_status
    conn.execute("ROLLBACK")


def test_a_failed_transaction_stays_failed(conn):
    """In a failed transaction the server's own error comes, and ROLLBACK still works."""
    conn.execute("BEGIN")
    with pytest.raises(psycopg.Error):
        conn.execute("SELECT nonsense")
    with pytest.raises(psycopg.errors.InFailedSqlTransaction):
        explain(conn, "SELECT 1")
    conn.execute("ROLLBACK")
    assert 1 == explain(conn, "SELECT 1").rows


def test_one_statement_only(conn):
    """A second statement behind a semicolon is refused, not run."""
    with pytest.raises(psycopg.errors.SyntaxError):
        explain(conn, "SELECT 1; COMMIT; DROP TABLE event")
    assert 200 == conn.execute("SELECT count(*) FROM event").fetchone()[0]


def test_percent_signs_and_comments(conn):
    """A trailing comment, a semicolon and a per cent sign reach the server as they are."""
    assert 0 == explain(conn, "SELECT * FROM progress WHERE lesson_id LIKE '%' || 'z'; -- 100 %").rows


def test_time_limit(conn):
    """A statement over the limit is stopped, and the error says what to do."""
    with pytest.raises(SqlError, match=r"more than 0\.05 s and was stopped") as caught:
        explain(conn, "SELECT pg_sleep(5)", timeout=0.05)
    assert ("57014", True) == (caught.value.sqlstate, bool(caught.value.cure))
    assert caught.value.primary == "canceling statement due to statement timeout"
    assert 1 == explain(conn, "SELECT 1").rows


def test_statement_without_plan(dsn):
    """A statement that a rule turns into nothing has no plan, and that is said."""
    with (
        session(dsn, "CREATE TABLE t (a int); CREATE RULE n AS ON INSERT TO t DO INSTEAD NOTHING") as conn,
        pytest.raises(NotExpected, match="no plan"),
    ):
        explain(conn, "INSERT INTO t VALUES (1)")


def test_unknown_nodes_and_keys():
    """A node from the future is drawn by its name, with its conditions."""
    raw = {"Node Type": "Teleport Scan", "Teleport Cond": "(a = 'x'::text)", "Plans": [{}], "New": {"a": [1]}}
    plan = parse({"Plan": raw, "Serialization": {}})
    assert "Teleport Scan [Teleport Cond: a = 'x']\n  Unknown" == plan.shape
    assert "Teleport Scan" in str(plan)
    assert {"a": [1]} == plan.root.details["New"]


def test_display(conn):
    """In a notebook a plan is a table with its text as a twin, escaped, without a style block."""
    plan = explain(conn, "SELECT * FROM progress WHERE score < 5 AND lesson_id > '<b>'")
    html = plan._repr_html_()
    assert repr(plan) == str(plan)
    assert (True, True, True) == ("<caption" in html, "text-align:left" in html, "score &lt; 5" in html)
    assert "<style" not in html
    assert "<b>'" not in html


def test_drawing_does_not_move_with_what_varies(corpus):
    """Two runs differ only between the marks."""
    for name in ("seq", "parallel", "parallel join", "gather merge", "cte", "update"):
        texts = {blank(plan_of(corpus, name)) for _ in range(3)}
        assert (name, 1) == (name, len(texts)), "\n".join(texts)


@pytest.mark.parametrize("name", ["parallel", "parallel join", "gather merge"])
def test_drawing_does_not_move_without_workers(corpus, name):
    """A busy server that has no workers to give changes the drawing only between the marks."""
    with session(corpus, CORPUS[name][1]) as conn:
        with_workers = blank(explain(conn, CORPUS[name][2]))
        conn.execute("SET max_parallel_workers = 0")
        assert with_workers == blank(explain(conn, CORPUS[name][2]))


def test_a_plan_is_a_value(conn):
    """Plans are frozen, and equal if what they tell is equal."""
    plan = explain(conn, "SELECT 1", analyze=False)
    assert plan == Plan(plan.root)
    with pytest.raises(AttributeError):
        plan.root.kind = "x"
