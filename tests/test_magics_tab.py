"""Tab in a cell of SQL, as the kernel answers it."""

from __future__ import annotations

import threading

import psycopg
import pytest
from IPython.core.completer import provisionalcompleter

from lessonlab.grading import library
from lessonlab.magics import completing, lab_magics
from lessonlab.magics.completing import OPTIONS
from lessonlab.postgres import names

SIX = [one.key for one in library.exercises(6)]
USERS = ["created_at", "email", "id", "name", "time_zone"]
COURSES = ["created_at", "id", "lesson_count", "passing_score", "title"]
TABLES = ["course_progress", "courses", "lesson_progress", "users"]
MADE = """
DROP SCHEMA IF EXISTS app CASCADE;
CREATE SCHEMA app;
CREATE TABLE app.notes ("Full name" text, told int);
CREATE TABLE app."Odd One" (a int, "B c" text);
CREATE TABLE app."order" (z int);
"""


@pytest.fixture
def cell(lab, shell):
    """Return a function that runs a cell."""
    lab_magics.register(shell, lab.session, lab.desk)
    shell.user_ns["mina"] = 3
    yield lambda source: shell.run_cell(source, store_history=True).raise_error()
    lab.run("ROLLBACK; RESET ALL; DROP SCHEMA IF EXISTS app CASCADE")


@pytest.fixture
def odd(cell, lab):
    """Make tables with odd names, in a schema that is looked into."""
    cell(f"%%sql\n{MADE}\nSET search_path = app, public")
    yield
    lab.run("RESET search_path")


