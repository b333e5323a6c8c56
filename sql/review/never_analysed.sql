-- the planner knows nothing of its rows and guesses
-- level: cost
-- chapter: 07
SELECT r.name AS object,
       'rows, and no statistics' AS seen,
       format('ANALYZE %%s', r.name) AS cure
FROM relations AS r
WHERE r.relkind IN ('r', 'm') AND r.reltuples < 0 AND pg_relation_size(r.oid) > 0
ORDER BY object
