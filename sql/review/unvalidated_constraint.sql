-- new rows obey it, old ones were never looked at, and the planner may not rely on it
-- level: fault
-- chapter: 21
SELECT format('%%s %%I', k.conrelid::regclass, k.conname) AS object,
       'NOT VALID' AS seen,
       format('ALTER TABLE %%s VALIDATE CONSTRAINT %%I', k.conrelid::regclass, k.conname) AS cure
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
WHERE NOT k.convalidated AND coalesce(to_jsonb(k) ->> 'conenforced', 'true') = 'true'
  AND c.relnamespace = ANY (%(schemas)s::oid[])
ORDER BY object
