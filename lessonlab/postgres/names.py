"""The names in a database, read beside the session that asks: its transaction may be open, failed or busy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import conninfo

from lessonlab import content
from lessonlab.postgres.scan import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from psycopg import Connection

SECONDS = 2  # to connect, the shortest that libpq knows
LIMIT_MS = 300  # for the one query
NEAR = 0.6
UNDEFINED_TABLE, UNDEFINED_COLUMN = "42P01", "42703"
KINDS = frozenset({"word", "identifier"})  # of tokens that name something
BEFORE = frozenset({"table", "on", "references", "truncate"})  # a table's name follows, or one of these
BETWEEN = frozenset({"if", "not", "exists", "only", "table", "concurrently"})
ACTIONS = frozenset({"delete", "update"})
PLAIN = re.compile(r"[a-z_][a-z0-9_]*")
RESERVED = frozenset(  # words that name nothing unless they are quoted
    """
    all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate
    collation column concurrently constraint create cross current_catalog current_date current_role
    current_schema current_time current_timestamp current_user default deferrable desc distinct do else end
    except false fetch for foreign freeze from full grant group having ilike in initially inner intersect
    into is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null
    offset on only or order outer overlaps placing primary references returning right select session_user
    similar some symmetric system_user table tablesample then to trailing true union unique user using
    variadic verbose when where window with
    """.split()  # noqa: SIM905 - the list is read by people
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A table or view, its columns and indexes; *bare* when a query finds it without its schema."""

    schema: str
    name: str
    bare: bool
    columns: tuple[str, ...]
    indexes: tuple[str, ...] = ()


def read_names(conn: Connection[Any]) -> tuple[Relation, ...]:
    """
    Return the tables and views of the database that *conn* is connected to, none where it cannot be asked.

    Nothing happens to the transaction on *conn*, whatever its state.  A server of version 18 has told *conn*
    where it looks for names; of others the default is taken.
    """
    path = conn.info.parameter_status("search_path")
    try:
        with beside(conn) as other:
            if path is not None:
                other.execute("SELECT set_config('search_path', %s, false)", [path])
            found = other.execute(content.sql("catalog/names").encode()).fetchall()
    except psycopg.Error:
        return ()
    return tuple(Relation(at, name, bare, tuple(has), tuple(by)) for at, name, bare, has, by in found)


def beside(conn: Connection[Any]) -> Connection[Any]:
    """Return a short connection of its own to the database of *conn*, for one question."""
    dsn = conninfo.make_conninfo(
        conn.info.dsn,
        password=conn.info.password or None,
        connect_timeout=SECONDS,
        application_name="lessonlab names",
        options=f"{conn.info.options} -c statement_timeout={LIMIT_MS} -c lock_timeout={LIMIT_MS}".strip(),
    )
    return psycopg.connect(dsn, autocommit=True)


def near_name(conn: Connection[Any], sqlstate: str | None, statement: str, at: int | None) -> str | None:
    """Return the line that names what is nearest to the unknown table or column at *at*, if one is near."""
    if sqlstate not in {UNDEFINED_TABLE, UNDEFINED_COLUMN} or (at is None and sqlstate == UNDEFINED_COLUMN):
        return None
    if at is None:
        return near_table(conn, statement)
    typed = next((one for one in tokens(statement) if one.start <= at < one.end), None)
    if typed is None or typed.kind not in KINDS:
        return None
    word = typed.text.strip('"')
    if not re.fullmatch(r"[\w$ ]+", word):  # a word processor's quote in it is another mistake
        return None
    known = read_names(conn)
    if sqlstate == UNDEFINED_TABLE:
        is_prefix = statement[typed.end :].lstrip().startswith(".")
        return nearest(word, [one.name for one in known if one.bare and not is_prefix], known)
    used = tables_in(statement, known)
    return nearest(word, [column for one in used for column in one.columns], ())


def near_table(conn: Connection[Any], statement: str) -> str | None:
    """
    Return the line for an unknown table of which the server does not say where it stands.

    It is so in ALTER TABLE, CREATE INDEX and the like: of the tables named there one is not known.
    """
    known = read_names(conn)
    names = {one.name for one in known}
    unknown = (word for word in tables_named(statement) if word not in names)
    word = next(unknown, None)
    return nearest(word, [one.name for one in known if one.bare], known) if word else None


def tables_named(statement: str) -> Iterator[str]:
    """
    Yield what stands where a command names a table.

    >>> list(tables_named("ALTER TABLE IF EXISTS a ADD FOREIGN KEY (x) REFERENCES b (y) ON DELETE CASCADE"))
    ['a', 'b']
    """
    expected = False
    for token in tokens(statement):
        word = token.text.strip('"')
        if token.kind not in KINDS or (expected and word.lower() in BETWEEN):
            continue
        if expected and not (token.kind == "word" and word.lower() in ACTIONS):
            yield word
        expected = token.kind == "word" and word.lower() in BEFORE


def nearest(word: str, names: Iterable[str], known: Iterable[Relation]) -> str | None:
    """
    Return a line that names those of *names* which *word* is likely to mean.

    >>> nearest("lessons_progress", ["lesson_progress", "users"], ())
    'did you mean lesson_progress?'
    >>> nearest("Users", ["users"], ()), nearest("Mina", ["name"], ())
    ('did you mean users?', None)
    """
    every = list(dict.fromkeys(names))
    elsewhere = [f"{one.schema}.{one.name}" for one in known if not one.bare and one.name == word]
    same = [name for name in every if name.lower() == word.lower() and name != word]
    import difflib  # noqa: PLC0415 - only a name that is not there needs it

    near = same or elsewhere or difflib.get_close_matches(word.lower(), every, n=1, cutoff=NEAR)
    return f"did you mean {' or '.join(map(written, near))}?" if near else None


def written(name: str) -> str:
    """
    Return *name* as one writes it.

    >>> written("users"), written("Full name"), written("app.users"), written("order")
    ('users', '"Full name"', 'app.users', '"order"')
    """
    plain = all(PLAIN.fullmatch(part) and part not in RESERVED for part in name.split("."))
    return name if plain else '"' + name.replace('"', '""') + '"'


def spoken(text: str) -> str:
    """
    Return the name that *text* stands for in SQL.

    >>> spoken("Users"), spoken('"Full ""name"'), spoken('"begun')
    ('users', 'Full "name', 'begun')
    """
    return text[1:].removesuffix('"').replace('""', '"') if text.startswith('"') else text.lower()


def tables_in(statement: str, known: Iterable[Relation]) -> list[Relation]:
    """Return those tables of *known* that *statement* names."""
    names = (token.text for token in tokens(statement) if token.kind in KINDS)
    words = {name.strip('"').lower() for name in names}
    return [one for one in known if one.name.lower() in words]
