"""
Mutants of a schema or a trigger: what somebody makes who forgets a rule, says another one, or touches more.

What a solution made is read from the catalog, so that it does not matter how it was written: a mutant is the
solution and a statement behind it, and that statement is what an `equivalent.toml` names.  Bodies of
functions are texts: there a word is put in the place of another one.
"""

from __future__ import annotations

import re

PARTS = """
WITH held AS (
  SELECT oid, relname, relkind FROM pg_class
  WHERE oid >= 16384 AND relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')
)
SELECT h.relname, 'constraint', k.conname, k.contype::TEXT, pg_get_constraintdef(k.oid)
FROM pg_constraint AS k JOIN held AS h ON h.oid = k.conrelid WHERE k.contype <> 'n'
UNION ALL
SELECT h.relname, 'column', a.attname, format_type(a.atttypid, a.atttypmod),
       concat_ws(
         '|', CASE WHEN a.attnotnull THEN 'required' END, CASE WHEN d.oid IS NOT NULL THEN 'default' END,
         CASE WHEN a.attidentity <> '' THEN 'identity' END, CASE WHEN k.oid IS NOT NULL THEN 'key' END)
FROM held AS h JOIN pg_attribute AS a ON a.attrelid = h.oid AND a.attnum > 0
LEFT JOIN pg_attrdef AS d ON d.adrelid = h.oid AND d.adnum = a.attnum
LEFT JOIN pg_constraint AS k ON k.conrelid = h.oid AND k.contype = 'p' AND a.attnum = ANY (k.conkey)
WHERE h.relkind = 'r'
UNION ALL
SELECT h.relname, 'index', i.indexrelid::regclass::TEXT, '', pg_get_indexdef(i.indexrelid)
FROM pg_index AS i JOIN held AS h ON h.oid = i.indrelid
WHERE NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conindid = i.indexrelid)
UNION ALL
SELECT h.relname, 'trigger', t.tgname, '', pg_get_triggerdef(t.oid)
FROM pg_trigger AS t JOIN held AS h ON h.oid = t.tgrelid WHERE NOT t.tgisinternal
UNION ALL
SELECT '', 'function', p.oid::regprocedure::TEXT, '', pg_get_functiondef(p.oid)
FROM pg_proc AS p WHERE p.pronamespace = 'public'::regnamespace
UNION ALL
SELECT h.relname, 'view', h.relname, '', pg_get_viewdef(h.oid) FROM held AS h WHERE h.relkind = 'v'
UNION ALL
SELECT h.relname, 'comment', coalesce('COLUMN ' || h.relname || '.' || a.attname, 'TABLE ' || h.relname), '',
       d.description
FROM pg_description AS d JOIN held AS h ON h.oid = d.objoid AND d.classoid = 'pg_class'::regclass
LEFT JOIN pg_attribute AS a ON a.attrelid = h.oid AND a.attnum = d.objsubid AND d.objsubid > 0
WHERE h.relkind = 'r'
"""
ACTIONS = ("CASCADE", "SET NULL", "SET DEFAULT", "NO ACTION")
OTHER_TYPES = {
    "uuid": ("TEXT",),
    "text": ("VARCHAR(12)", "CHAR(200)"),
    "integer": ("NUMERIC", "REAL"),
    "smallint": ("NUMERIC",),
    "timestamp with time zone": ("TIMESTAMP", "DATE"),
}
NOW = ("'now'::TIMESTAMPTZ", "CURRENT_DATE", "clock_timestamp()", "now() AT TIME ZONE 'UTC'")
DEFAULTS = {
    "uuid": ("'00000000-0000-4000-8000-000000000000'",),
    "text": ("''", "'unknown'"),
    "integer": ("0", "1"),
    "timestamp with time zone": NOW,
}
NARROW = {
    "text": ("{} ~ '^[a-z]+$'", "length({}) < 12"),
    "integer": ("{} > 1", "{} < 30"),
    "timestamp with time zone": ("{} > '2026-01-01'", "{} < '2026-01-01'"),
}
SWAPS = (
    ("<= 100", "< 100"), (">= 0", "> 0"), (">= 1", ">= 0"), (">= 1", "> 1"), ("<= 100", "<= 101"),
    (">= 0", ">= '-1'::integer"), (" >= ", " > "), (" = ", " <> "), (" AND ", " OR "),
)  # fmt: skip
EVENTS = (
    ("BEFORE", "AFTER"), ("AFTER", "BEFORE"), ("FOR EACH ROW", "FOR EACH STATEMENT"), ("INSERT OR ", ""),
    (" OR UPDATE", ""), (" OR DELETE", ""), ("DELETE OR ", ""), ("UPDATE", "INSERT OR UPDATE"),
    ("UPDATE", "UPDATE OR DELETE"), ("UPDATE", "INSERT"),
    ("FOR EACH ROW", "FOR EACH ROW WHEN (pg_trigger_depth() > 0)"),
)  # fmt: skip
ONE_COLUMN = {"certificate": "percentage", "lesson_progress": "completed", "course_progress": "updated_at"}
WORDS = (
    ("NEW.", "OLD."), ("OLD.", "NEW."), ("RETURN NEW", "RETURN OLD"), ("RETURN NEW", "RETURN NULL"),
    ("RETURN NULL", "RETURN NEW"), ("now()", "clock_timestamp()"), ("100.0", "100"), ("least(100, ", "("),
    ("round(", "trunc("), ("NOT EXISTS", "EXISTS"), (" = 100", " >= 99"), ("FOR UPDATE", ""),
    ("true;", "false;"),
    ("check_violation", "raise_exception"), (" AND lp.completed", ""), ("coalesce(", "least("),
    ("[-1, 0, 100, 101]", "[0, 100, 101]"), ("[-1, 0, 100, 101]", "[-1, 0, 100]"),
    ("[-1, 0, 100, 101]", "[-1, 100, 101]"), ("[-1, 0, 100, 101]", "[-1, 0, 101]"),
    ("RAISE EXCEPTION 'taken back'", "RETURN good"), ("WHEN check_violation", "WHEN OTHERS"),
    ("WHEN OTHERS THEN RETURN false", "WHEN OTHERS THEN RETURN true"),
    ("raise_exception THEN RETURN good", "raise_exception THEN RETURN true"),
)  # fmt: skip
ELSEWHERE = (
    "DROP INDEX idx_lesson_progress_completed",
    "ALTER TABLE lesson_progress DISABLE TRIGGER USER",
    "ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_score_check",
    "ALTER TABLE users ADD COLUMN nickname TEXT",
    "ALTER TABLE courses ALTER title DROP NOT NULL",
    "INSERT INTO users (email, name) VALUES ('somebody@example.org', 'Somebody')",
)


