"""What is alike is found alike: indexes of all kinds, domains, inheritance, sequences, casts."""

from itertools import count

import psycopg
import pytest

from lessonlab.review import review
from lessonlab.review.exceptions import identity

STATS = "SELECT pg_stat_force_next_flush();"
# what is like the cases: rule, what is made, the objects that are found, if any
BASE = "CREATE TABLE p (id bigint PRIMARY KEY);"
FLAG = "CREATE TABLE t (id bigint PRIMARY KEY, done boolean"
PAIR = "CREATE TABLE t (id bigint PRIMARY KEY, a int NOT NULL, b int, c int,"
TWICE = "CREATE TABLE t (id bigint PRIMARY KEY, a int NOT NULL, b int);"
ACC = "CREATE TABLE t (id bigint PRIMARY KEY, u text NOT NULL, d text);"
COUNT = "CREATE SEQUENCE s; CREATE TABLE t (id integer PRIMARY KEY DEFAULT nextval('s'));"
FK = BASE + "CREATE TABLE c (id bigint PRIMARY KEY, p bigint REFERENCES p);"
JOINED = "CREATE FUNCTION textcat_of(a text, b text) RETURNS text IMMUTABLE LANGUAGE sql RETURN concat(a, b);"
KINDS = [
    # a key by another name
    ("no_primary_key", "CREATE TABLE t (a int NOT NULL, b int NOT NULL, UNIQUE (a, b))", ""),
    ("no_primary_key", "CREATE TABLE t (a int NOT NULL, b int, UNIQUE (a, b))", "t"),
    ("no_primary_key", "CREATE TABLE t (a int, b int, UNIQUE NULLS NOT DISTINCT (a, b))", ""),
    ("no_primary_key", "CREATE TABLE t (a int CHECK (a IS NOT NULL) UNIQUE)", ""),
    ("no_primary_key", "CREATE DOMAIN d AS int NOT NULL; CREATE TABLE t (a d UNIQUE)", ""),
    ("no_primary_key", "CREATE TABLE t (a int NOT NULL); CREATE UNIQUE INDEX ON t (a) WHERE a > 0", "t"),
    ("no_primary_key", "CREATE TABLE t (u text NOT NULL); CREATE UNIQUE INDEX ON t (lower(u))", ""),
    ("no_primary_key", "CREATE TABLE t (a int4range NOT NULL, EXCLUDE USING gist (a WITH =))", ""),
    ("no_primary_key", "CREATE TABLE t (a int4range NOT NULL, EXCLUDE USING gist (a WITH &&))", "t"),
    ("no_primary_key", "CREATE TABLE m (id int NOT NULL); CREATE TABLE t (UNIQUE (id)) INHERITS (m)", "m"),
    ("no_primary_key", "CREATE TEMP TABLE t (a int)", ""),
    ("no_primary_key", "CREATE TABLE m (id int PRIMARY KEY); CREATE TABLE t () INHERITS (m)", "t"),
    (
        "no_primary_key",
        """CREATE TABLE t (id int NOT NULL) PARTITION BY RANGE (id);
           CREATE TABLE t1 PARTITION OF t (PRIMARY KEY (id)) FOR VALUES FROM (0) TO (9)""",
        "",
    ),
    (
        "no_primary_key",
        """CREATE TABLE t (id int NOT NULL, name text) PARTITION BY RANGE (id);
           CREATE TABLE t1 PARTITION OF t (UNIQUE (id)) FOR VALUES FROM (0) TO (9)""",
        "",
    ),
    (
        "no_primary_key",
        """CREATE TABLE t (id int NOT NULL, name text) PARTITION BY RANGE (id);
           CREATE TABLE t1 PARTITION OF t (UNIQUE (id)) FOR VALUES FROM (0) TO (9);
           CREATE TABLE t2 PARTITION OF t (UNIQUE (name)) FOR VALUES FROM (9) TO (99)""",
        "t",
    ),
    ("key_that_is_not_primary", "CREATE TABLE t (a int, UNIQUE NULLS NOT DISTINCT (a))", ""),
    # a NULL that makes a row unlike every other
    ("unique_with_null", ACC + "CREATE UNIQUE INDEX i ON t (lower(u), lower(d))", "i"),
    ("unique_with_null", ACC + "CREATE UNIQUE INDEX i ON t (lower(u), lower(coalesce(d, '')))", ""),
    ("unique_with_null", ACC + "CREATE UNIQUE INDEX i ON t (u, (d IS NULL))", ""),
    ("unique_with_null", ACC + JOINED + "CREATE UNIQUE INDEX i ON t (u, textcat_of(d, u))", ""),
    ("unique_with_null", ACC + "CREATE UNIQUE INDEX i ON t (u, md5('d')) INCLUDE (d)", ""),
    ("unique_with_null", PAIR + "CHECK (b IS NOT NULL), UNIQUE (a, b))", ""),
    ("unique_with_null", PAIR + "CHECK (b > 0 AND b IS NOT NULL), UNIQUE (a, b))", ""),
    ("unique_with_null", PAIR + "CHECK (b IS NOT NULL OR c IS NOT NULL), UNIQUE (a, b))", "t_a_b_key"),
    ("unique_with_null", PAIR + "CHECK ((b IS NOT NULL) = (c IS NOT NULL)), UNIQUE (a, b))", "t_a_b_key"),
    ("unique_with_null", PAIR + "CHECK (a > 0 AND b IS NOT NULL AND c > 0), UNIQUE (a, b))", ""),
    ("unique_with_null", PAIR + "UNIQUE (id, b))", ""),
    ("unique_with_null", PAIR + "UNIQUE NULLS NOT DISTINCT (a, b))", ""),
    ("unique_with_null", TWICE + "CREATE UNIQUE INDEX i ON t (a, b) WHERE a > 0", "i"),
    ("unique_with_null", TWICE + "CREATE UNIQUE INDEX i ON t (a, b) WHERE b IS NOT NULL", ""),
    (
        "unique_with_null",
        TWICE + "CREATE UNIQUE INDEX i ON t (a, b); CREATE UNIQUE INDEX j ON t (a) WHERE b IS NULL",
        "",
    ),
    ("unique_with_null", PAIR + "UNIQUE (a, b), UNIQUE (a, c), CHECK (num_nonnulls(b, c) = 1))", ""),
    (
        "unique_with_null",
        "CREATE MATERIALIZED VIEW v AS SELECT 1 a, 2 b; CREATE UNIQUE INDEX ON v (a, b)",
        "",
    ),
    (
        "unique_with_null",
        """CREATE TABLE t (id bigint PRIMARY KEY, a int NOT NULL, b int,
                           k int GENERATED ALWAYS AS (coalesce(b, 0)) STORED, UNIQUE (a, k))""",
        "",
    ),
    (
        "unique_with_null",
        """CREATE TABLE t (id bigint PRIMARY KEY, a int NOT NULL, b int,
                           k int GENERATED ALWAYS AS (b + 1) STORED, UNIQUE (a, k))""",
        "t_a_k_key",
    ),
    ("unique_with_null", "CREATE TABLE t (b int, c int, UNIQUE (b, c))", "t_b_c_key"),
    (
        "unique_with_null",
        "CREATE TABLE t (b int, c int, UNIQUE (b, c), CHECK (num_nulls(b, c) IN (0, 2)))",
        "",
    ),
    (
        "unique_with_null",
        "CREATE TABLE t (b int, c int, UNIQUE (b, c), CHECK ((b IS NULL) = (c IS NULL)))",
        "",
    ),
    # a flag that cannot be NULL, whoever says so
    ("nullable_flag", FLAG + " CHECK (done IS NOT NULL))", ""),
    ("nullable_flag", FLAG + " CHECK (done IS NOT UNKNOWN))", ""),
    ("nullable_flag", FLAG + ", CHECK (done IS NOT NULL) NOT VALID)", ""),  # of a new table: all rows obey
    ("nullable_flag", FLAG + "); ALTER TABLE t ADD CHECK (done IS NOT NULL) NOT VALID", "t.done"),
    ("nullable_flag", FLAG + ", at date, open boolean GENERATED ALWAYS AS (at IS NULL) STORED)", "t.done"),
    ("nullable_flag", "CREATE DOMAIN f AS boolean NOT NULL; CREATE TABLE t (done f)", ""),
    ("nullable_flag", "CREATE DOMAIN f AS boolean CHECK (VALUE IS NOT NULL); CREATE TABLE t (done f)", ""),
    ("nullable_flag", "CREATE DOMAIN f AS boolean; CREATE DOMAIN g AS f; CREATE TABLE t (done g)", "t.done"),
    ("nullable_flag", FLAG + "); CREATE TABLE u () INHERITS (t)", "t.done"),
    ("nullable_flag", "CREATE VIEW v AS SELECT true AS done", ""),
    # a default that is none, and NULL that was thought of
    ("check_lets_null_through", "CREATE TABLE t (a varchar(9) DEFAULT NULL::varchar CHECK (a > ''))", ""),
    ("check_lets_null_through", "CREATE TABLE t (a int DEFAULT 0 CHECK (a IS NULL OR a > 0))", ""),
    ("check_lets_null_through", "CREATE TABLE t (a int DEFAULT 0 CHECK ((a > 0) IS TRUE))", ""),
    ("check_lets_null_through", "CREATE TABLE t (a int DEFAULT 0 CHECK (a > 0), CHECK (a IS NOT NULL))", ""),
    (
        "check_lets_null_through",
        "CREATE TABLE t (a int DEFAULT 0 CHECK (a > 0)); CREATE TABLE u () INHERITS (t)",
        "t.a",
    ),
    # types of a key
    (
        "foreign_key_of_another_type",
        "CREATE TABLE q (t text PRIMARY KEY); CREATE TABLE c (t varchar(20) REFERENCES q)",
        "",
    ),
    (
        "foreign_key_of_another_type",
        "CREATE TABLE q (t varchar(9) PRIMARY KEY); CREATE TABLE c (t text REFERENCES q)",
        "",
    ),
    (
        "foreign_key_of_another_type",
        "CREATE TABLE q (t text PRIMARY KEY); CREATE TABLE c (t char(9) REFERENCES q)",
        "c c_t_fkey",
    ),
    (
        "foreign_key_of_another_type",
        "CREATE TABLE q (n numeric PRIMARY KEY); CREATE TABLE c (n int REFERENCES q)",
        "c c_n_fkey",
    ),
    (
        "foreign_key_of_another_type",
        "CREATE TABLE q (n int PRIMARY KEY); CREATE TABLE c (n smallint REFERENCES q)",
        "c c_n_fkey",
    ),
    (
        "foreign_key_of_another_type",
        "CREATE TABLE q (n serial PRIMARY KEY); CREATE TABLE c (n bigint REFERENCES q)",
        "",
    ),
    (
        "foreign_key_of_another_type",
        BASE + "CREATE DOMAIN d AS bigint; CREATE TABLE c (n d REFERENCES p)",
        "",
    ),
    (
        "foreign_key_of_another_type",
        BASE + "CREATE DOMAIN d AS integer; CREATE TABLE c (n d REFERENCES p)",
        "c c_n_fkey",
    ),
    # an index that finds a child
    ("foreign_key_without_index", FK + "CREATE INDEX ON c USING brin (p)", "c (p)"),
    ("foreign_key_without_index", FK + "CREATE INDEX ON c USING hash (p)", ""),
    ("foreign_key_without_index", FK + "CREATE INDEX ON c (id) INCLUDE (p)", "c (p)"),
    ("foreign_key_without_index", FK + "CREATE INDEX ON c (p) WHERE id > 7", "c (p)"),
    ("foreign_key_without_index", FK + "CREATE INDEX ON c ((p + 0))", "c (p)"),
    (
        "foreign_key_without_index",
        "CREATE EXTENSION btree_gin;" + FK + "CREATE INDEX ON c USING gin (id, p)",
        "",
    ),
    (
        "foreign_key_without_index",
        """CREATE TABLE q (a int, b int, PRIMARY KEY (a, b));
           CREATE TABLE c (a int, b int PRIMARY KEY, FOREIGN KEY (a, b) REFERENCES q)""",
        "",
    ),
    (
        "foreign_key_without_index",
        """CREATE TABLE q (t text PRIMARY KEY); CREATE TABLE c (t text REFERENCES q);
           CREATE INDEX ON c (t COLLATE "C")""",
        "c (t)",
    ),
    (
        "foreign_key_without_index",
        BASE
        + """CREATE TABLE c (id int, p bigint REFERENCES p) PARTITION BY RANGE (id);
             CREATE TABLE c1 PARTITION OF c FOR VALUES FROM (0) TO (9)""",
        "c (p)",
    ),
    (
        "foreign_key_without_index",
        BASE
        + """CREATE TABLE c (id int, p bigint REFERENCES p) PARTITION BY RANGE (id);
             CREATE TABLE c1 (p bigint, id int); CREATE INDEX ON c1 (p);
             ALTER TABLE c ATTACH PARTITION c1 FOR VALUES FROM (0) TO (9)""",
        "",
    ),
    # numbers that run out
    ("small_counting_key", COUNT, "t.id"),
    ("small_counting_key", "CREATE TABLE t (a int, id smallserial, PRIMARY KEY (a, id))", "t.id"),
    ("small_counting_key", "CREATE TABLE t (id int PRIMARY KEY DEFAULT 7)", ""),
    ("sequence_near_its_end", COUNT + "SELECT setval('s', 2147483000)", "t.id"),
    ("sequence_near_its_end", COUNT + "SELECT setval('s', 2000)", ""),
    ("sequence_near_its_end", "CREATE SEQUENCE s AS smallint; SELECT setval('s', 32000)", "s"),
    ("sequence_near_its_end", "CREATE SEQUENCE s MAXVALUE 100 CYCLE; SELECT setval('s', 99)", ""),
    ("sequence_near_its_end", "CREATE SEQUENCE s INCREMENT -1 MINVALUE -100; SELECT setval('s', -99)", "s"),
    ("sequence_near_its_end", "CREATE SEQUENCE s START 2000000000; SELECT nextval('s')", ""),
    (
        "sequence_near_its_end",
        """CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
           SELECT setval(pg_get_serial_sequence('t', 'id'), 2147483000)""",
        "t.id",
    ),
    (
        "sequence_near_its_end",
        "CREATE SEQUENCE s; CREATE TABLE t (id int DEFAULT nextval('s')); SELECT setval('s', 3000000000)",
        "t.id",
    ),
    (
        "sequence_near_its_end",
        """CREATE TABLE t (id serial); CREATE TABLE u () INHERITS (t);
           SELECT setval('t_id_seq', 2147483000)""",
        "t.id",
    ),
    # two that do the work of one
    ("redundant_index", TWICE + "CREATE UNIQUE INDEX i ON t (a); CREATE UNIQUE INDEX j ON t (a)", "j"),
    ("redundant_index", TWICE + "CREATE UNIQUE INDEX i ON t (a); ALTER TABLE t ADD UNIQUE (a)", "i"),
    ("redundant_index", TWICE + "ALTER TABLE t ADD CONSTRAINT k UNIQUE (id)", "k"),
    ("redundant_index", TWICE + "CREATE UNIQUE INDEX i ON t (a); CREATE UNIQUE INDEX j ON t (a, b)", ""),
    (
        "redundant_index",
        TWICE + "CREATE UNIQUE INDEX i ON t (b); CREATE UNIQUE INDEX j ON t (b) NULLS NOT DISTINCT",
        "i",
    ),
    (
        "redundant_index",
        TWICE + "CREATE UNIQUE INDEX i ON t (a); CREATE UNIQUE INDEX j ON t (a) WHERE b > 0",
        "",
    ),
    (
        "redundant_index",
        TWICE + "CREATE UNIQUE INDEX i ON t (a); ALTER TABLE t ADD UNIQUE (a) DEFERRABLE",
        "t_a_key",
    ),
    ("redundant_index", ACC + "CREATE INDEX i ON t (lower(u)); CREATE INDEX j ON t (lower(u))", "j"),
    ("redundant_index", TWICE + "CREATE INDEX i ON t USING brin (a); CREATE INDEX j ON t (a)", ""),
    (
        "redundant_index",
        """CREATE TABLE q (a int PRIMARY KEY, b int NOT NULL); CREATE UNIQUE INDEX i ON q (b);
           CREATE TABLE c (b int REFERENCES q (b)); ALTER TABLE q ADD CONSTRAINT k UNIQUE (b)""",
        "",
    ),
    # what NULL or DEFAULT does to a child
    (
        "set_null_on_required",
        BASE + "CREATE TABLE c (p bigint REFERENCES p ON DELETE SET NULL CHECK (p IS NOT NULL))",
        "c c_p_fkey",
    ),
    (
        "set_null_on_required",
        BASE + "CREATE TABLE c (p bigint NOT NULL REFERENCES p ON DELETE SET DEFAULT)",
        "c c_p_fkey",
    ),
    (
        "set_null_on_required",
        BASE + "CREATE TABLE c (p bigint NOT NULL DEFAULT 1 REFERENCES p ON DELETE SET DEFAULT)",
        "",
    ),
    (
        "set_null_on_required",
        BASE + "CREATE TABLE c (p bigint NOT NULL REFERENCES p ON UPDATE SET NULL)",
        "c c_p_fkey",
    ),
    # the rest
    ("padded_text", "CREATE TABLE t (a bpchar)", ""),
    ("padded_text", "CREATE DOMAIN d AS char(3); CREATE TABLE t (a d)", "t.a"),
    ("timestamp_without_zone", "CREATE DOMAIN d AS timestamp; CREATE TABLE t (a d)", "t.a"),
    ("timestamp_without_zone", "CREATE TABLE t (a tsrange)", "t.a"),
    (
        "timestamp_without_zone",
        "CREATE TABLE t (a timestamptz, b timestamp GENERATED ALWAYS AS (a AT TIME ZONE 'UTC') STORED)",
        "",
    ),
    (
        "definer_without_path",
        "CREATE FUNCTION f() RETURNS int SECURITY DEFINER BEGIN ATOMIC SELECT 1; END",
        "",
    ),
    (
        "unvalidated_constraint",
        "CREATE DOMAIN d AS int; ALTER DOMAIN d ADD CONSTRAINT k CHECK (VALUE > 0) NOT VALID",
        "d k",
    ),
    (
        "unvalidated_constraint",
        """CREATE TABLE t (a int); CREATE TABLE u () INHERITS (t);
           ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT VALID""",
        "t k",
    ),
    (
        "index_on_a_flag",
        FLAG + "); CREATE INDEX i ON t (done) INCLUDE (id); CREATE INDEX j ON t (done) WHERE done",
        "",
    ),
    (
        "updated_at_without_trigger",
        "CREATE TABLE t (updated_at date) PARTITION BY RANGE (updated_at)",
        "t.updated_at",
    ),
]


