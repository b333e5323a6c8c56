-- the planner knows nothing of its rows and guesses
-- level: cost
-- chapter: 07
SELECT c.oid::regclass::text AS object,
       'rows, and no statistics' AS seen,
       format('ANALYZE %%s', c.oid::regclass) AS cure
FROM pg_class AS c
WHERE c.relkind = 'r' AND c.reltuples < 0 AND pg_relation_size(c.oid) > 0
  AND c.relnamespace = ANY (%(schemas)s::oid[])
ORDER BY object
