-- it is written down and nothing obeys it
-- level: fault
-- chapter: 06
SELECT k.name AS object,
       'NOT ENFORCED' AS seen,
       format('ALTER TABLE %%s DROP CONSTRAINT %%I, then ADD it enforced', k.table_name, k.conname) AS cure
FROM constraints AS k
WHERE NOT k.enforced
ORDER BY object