@pytest.fixture(scope="module")
def bench(server, fresh):
    """Yield a connection to a database for all kinds, and a count for their schemas."""
    with fresh(server) as dsn, psycopg.connect(dsn, autocommit=True) as connection:
        yield connection, count()


@pytest.mark.parametrize(("name", "made", "objects"), KINDS)
def test_kinds(bench, name, made, objects):
    """Each is found for what it does, and not for what it looks like."""
    connection, numbers = bench
    schema = f"kind_{next(numbers)}"
    connection.execute("DISCARD TEMP")
    connection.execute(f"CREATE SCHEMA {schema}; SET search_path = {schema}; {made}")
    found = [one.object for one in review(connection, [schema]).findings if one.rule.name == name]

    assert ([objects] if objects else []) == found


# two rules that speak of the same thing: what is made, and the rules of which each cure is carried out
AGREE = [
    """CREATE TABLE p (id serial PRIMARY KEY); CREATE TABLE c (id bigint PRIMARY KEY, p bigint REFERENCES p);
       CREATE INDEX ON c (p)""",
    """CREATE TABLE p (f boolean PRIMARY KEY);
       CREATE TABLE c (id bigint PRIMARY KEY, f boolean REFERENCES p ON DELETE SET NULL)""",
    """CREATE TABLE p (id bigint PRIMARY KEY); CREATE TABLE c (id bigint PRIMARY KEY, p bigint REFERENCES p);
       CREATE INDEX c_p ON c (p);"""
    + ";".join(["SELECT count(*) FROM c"] * 100)
    + ";"
    + STATS,
    "CREATE TABLE t (a int NOT NULL UNIQUE, b int NOT NULL, UNIQUE (a, b))",
]


