-- keys: the primary key and the foreign keys of a table: which columns, and whether and how they refer to a parent
SELECT con.contype AS kind,
       con.confrelid = to_regclass(%(parent)s) AS to_parent,
       (SELECT array_agg(a.attname::TEXT ORDER BY k.place)
        FROM unnest(con.conkey) WITH ORDINALITY AS k (attnum, place)
        JOIN pg_attribute AS a ON a.attrelid = con.conrelid AND a.attnum = k.attnum) AS columns,
       (SELECT array_agg(a.attname::TEXT ORDER BY k.place)
        FROM unnest(con.confkey) WITH ORDINALITY AS k (attnum, place)
        JOIN pg_attribute AS a ON a.attrelid = con.confrelid AND a.attnum = k.attnum) AS parent_columns
FROM pg_constraint AS con
WHERE con.conrelid = to_regclass(%(table)s) AND con.contype IN ('p', 'f')
ORDER BY con.contype DESC, cardinality(con.conkey) DESC
