"""A schema review: each rule finds what breaks it, and is silent once it is mended, on every server."""

import json
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from click.testing import CliRunner

import lessonlab
from lessonlab import cli, content
from lessonlab.course.chapters import chapters
from lessonlab.errors import ConfigError, ContentError
from lessonlab.review import LEVELS, review, rules
from lessonlab.review.printed import review_text
from lessonlab.review.rules import parse_rule

PARENT = "CREATE TABLE course (id bigint PRIMARY KEY);"
CHILD = PARENT + "CREATE TABLE lesson (id bigint PRIMARY KEY, course_id bigint REFERENCES course (id));"
FLAGGED = "CREATE TABLE lesson (id bigint PRIMARY KEY, done boolean NOT NULL);"
READ = ";".join(["SELECT count(*) FROM lesson"] * 100)
TOUCH = "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
UPDATED = "CREATE TABLE lesson (id bigint PRIMARY KEY, updated_at timestamptz NOT NULL);"
TRIGGER = "CREATE TRIGGER keep BEFORE UPDATE ON lesson FOR EACH ROW EXECUTE FUNCTION touch();"
MANY = "INSERT INTO lesson SELECT n, n FROM generate_series(1, 2000) AS n;"
STATS = "SELECT pg_stat_force_next_flush();"

