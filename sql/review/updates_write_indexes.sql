-- most updates also write every index: an indexed column changes often, or the pages have no room left
-- level: cost
-- chapter: 18
SELECT r.name AS object,
       format('%%s updates, %%s of them HOT', s.n_tup_upd, s.n_tup_hot_upd) AS seen,
       format('drop the index on what changes often, or ALTER TABLE %%s SET (fillfactor = 90)', r.name) AS cure
FROM relations AS r
JOIN pg_stat_user_tables AS s ON s.relid = r.oid
WHERE s.n_tup_upd >= 1000 AND s.n_tup_hot_upd * 2 < s.n_tup_upd
  AND EXISTS (SELECT FROM indexes AS i WHERE i.indrelid = r.oid)
ORDER BY object