def parts(connection):
    """Return what is in schema public: (table, what, name, kind, definition)."""
    return {tuple(row) for row in connection.execute(PARTS)}


def ddl_mutants(before, after):
    """Return the statements that make mutants of what came after *before*, each with its kind."""
    new = sorted(after - before)
    tables = {table for table, what, *_ in new if what == "column"} - {
        table for table, what, *_ in before if what == "column"
    }
    found = {}
    for table, what, name, kind, definition in new:
        if what in ("column", "constraint", "index", "comment") and table not in tables:
            continue
        for text in MAKERS[what](table, name, kind, definition):
            found.setdefault(text, what)
    for table in sorted(tables):
        own = [one for one in new if one[:2] == (table, "column") and "identity" not in one[4]]
        indexed = any(one[:2] == (table, "index") for one in new)
        for _, _, name, _, _ in own:
            if indexed:
                found[f"CREATE INDEX spare_{name} ON {table} ({name})"] = "spare index"
            found[f"CREATE UNIQUE INDEX once_{name} ON {table} ({name})"] = "one more rule"
    return found | dict.fromkeys(ELSEWHERE, "something else")


def columns(table, name, kind, definition):
    """Leave NOT NULL or the default out, take another type, another default, a narrower rule."""
    flags = definition.split("|")
    alter = f"ALTER TABLE {table} ALTER {name}"
    if "identity" in flags:
        return
    if "required" in flags and "key" not in flags:
        yield f"{alter} DROP NOT NULL"
    if "required" not in flags:
        yield f"{alter} SET NOT NULL"
    if "default" in flags:
        yield f"{alter} DROP DEFAULT"
    yield from (f"{alter} TYPE {other}" for other in OTHER_TYPES.get(kind, ()))
    yield from (f"{alter} SET DEFAULT {other}" for other in DEFAULTS.get(kind, ()))
    yield from (f"ALTER TABLE {table} ADD CHECK ({rule.format(name)})" for rule in NARROW.get(kind, ()))