# rule: (what breaks it, the object that is found, what mends it)
CASES = {
    "check_lets_null_through": (
        "CREATE TABLE lesson (id bigint PRIMARY KEY, tries integer DEFAULT 0 CHECK (tries >= 0))",
        "lesson.tries",
        "ALTER TABLE lesson ALTER COLUMN tries SET NOT NULL",
    ),
    "columns_without_comment": (
        "CREATE TABLE lesson (id bigint PRIMARY KEY)",
        "lesson",
        "COMMENT ON COLUMN lesson.id IS 'Decided: a number.'",
    ),
    "definer_without_path": (
        "CREATE FUNCTION now_utc() RETURNS timestamptz SECURITY DEFINER LANGUAGE sql AS 'SELECT now()'",
        "now_utc()",
        "ALTER FUNCTION now_utc() SET search_path = pg_catalog, public, pg_temp",
    ),
    "disabled_trigger": (
        UPDATED + TOUCH + TRIGGER + "ALTER TABLE lesson DISABLE TRIGGER keep",
        "lesson keep",
        "ALTER TABLE lesson ENABLE TRIGGER keep",
    ),
    "foreign_key_of_another_type": (
        PARENT + "CREATE TABLE lesson (id bigint PRIMARY KEY, course_id integer REFERENCES course (id))",
        "lesson lesson_course_id_fkey",
        "ALTER TABLE lesson ALTER COLUMN course_id TYPE bigint",
    ),
    "foreign_key_without_index": (CHILD, "lesson (course_id)", "CREATE INDEX ON lesson (course_id)"),
    "index_on_a_flag": (
        FLAGGED + "CREATE INDEX lesson_done ON lesson (done)",
        "lesson_done",
        "DROP INDEX lesson_done; CREATE INDEX ON lesson (id) WHERE done",
    ),
    "invalid_index": (
        "CREATE TABLE lesson (id bigint PRIMARY KEY, slug text);INSERT INTO lesson VALUES (1, 'a'), (2, 'a')",
        "lesson_slug",
        "DROP INDEX lesson_slug",
    ),
    "json_as_text": (
        "CREATE TABLE lesson (id bigint PRIMARY KEY, body json)",
        "lesson.body",
        "ALTER TABLE lesson ALTER COLUMN body TYPE jsonb",
    ),
    "key_that_is_not_primary": (
        "CREATE TABLE lesson (a int NOT NULL, b int NOT NULL, UNIQUE (a, b))",
        "lesson",
        "ALTER TABLE lesson ADD PRIMARY KEY (a, b)",
    ),
    "never_analysed": (
        "CREATE TABLE lesson (id bigint PRIMARY KEY); INSERT INTO lesson VALUES (1)",
        "lesson",
        "ANALYZE lesson",
    ),
    "no_primary_key": (
        "CREATE TABLE lesson (id bigint)",
        "lesson",
        "ALTER TABLE lesson ADD PRIMARY KEY (id)",
    ),
    "nullable_flag": (
        "CREATE TABLE lesson (id bigint PRIMARY KEY, done boolean DEFAULT false)",
        "lesson.done",
        "ALTER TABLE lesson ALTER COLUMN done SET NOT NULL",
    ),
    "padded_text": (
        "CREATE TABLE lesson (id bigint PRIMARY KEY, code character(8))",
        "lesson.code",
        "ALTER TABLE lesson ALTER COLUMN code TYPE text",
    ),
    "redundant_index": (
        CHILD + "CREATE INDEX spare ON lesson (course_id); CREATE INDEX pair ON lesson (course_id, id)",
        "spare",
        "DROP INDEX spare",
    ),
    "sequence_near_its_end": (
        "CREATE TABLE lesson (id serial PRIMARY KEY); SELECT setval('lesson_id_seq', 2147483000)",
        "lesson.id",
        "ALTER TABLE lesson ALTER COLUMN id TYPE bigint; ALTER SEQUENCE lesson_id_seq AS bigint NO MAXVALUE",
    ),
    "set_null_on_required": (
        PARENT
        + """CREATE TABLE lesson (id bigint PRIMARY KEY,
                                  course_id bigint NOT NULL REFERENCES course (id) ON DELETE SET NULL)""",
        "lesson lesson_course_id_fkey",
        "ALTER TABLE lesson ALTER COLUMN course_id DROP NOT NULL",
    ),
    "small_counting_key": (
        "CREATE TABLE lesson (id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY)",
        "lesson.id",
        "ALTER TABLE lesson ALTER COLUMN id TYPE bigint",
    ),
    "table_without_comment": (
        "CREATE TABLE lesson (id bigint PRIMARY KEY)",
        "lesson",
        "COMMENT ON TABLE lesson IS 'A lesson of a course.'",
    ),
    "timestamp_without_zone": (
        "CREATE TABLE lesson (id bigint PRIMARY KEY, opened timestamp)",
        "lesson.opened",
        "ALTER TABLE lesson ALTER COLUMN opened TYPE timestamptz USING opened AT TIME ZONE 'UTC'",
    ),
    "unenforced_constraint": (
        CHILD + "ALTER TABLE lesson ADD CONSTRAINT positive CHECK (id > 0) NOT ENFORCED",
        "lesson positive",
        "ALTER TABLE lesson DROP CONSTRAINT positive, ADD CONSTRAINT positive CHECK (id > 0)",
    ),
    "unique_with_null": (
        """CREATE TABLE lesson (id bigint PRIMARY KEY, slug text NOT NULL, course bigint,
                                UNIQUE (slug, course))""",
        "lesson_slug_course_key",
        "ALTER TABLE lesson ALTER COLUMN course SET NOT NULL",
    ),
    "unused_index": (
        FLAGGED + "CREATE INDEX lesson_spare ON lesson (id, done);" + READ + ";" + STATS,
        "lesson_spare",
        "DROP INDEX lesson_spare",
    ),
    "unvalidated_constraint": (
        CHILD + "ALTER TABLE lesson ADD CONSTRAINT positive CHECK (id > 0) NOT VALID",
        "lesson positive",
        "ALTER TABLE lesson VALIDATE CONSTRAINT positive",
    ),
    "updated_at_without_trigger": (UPDATED, "lesson.updated_at", TOUCH + TRIGGER),
    "updates_write_indexes": (
        "CREATE TABLE lesson (id bigint PRIMARY KEY, seen bigint); CREATE INDEX ON lesson (seen);"
        + MANY
        + "UPDATE lesson SET seen = seen + 1;"
        + STATS,
        "lesson",
        "SELECT pg_stat_reset_single_table_counters('lesson'::regclass);" + STATS,
    ),
}
# rule: what looks like it, and does not break it
INNOCENT = {
    "check_lets_null_through": """CREATE TABLE lesson (
        id bigint PRIMARY KEY, tries integer GENERATED ALWAYS AS (id) STORED CHECK (tries >= 0))""",
    "foreign_key_without_index": CHILD
    + "CREATE INDEX ON lesson (course_id) WHERE course_id IS NOT NULL;"
    + """CREATE TABLE pair (a bigint, b bigint, PRIMARY KEY (a, b));
         CREATE TABLE twin (id bigint PRIMARY KEY, a bigint, b bigint, FOREIGN KEY (a, b) REFERENCES pair);
         CREATE INDEX ON twin (b, a) WHERE a IS NOT NULL""",
    "redundant_index": """CREATE TABLE room (id bigint PRIMARY KEY, taken int8range);
                          CREATE INDEX ON room USING gist (taken);
                          ALTER TABLE room ADD EXCLUDE USING gist (taken WITH &&)""",
    "unique_with_null": """CREATE TABLE lesson (id bigint PRIMARY KEY, slug text NOT NULL, course bigint,
                                                UNIQUE (slug) INCLUDE (course))""",
    "unused_index": """CREATE TABLE lesson (id bigint NOT NULL) PARTITION BY RANGE (id);
                       CREATE TABLE lesson_1 PARTITION OF lesson FOR VALUES FROM (0) TO (1000);
                       CREATE INDEX ON lesson (id);"""
    + READ
    + ";"
    + STATS,
}
# rule: what breaks it although it looks as if it did not, and the object that is found
DISGUISED = {
    "check_lets_null_through": (
        """CREATE TABLE lesson (id bigint PRIMARY KEY, a int DEFAULT 0, extra int,
                                CHECK (a >= 0 AND extra IS NOT NULL))""",
        "lesson.a",
    ),
    "foreign_key_without_index": (
        PARENT
        + """ALTER TABLE course ADD region bigint, ADD UNIQUE (id, region);
             CREATE TABLE lesson (id bigint PRIMARY KEY, course_id bigint, region bigint,
                                  FOREIGN KEY (course_id, region) REFERENCES course (id, region));
             CREATE INDEX ON lesson (course_id) INCLUDE (region)""",
        "lesson (course_id, region)",
    ),
}
BEING_BUILT = """SELECT FROM pg_stat_progress_create_index AS b
                 JOIN pg_index AS i ON i.indexrelid = b.index_relid WHERE NOT i.indisvalid"""