@pytest.mark.parametrize("made", AGREE)
def test_no_cure_makes_what_another_rule_finds(dsn, made):
    """Whoever obeys a rule is not sent back by another."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(made)
        first = {identity(one): one for one in review(connection).findings if not one.rule.counted}
        for one in first.values():
            connection.execute(
                one.cure.partition(", then drop")[0].replace(", ALTER SEQUENCE", "; ALTER SEQUENCE")
            )
        again = {identity(one) for one in review(connection).findings if not one.rule.counted}

    assert set() == again - {("redundant_index", "t_a_key")}  # which the cure said to drop


def test_what_an_extension_owns_is_not_reviewed(dsn):
    """Nobody but its own script may change it; what stands beside it is reviewed."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("""
            CREATE EXTENSION hstore;
            CREATE TABLE owned (a timestamp, done boolean);
            CREATE SEQUENCE numbers AS smallint;
            SELECT setval('numbers', 32767);
            CREATE FUNCTION now_utc() RETURNS timestamptz SECURITY DEFINER LANGUAGE sql AS 'SELECT now()';
            ALTER EXTENSION hstore ADD TABLE owned;
            ALTER EXTENSION hstore ADD SEQUENCE numbers;
            ALTER EXTENSION hstore ADD FUNCTION now_utc();
            CREATE TABLE ours (id bigint PRIMARY KEY, a timestamp)
        """)
        done = review(connection)

    assert (1, {"ours", "ours.a"}) == (done.tables, {one.object for one in done.findings})
