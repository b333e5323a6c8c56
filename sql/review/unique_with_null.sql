-- two NULLs are not equal: rows that are alike but for a NULL are all let in
-- level: fault
-- chapter: 06
SELECT i.name AS object,
       format('unique, and %%s may be NULL', string_agg(DISTINCT quote_ident(c.attname), ', ')) AS seen,
       CASE WHEN count(DISTINCT c.attnum) = i.indnkeyatts -- a row without any value may be meant
            THEN format('CHECK (num_nulls(%%1$s) IN (0, %%2$s)), so that either all have a value or none, or NOT NULL',
                        string_agg(DISTINCT quote_ident(c.attname), ', '), i.indnkeyatts)
            WHEN bool_or(c.attnum = ANY (freed.columns)) THEN 'UNIQUE NULLS NOT DISTINCT'
            ELSE 'NOT NULL on the columns, or UNIQUE NULLS NOT DISTINCT' END AS cure
FROM indexes AS i
CROSS JOIN LATERAL generate_series(1, i.indnkeyatts) AS at
-- what stands there without texts, as words: a column is one of them
CROSS JOIN LATERAL (
  SELECT array_agg(word[1]) AS words
  FROM regexp_matches(regexp_replace(pg_get_indexdef(i.indexrelid, at, false), '''(?:[^'']|'''')*''', '', 'g'),
                      '"(?:[^"]|"")+"|[\w$]+', 'g') AS word
) AS place
JOIN columns AS c ON c.attrelid = i.indrelid AND NOT c.required
  AND (c.attnum = i.indkey[at - 1] OR i.indkey[at - 1] = 0 AND quote_ident(c.attname) = ANY (place.words))
CROSS JOIN LATERAL (
  SELECT array_agg(gone) AS columns
  FROM constraints AS f CROSS JOIN unnest(coalesce(f.confdelsetcols, f.conkey)) AS gone
  WHERE f.conrelid = i.indrelid AND f.contype = 'f' AND f.confdeltype = 'n'
) AS freed
WHERE i.indisunique AND i.indisvalid AND NOT i.indisprimary AND NOT i.indnullsnotdistinct AND NOT i.relispartition
  AND i.indnkeyatts > 1 -- one column alone: many rows without a value may be meant
  -- an expression of NULL is NULL unless something in it catches that
  AND (i.indkey[at - 1] <> 0
       OR i.indexprs::text !~ '\{(COALESCE|CASE|NULLTEST|BOOLEANTEST|DISTINCT|NULLIF|MINMAX|ARRAY|ROW|XML|JSON)'
          AND NOT EXISTS (SELECT FROM regexp_matches(i.indexprs::text, ':(?:op)?funcid (\d+)', 'g') AS called
                          JOIN pg_proc AS p ON p.oid = called[1]::oid AND NOT p.proisstrict))
  AND (i.predicate IS NULL OR i.predicate !~ ('(^|\W)' || c.attname || '($|\W)'))
  AND NOT EXISTS ( -- another index refuses such rows: a key within this one, or one on the rows that have the NULL
    SELECT FROM indexes AS other
    WHERE other.indrelid = i.indrelid AND other.indexrelid <> i.indexrelid AND other.indisunique AND other.indisvalid
      AND other.expressions IS NULL AND other.key <@ i.key
      AND (other.predicate IS NULL AND (other.indnullsnotdistinct OR NOT EXISTS (
             SELECT FROM columns AS o WHERE o.attrelid = i.indrelid AND o.attnum = ANY (other.key) AND NOT o.required))
           OR position(format('(%%I IS NULL)', c.attname) IN other.predicate) > 0)
  )
  AND NOT EXISTS ( -- it is one of several parents: a row that has none here is another key's
    SELECT FROM indexes AS arc
    JOIN columns AS o ON o.attrelid = arc.indrelid AND o.attnum = ANY (arc.key) AND NOT o.required
      AND NOT o.attnum = ANY (i.key)
    WHERE arc.indrelid = i.indrelid AND arc.indisunique AND arc.indisvalid AND NOT c.attnum = ANY (arc.key)
      AND arc.key && array_remove(array_remove(i.key, c.attnum), 0::smallint)
  )
  AND NOT EXISTS ( -- none of the key has a value, or all have
    SELECT FROM constraints AS k
    WHERE k.conrelid = i.indrelid AND k.contype = 'c' AND k.convalidated AND k.conkey @> i.key AND i.key @> k.conkey
      AND pg_get_constraintdef(k.oid) ~ 'num_(non)?nulls\(| IS (NOT )?NULL\) = \('
  )
GROUP BY i.indexrelid, i.name, i.indnkeyatts
ORDER BY object
