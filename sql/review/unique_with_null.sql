-- two NULLs are not equal: rows that are alike but for a NULL are all let in
-- level: fault
-- chapter: 06
SELECT i.indexrelid::regclass::text AS object,
       format('unique, and %%s may be NULL', string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)) AS seen,
       'NOT NULL on the columns, or UNIQUE NULLS NOT DISTINCT' AS cure
FROM pg_index AS i
JOIN pg_class AS c ON c.oid = i.indexrelid
JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = ANY ((i.indkey::smallint[])[0:i.indnkeyatts - 1])
WHERE i.indisunique AND NOT i.indisprimary AND NOT i.indnullsnotdistinct AND NOT c.relispartition
  AND i.indpred IS NULL AND i.indnkeyatts > 1 -- one column alone: many rows without a value may be meant
  AND NOT a.attnotnull
  AND c.relnamespace = ANY (%(schemas)s::oid[])
GROUP BY i.indexrelid
ORDER BY object
