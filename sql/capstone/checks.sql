-- checks: each rule of tables that a CHECK says: whose it is, its name, and its condition
SELECT con.conrelid::regclass::text AS owner, quote_ident(con.conname) AS name,
       pg_get_expr(con.conbin, con.conrelid) AS condition
FROM pg_constraint AS con JOIN unnest(%(tables)s::TEXT[]) AS mine (name) ON con.conrelid = to_regclass(mine.name)
WHERE con.contype = 'c'
ORDER BY owner, name
