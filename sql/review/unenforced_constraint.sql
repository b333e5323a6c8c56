-- it is written down and nothing obeys it
-- level: fault
-- chapter: 06
SELECT format('%%s %%I', k.conrelid::regclass, k.conname) AS object,
       'NOT ENFORCED' AS seen,
       format('ALTER TABLE %%s DROP CONSTRAINT %%I, then ADD it enforced', k.conrelid::regclass, k.conname) AS cure
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
WHERE to_jsonb(k) ->> 'conenforced' = 'false' -- since 18
  AND c.relnamespace = ANY (%(schemas)s::oid[])
ORDER BY object