SINCE = {"unenforced_constraint": 18}
ALONE = {"invalid_index": "CREATE UNIQUE INDEX CONCURRENTLY lesson_slug ON lesson (slug)"}  # it must fail


def found(dsn, name):
    """Return the objects that the rule *name* finds."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        return [finding.object for finding in review(connection).findings if finding.rule.name == name]


@pytest.mark.parametrize("name", CASES)
def test_rule_finds_what_breaks_it_and_nothing_once_it_is_mended(every_server, name):
    """The object is named; the mended one is not."""
    broken, object_, mended = CASES[name]
    with psycopg.connect(every_server, autocommit=True) as connection:
        if connection.info.server_version < SINCE.get(name, 0) * 10_000:
            with pytest.raises(psycopg.errors.SyntaxError):
                connection.execute(broken)
            return
        connection.execute(broken)
        if name in ALONE:
            with pytest.raises(psycopg.errors.UniqueViolation):
                connection.execute(ALONE[name])
    before = found(every_server, name)
    with psycopg.connect(every_server, autocommit=True) as connection:
        connection.execute(mended)

    assert ([object_], []) == (before, found(every_server, name))


@pytest.mark.parametrize("name", INNOCENT)
def test_rule_does_not_find_what_only_looks_like_it(dsn, name):
    """A finding that is none teaches people to look away."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(INNOCENT[name])

    assert [] == found(dsn, name)


@pytest.mark.parametrize("name", DISGUISED)
def test_rule_finds_what_does_not_look_like_it(dsn, name):
    """Another column's name, or a column that an index only carries, takes nobody in."""
    broken, object_ = DISGUISED[name]
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(broken)

    assert [object_] == found(dsn, name)