def constraints(table, name, kind, definition):
    """Leave a rule out, or say another: another action, another bound, one column less or more."""
    drop = f'ALTER TABLE {table} DROP CONSTRAINT "{name}"'
    yield drop
    if kind == "f":
        plain = re.sub(r" ON DELETE (CASCADE|SET NULL|SET DEFAULT|RESTRICT|NO ACTION)", "", definition)
        if "lesson_progress" in plain:
            yield f"{drop}, ADD {plain.replace('lesson_progress', 'course_progress')} ON DELETE CASCADE"
        for action in ACTIONS:
            if f"ON DELETE {action}" not in definition:
                yield f"{drop}, ADD {plain} ON DELETE {action}"
    if kind == "c":
        yield from (f"{drop}, ADD {definition.replace(*swap)}" for swap in SWAPS if swap[0] in definition)
    if kind in ("p", "u"):
        head, _, inside = definition.partition("(")
        keys = inside.rstrip(")").split(", ")
        for key in keys[1:] and keys:
            fewer = ", ".join(other for other in keys if other != key)
            yield f"{drop}, ADD {head}({fewer})"
        if "user_id" not in keys:
            yield f"{drop}, ADD {head}({', '.join((*keys, 'user_id'))})"


def indexes(table, name, kind, definition):  # noqa: ARG001 - one shape for all makers
    """Leave an index out, hold only some rows, or know no more than ranges of pages."""
    yield f"DROP INDEX {name}"
    if "USING btree" in definition and "UNIQUE" not in definition:
        yield f"DROP INDEX {name}; {definition.replace('USING btree', 'USING brin')}"
    yield f"DROP INDEX {name}; {definition} WHERE user_id > '80000000-0000-0000-0000-000000000000'"


def triggers(table, name, kind, definition):  # noqa: ARG001
    """Leave a trigger out, or fire at another moment, for other events, or for one column only."""
    drop = f'DROP TRIGGER "{name}" ON {table}'
    yield drop
    for old, other in (*EVENTS, ("UPDATE", f"UPDATE OF {ONE_COLUMN[table]}")):
        if old in definition and not (other.startswith("INSERT OR") and "INSERT" in definition):
            yield f"{drop}; {definition.replace(old, other, 1)}"


def bodies(table, name, kind, definition):  # noqa: ARG001
    """Put another word in the place of one in a function's body."""
    for old, other in WORDS:
        for match in re.finditer(re.escape(old), definition):
            yield definition[: match.start()] + other + definition[match.end() :]


def views(table, name, kind, definition):  # noqa: ARG001
    """Leave a condition of a view out, or turn a comparison."""
    turned = {" = ": " <> ", "[0]": "[1]", "[1]": "[2]", " IS NULL": " IS NOT NULL"}
    found = [(match, turned[match[0]]) for match in re.finditer(r" = |\[0\]|\[1\]| IS NULL", definition)]
    found += [(match, "") for match in re.finditer(r"AND (\([^()]*(\([^()]*\))?[^()]*\))", definition)]
    for match, other in found:
        rest = f"{definition[: match.start()]}{other}{definition[match.end() :]}"
        yield f"CREATE OR REPLACE VIEW {name} AS {rest}"


def comments(table, name, kind, definition):  # noqa: ARG001
    """Leave a comment out, or say what the name says."""
    yield f"COMMENT ON {name} IS NULL"
    yield f"COMMENT ON {name} IS '{name.rpartition('.')[2].replace('_', ' ')}'"


MAKERS = {
    "column": columns,
    "constraint": constraints,
    "index": indexes,
    "trigger": triggers,
    "function": bodies,
    "view": views,
    "comment": comments,
}