def tab(shell, text):
    """Return what Tab offers at the bar in *text*, in order."""
    with provisionalcompleter():
        return [one.text for one in shell.Completer.completions(text.replace("|", ""), text.index("|"))]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("%%sql\nSELECT * FROM lesson_p|", ["lesson_progress"]),
        ("%%sql\nSELECT * FROM |", TABLES),
        ("%%sql SELECT * FROM lesson_p|\nWHERE true", ["lesson_progress"]),
        ("%%explain\nSELECT 1 FROM users u JOIN cour|", ["course_progress", "courses"]),
        ("%%race\n-- one\nSELECT 1 FROM cour|", ["course_progress", "courses"]),
        ("%%sql @ben\nSELECT 1 FROM cour|", ["course_progress", "courses"]),
        ("%%sql --gset\nSELECT 1 FROM cour|", ["course_progress", "courses"]),
        ("%%expect_error 23514\nUPDATE us|", ["users"]),
        ("# it's mine\n%%sql\nUPDATE us|", ["users"]),
        ("%%sql\n\\d us|", ["users"]),
        ("%%sql\nSELECT * FROM public.us|", ["users"]),
        ("%%sql\nSELECT * FROM publ|", []),
        ("%%sql\nSELECT | FROM users", USERS),
        ("%%sql\nSELECT u.| FROM users AS u, courses c", USERS),
        ("%%sql\nSELECT id FROM users u WHERE u.em|", ["email"]),
        ("%%sql\nSELECT c.ti| FROM users AS u, courses c", ["title"]),
        ("%%answer 06-02\nSELECT u.em| FROM users u", ["email"]),
        ("%%sql\nINSERT INTO users (|", USERS),
        ("%%sql\nUPDATE users SET na|", ["name"]),
        ("%%sql\nSELECT 1 FROM courses; SELECT em| FROM users", ["email"]),
        ("%%sql\nSELECT (SELECT sc|) FROM lesson_progress", ["score"]),
        ("%%sql\nSELECT us| FROM courses JOIN users us_1 ON true", ["us_1", "users", "using"]),
        ("%%sql\nSELECT name AS known FROM users ORDER BY kno|", []),
        ("%%sql\nDROP INDEX idx_lesson_progress_user_c|", ["idx_lesson_progress_user_course"]),
        (
            "%%explain --compare without=idx_a,idx_lesson_progress_user_c|",
            ["idx_lesson_progress_user_course"],
        ),
        ("%%sql\nCREATE FUNCTION f() RETURNS int AS $f$ SELECT 1 FROM us| $f$ LANGUAGE sql", ["users"]),
        ("%%sql\nWITH mine AS (SELECT 1) SELECT * FROM min|", ["mine"]),
        (
            "%%sql\nWITH m AS (SELECT id AS who, name n, count(*) FROM users) SELECT m.| FROM m",
            ["count", "n", "who"],
        ),
        ("%%sql\nWITH m (a, b) AS MATERIALIZED (SELECT 1, 2) SELECT | FROM m", ["a", "b", "m"]),
        (
            "%%sql\nWITH m AS (SELECT * FROM users), k AS (SELECT m.*, 1 AS one FROM m) SELECT k.o| FROM k",
            ["one"],
        ),
        (
            "%%sql\nWITH k AS (SELECT * FROM users) SELECT e| FROM k",
            ["email", "else", "end", "exists", "explain"],
        ),
        ("%%sql\nWITH users AS (SELECT 1 AS one) SELECT users.| FROM users", ["one"]),
        (
            "%%sql\nWITH gone AS (DELETE FROM users RETURNING id, name) SELECT | FROM gone",
            ["gone", "id", "name"],
        ),
        ("%%sql\nSELECT x.| FROM (SELECT max(score) AS best, c.* FROM courses c) AS x", ["best", *COURSES]),
        ("%%sql\nSELECT v.| FROM (VALUES (1, 'a')) AS v", ["column1", "column2"]),
        ("%%sql\nSELECT v.| FROM users, (VALUES (1, 'a')) AS v (n, t)", ["n", "t"]),
        ("%%sql\nSELECT (SELECT 1 AS n) AS one, o| FROM users", ["offset", "on", "or", "order", "over"]),
        ("%%sql\nSELECT * FROM (SELECT 1 AS n) AS cour JOIN cour|", ["course_progress", "courses"]),
        ("%%sql\nSELECT id::tim|", ["time", "timestamp", "timestamptz"]),
        ("%%sql\nSELECT * FROM users WHERE id = :min|", ["mina"]),
        ("%sql SELECT nam| FROM users", ["name"]),
        ("%sql SELECT nam|\nFROM users", ["name"]),
        ("%sql SELECT name\nFROM us|", ["users"]),
        ("x = %sql SELECT * FROM users WHERE id = :min|", ["mina"]),
        ("%%answer 06-0|", SIX),
        ("%%answer |", library.keys()),
        ("%%answer 06-01 0|", []),
        ("%%sql --|", sorted(OPTIONS["sql"])),
        ("%sql --ne|", ["--needs"]),
        ("%%sql --needs |", ["18", "citus", "superuser"]),
        ("%%explain --comp|", ["--compare"]),
        ("%%race rou|", ["rounds="]),
        ("%%expect_error 2350|", ["23502", "23503", "23505"]),
        ("%%js --with mi|", ["mina"]),
    ],
)
@pytest.mark.usefixtures("cell")
def test_tab(shell, text, offered):
    """Tables, columns of those that are named, aliases, exercises, values, what a magic takes."""
    assert sorted(offered) == sorted(tab(shell, text))


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("%%sql\nSELECT * FROM |", ['"Odd One"', '"order"', "notes", *TABLES]),
        ("%%sql\nSELECT * FROM od|", ['"Odd One"']),
        ('%%sql\nSELECT * FROM "Od|', ['"Odd One"']),
        ('%%sql\nSELECT * FROM "us|', ['"users"']),
        ("%%sql\nSELECT * FROM ord|", ['"order"']),
        ("%%sql\nSELECT * FROM public.us|", ["users"]),
        ("%%sql\nSELECT n.| FROM app.notes n", ['"Full name"', "told"]),
        ("%%sql\nSELECT notes.fu| FROM app.notes", ['"Full name"']),
        ('%%sql\nSELECT "B| FROM "Odd One"', ['"B c"']),
        ('%%sql\nSELECT o."B| FROM app."Odd One" AS o', ['"B c"']),
        ('%%sql\nSELECT "Odd One".| FROM "Odd One"', ['"B c"', "a"]),
    ],
)
@pytest.mark.usefixtures("odd")
def test_tab_quotes_what_has_to_be_quoted(shell, text, offered):
    """Names with capitals and spaces, words of SQL's own, and what the reader began to quote."""
    assert sorted(offered) == sorted(tab(shell, text))


