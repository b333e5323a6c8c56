-- a name tells what a column is called, not its unit, who writes it, or what NULL means in it
-- level: note
-- chapter: 18
-- only counted
SELECT bare.table_name AS object,
       format('no comment on %%s of %%s columns: %%s', bare.without, bare.columns, bare.names) AS seen,
       format('COMMENT ON COLUMN %%s.%%s IS ''…''', bare.table_name, bare.first) AS cure
FROM (
  SELECT c.table_name, count(*) AS columns,
         count(*) FILTER (WHERE col_description(c.attrelid, c.attnum) IS NULL) AS without,
         string_agg(quote_ident(c.attname), ', ' ORDER BY c.attnum)
           FILTER (WHERE col_description(c.attrelid, c.attnum) IS NULL) AS names,
         (array_agg(quote_ident(c.attname) ORDER BY c.attnum)
           FILTER (WHERE col_description(c.attrelid, c.attnum) IS NULL))[1] AS first
  FROM columns AS c
  WHERE NOT c.inherited
  GROUP BY c.table_name
) AS bare
WHERE bare.without > 0
ORDER BY object
