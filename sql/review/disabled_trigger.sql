-- what it was to do is not done, and nothing says so
-- level: fault
-- chapter: 12
SELECT format('%%s %%I', t.tgrelid::regclass, coalesce(k.conname, t.tgname)) AS object,
       CASE WHEN t.tgisinternal THEN 'foreign key that is not checked' ELSE 'trigger that is switched off' END AS seen,
       format('ALTER TABLE %%s ENABLE TRIGGER %%s', t.tgrelid::regclass,
              CASE WHEN t.tgisinternal THEN 'ALL' ELSE quote_ident(t.tgname) END) AS cure
FROM pg_trigger AS t
JOIN pg_class AS c ON c.oid = t.tgrelid
LEFT JOIN pg_constraint AS k ON k.oid = t.tgconstraint AND t.tgisinternal
WHERE t.tgenabled IN ('D', 'R') AND coalesce(to_jsonb(k) ->> 'conenforced', 'true') = 'true'
  AND c.relnamespace = ANY (%(schemas)s::oid[])
GROUP BY 1, 2, 3
ORDER BY object
