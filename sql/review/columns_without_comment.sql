-- a name tells what a column is called, not its unit, who writes it, or what NULL means in it
-- level: note
-- chapter: 18
SELECT bare.table_name AS object,
       format('no comment on %%s of %%s columns: %%s', bare.without, bare.columns, bare.names) AS seen,
       format('COMMENT ON COLUMN %%s.%%s IS ''…''', bare.table_name, split_part(bare.names, ', ', 1)) AS cure
FROM (
  SELECT c.oid::regclass::text AS table_name, count(*) AS columns,
         count(*) FILTER (WHERE col_description(c.oid, a.attnum) IS NULL) AS without,
         string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
           FILTER (WHERE col_description(c.oid, a.attnum) IS NULL) AS names
  FROM pg_class AS c
  JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND c.relnamespace = ANY (%(schemas)s::oid[])
  GROUP BY c.oid
) AS bare
WHERE bare.without > 0
ORDER BY object