def test_an_index_that_is_being_built_is_not_broken_off(dsn):
    """It is invalid until it is done; only one that nobody builds any more is a fault."""
    with (
        psycopg.connect(dsn) as writer,
        psycopg.connect(dsn, autocommit=True) as builder,
        psycopg.connect(dsn, autocommit=True) as watcher,
        ThreadPoolExecutor(1) as pool,
    ):
        watcher.execute("CREATE TABLE lesson (id bigint PRIMARY KEY)")
        writer.execute("INSERT INTO lesson VALUES (1)")
        building = pool.submit(builder.execute, "CREATE INDEX CONCURRENTLY late ON lesson (id)")
        until = time.monotonic() + 30
        while watcher.execute(BEING_BUILT).fetchone() is None:
            assert time.monotonic() < until
            time.sleep(0.01)
        seen = found(dsn, "invalid_index")
        writer.rollback()
        building.result()

    assert [] == seen


def test_cures_of_a_procedure_and_of_an_array(dsn):
    """The cure names a procedure as one, and promises no cast that the server does not have."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(
            """CREATE PROCEDURE tidy() SECURITY DEFINER LANGUAGE sql AS 'SELECT 1';
               CREATE TABLE lesson (id bigint PRIMARY KEY, opened timestamp[])"""
        )
        cures = {finding.rule.name: finding.cure for finding in review(connection).findings}
        connection.execute(cures["definer_without_path"])

        assert "definer_without_path" not in {one.rule.name for one in review(connection).findings}
    assert cures["timestamp_without_zone"].startswith("a new column timestamptz[]")


def test_a_role_without_rights_sees_the_whole_catalog(dsn):
    """The catalog is open to all: a schema that the role may not use is reviewed like any other."""
    role = f"reader_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA shut; CREATE TABLE shut.lesson (id serial PRIMARY KEY)")
        connection.execute("CREATE SEQUENCE shut.numbers AS smallint; SELECT nextval('shut.numbers')")
        connection.execute(f"CREATE ROLE {role}")
        wanted = review(connection).findings
        connection.execute(f"SET ROLE {role}")
        seen = review(connection).findings
        connection.execute("RESET ROLE")
        connection.execute(f"DROP ROLE {role}")

    assert wanted == seen
    assert ("small_counting_key", "shut.lesson.id") in {(one.rule.name, one.object) for one in seen}


def test_every_rule_has_a_case():
    """A rule without a case is a rule that nobody saw at work."""
    known = {rule.name for rule in rules()}

    assert known - set(CASES) == set(), "rules without a case in CASES: what breaks it, where, what mends it"
    assert set(CASES) - known == set(), "cases of rules that are not there"


def test_rules_name_chapters_that_the_course_has():
    """The chapter behind a finding is one that the course has."""
    there = {f"{chapter.number:02}" for chapter in chapters()}

    assert {rule.name: rule.chapter for rule in rules() if rule.chapter not in there} == {}


def test_the_guides_schema_has_the_faults_that_the_course_teaches(small):
    """Two spare indexes, a flag's index, NULL through two CHECKs, and the untriggered updated_at."""
    with psycopg.connect(small, autocommit=True) as connection:
        done = review(connection)
    objects = {(finding.rule.name, finding.object) for finding in done.findings}

    assert {
        ("redundant_index", "idx_lesson_progress_user_id"),
        ("redundant_index", "idx_lesson_progress_user_course"),
        ("index_on_a_flag", "idx_lesson_progress_completed"),
        ("check_lets_null_through", "lesson_progress.attempts"),
        ("check_lets_null_through", "lesson_progress.time_spent_seconds"),
        ("updated_at_without_trigger", "course_progress.updated_at"),
        ("foreign_key_without_index", "course_progress (course_id)"),
    } == objects


def test_a_review_changes_nothing(dsn):
    """It runs in a transaction that may only read, and an open one of the caller's goes on."""
    with psycopg.connect(dsn) as connection:
        connection.execute("CREATE TABLE lesson (id bigint)")
        review(connection)
        connection.execute("INSERT INTO lesson VALUES (1)")

        assert connection.execute("SELECT count(*) FROM lesson").fetchone() == (1,)