def test_a_schema_that_is_not_looked_into(cell, shell):
    """It is offered by its name, and its tables behind that."""
    cell(f"%%sql\n{MADE}")
    assert ["app"] == tab(shell, "%%sql\nSELECT * FROM ap|")
    assert ['"Odd One"', '"order"', "notes"] == sorted(tab(shell, "%%sql\nSELECT * FROM app.|"))
    assert ['"Full name"', "told"] == sorted(tab(shell, "%%sql\nSELECT n.| FROM app.notes n"))


@pytest.mark.parametrize(
    "text",
    [
        "%%sql\nSELECT * FROM numb|",
        "%%sql\nSELECT 'numb|'",
        "%%sql\n-- numb|",
        "%%sql\nSELECT x.| FROM (SELECT 1) AS x",
        "%%sql @|",
        "%%answer 06-02 numb|",
        "%%js\nconst n = numb|",
        "%sql SELECT * FROM numb|",
    ],
)
@pytest.mark.usefixtures("cell")
def test_where_nothing_fits_nothing_is_offered(shell, text):
    """No name of Python's, and no file."""
    shell.user_ns["number_of_mine"] = 1
    assert [] == tab(shell, text)


@pytest.mark.parametrize(
    "text", ["number_of_m|", "x = '''\n%%sql\n''' + number_of_m|", "%%time\nnumber_of_m|"]
)
@pytest.mark.usefixtures("cell")
def test_tab_outside_of_sql_is_python_s(shell, text):
    """`%%sql` in a text is none."""
    shell.user_ns["number_of_mine"] = 1
    assert ["number_of_mine"] == tab(shell, text)


def test_tab_in_an_open_and_in_a_failed_transaction(cell, lab, shell):
    """The look is beside the session: it ends nothing, and it is answered."""
    cell("%sql BEGIN; CREATE TABLE quite_new (i int)")
    assert ["quite_new"] == tab(shell, "%%sql\nSELECT * FROM quite|")
    assert lab.refused("SELECT 1 FROM quite_new") is None
    with pytest.raises(Exception, match="division"):
        cell("%sql SELECT 1/0")
    assert ["users"] == tab(shell, "%%sql\nSELECT * FROM user|")
    cell("%sql ROLLBACK")


@pytest.mark.usefixtures("cell")
def test_sessions_are_offered_behind_the_sign(server, lab, shell):
    """Those of a scene, and a connection that a variable holds."""
    with lab.scene("ana", "ben") as scene, psycopg.connect(server.dsn) as standby:
        ana, ben = scene
        shell.user_ns |= {"ana": ana, "ben": ben, "standby": standby}
        assert ["ana", "ben", "standby"] == sorted(tab(shell, "%%sql @|"))
        assert ["ben"] == tab(shell, "%%expect_error 23505 @b|")
        assert "ben" not in tab(shell, "%%sql\nSELECT :|")


def test_tab_before_the_page_is_opened(shell):
    """Exercises are known; tables are none, and nothing fails."""
    lab_magics.register(shell, None)
    assert SIX == tab(shell, "%%answer 06-0|")
    assert [] == tab(shell, "%%sql\nSELECT * FROM us|")


@pytest.mark.usefixtures("cell")
def test_a_catalog_that_does_not_answer_is_not_waited_for(shell, monkeypatch):
    """What was known before is offered, and nothing is asked while the first question waits."""
    assert ["users"] == tab(shell, "%%sql\nSELECT * FROM us|")
    asked, go_on = [], threading.Event()

    def slow(conn):
        asked.append(conn)
        go_on.wait(60)
        return ()

    monkeypatch.setattr(completing, "read_names", slow)
    try:
        for _ in range(3):
            assert ["users"] == tab(shell, "%%sql\nSELECT * FROM us|")
        assert 1 == len(asked)
    finally:
        go_on.set()


@pytest.mark.parametrize("major", [15, 16, 17, 18], ids="pg{}".format)
def test_reserved_words_are_the_server_s(servers, major):
    """What names a table or a column only in quotes is what the newest server says; older ones say less."""
    theirs = "SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T')"
    with psycopg.connect(servers(major).dsn) as connection:
        words = {word for (word,) in connection.execute(theirs)}

    assert words == names.RESERVED if major == 18 else words <= names.RESERVED
