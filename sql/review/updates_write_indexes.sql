-- most updates also write every index: an indexed column changes often, or the pages have no room left
-- level: cost
-- chapter: 18
SELECT s.relid::regclass::text AS object,
       format('%%s updates, %%s of them HOT', s.n_tup_upd, s.n_tup_hot_upd) AS seen,
       format('drop the index on what changes often, or ALTER TABLE %%s SET (fillfactor = 90)', s.relid::regclass) AS cure
FROM pg_stat_user_tables AS s
JOIN pg_class AS c ON c.oid = s.relid
WHERE s.n_tup_upd >= 1000 AND s.n_tup_hot_upd * 2 < s.n_tup_upd
  AND c.relnamespace = ANY (%(schemas)s::oid[])
ORDER BY object