def test_names_that_need_quotes(dsn):
    """A name with blanks, quotes and percent signs is found and quoted in the cure."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(
            'CREATE SCHEMA "a ""b"; CREATE TABLE "a ""b"."100% 陈" (id bigint PRIMARY KEY, "x y" json)'
        )
        done = review(connection, ['a "b'])
    cures = [finding.cure for finding in done.findings if finding.rule.name == "json_as_text"]

    assert ['ALTER TABLE "a ""b"."100% 陈" ALTER COLUMN "x y" TYPE jsonb'] == cures


def test_unknown_schema(dsn):
    """A schema that is not there is our error, and says which there are."""
    with (
        psycopg.connect(dsn, autocommit=True) as connection,
        pytest.raises(ConfigError, match="no schema 'shop', have 'public'"),
    ):
        review(connection, ["shop"])


def test_lab_shows_a_review():
    """A notebook sees the findings of its own database, the worst first, as text and as HTML."""
    lab = lessonlab.open("06_constraints")
    try:
        lab.run("ALTER TABLE lesson_progress ALTER COLUMN attempts SET NOT NULL")
        shown = lab.review()
    finally:
        lab.close()

    assert "lesson_progress.time_spent_seconds" == shown.findings[0].object
    assert "lesson_progress.attempts" not in {finding.object for finding in shown.findings}
    assert repr(shown).startswith("4 tables: 2 faults, 4 costs\n  ✗ fault  check lets null through     1\n")
    assert "\n\n✗ fault  check lets null through  (chapter 06)\n" in repr(shown)
    assert "<pre" in shown._repr_html_()


def test_summary_of_nothing(dsn):
    """A database without tables has nothing to find."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        assert "0 tables: nothing found" == review_text(review(connection))


@pytest.mark.parametrize(
    "text", ["SELECT 1", "-- why\n-- level: bad\n-- chapter: 05\n", "-- why\n-- level: note\n"]
)
def test_a_rule_without_its_header_is_an_error(text):
    """A file that does not say reason, level and chapter is named."""
    with pytest.raises(ContentError, match=r"sql/review/new\.sql: want a reason"):
        parse_rule("new", text)


def run(*arguments):
    """Run the command in this process."""
    return CliRunner().invoke(cli.commands, ["review", *map(str, arguments)], prog_name="lessonlab")


def test_command_reads_a_named_database(dsn, tmp_path):
    """The exit code is 1 for a fault, the findings are printed and written."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("CREATE TABLE lesson (id bigint PRIMARY KEY, opened timestamp)")
    target = tmp_path / "findings.json"
    result = run("--dsn", dsn, "--json", target)

    assert 1 == result.exit_code
    assert "✗ fault  timestamp without zone  (chapter 08)" in result.output
    assert "lesson.opened: timestamp without time zone" in result.output
    assert result.output.startswith("1 table: 1 fault, 2 notes\n")
    written = json.loads(target.read_text(encoding="utf-8"))
    assert {"timestamp_without_zone"} == {f["rule"] for f in written["findings"] if f["level"] == "fault"}


@pytest.mark.parametrize(("level", "code"), [("fault", 0), ("cost", 0), ("note", 1), ("never", 0)])
def test_command_fails_from_the_level_on_that_is_named(dsn, level, code):
    """A schema with notes only fails for those who ask for no notes."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("CREATE TABLE lesson (id bigint PRIMARY KEY)")

    assert code == run("--dsn", dsn, "--fail-on", level).exit_code


def test_command_without_a_database_takes_a_fresh_class(server):
    """Where no notebook is open there is a class to look at, which is gone afterwards."""
    before = names(server)
    result = run("06")

    assert 1 == result.exit_code
    assert "redundant index" in result.output
    assert before == names(server)


def names(server):
    """Return the databases of *server*."""
    with psycopg.connect(server.dsn) as connection:
        return {name for (name,) in connection.execute("SELECT datname FROM pg_database")}


def test_command_cannot_write_where_no_folder_is(dsn, tmp_path):
    """A file that cannot be written is two lines."""
    result = run("--dsn", dsn, "--json", tmp_path / "no" / "x.json")

    assert 1 == result.exit_code
    assert "cannot be written" in result.stderr
    assert "next: name another file with --json" in result.stderr


def test_levels_are_those_of_the_files():
    """Each level is used, and none but these."""
    assert set(LEVELS) == {rule.level for rule in rules()}
    assert len(list((content.folder("sql") / "review").glob("*.sql"))) == len(rules())
