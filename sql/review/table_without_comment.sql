-- whoever comes later has to guess what a row stands for
-- level: note
-- chapter: 18
-- only counted
SELECT t.name AS object,
       'no comment on the table' AS seen,
       format('COMMENT ON TABLE %%s IS ''…''', t.name) AS cure
FROM tables AS t
WHERE obj_description(t.oid, 'pg_class') IS NULL
ORDER BY object
