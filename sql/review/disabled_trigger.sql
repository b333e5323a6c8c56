-- what it was to do is not done, and nothing says so
-- level: fault
-- chapter: 12
SELECT DISTINCT format('%%s %%I', r.name, coalesce(k.conname, t.tgname)) AS object,
       CASE WHEN t.tgisinternal THEN 'foreign key that is not checked'
            WHEN t.tgenabled = 'R' THEN 'trigger that fires only for replicated rows'
            ELSE 'trigger that is switched off' END AS seen,
       format('ALTER TABLE %%s ENABLE TRIGGER %%s', r.name,
              CASE WHEN t.tgisinternal THEN 'ALL' ELSE quote_ident(t.tgname) END) AS cure
FROM pg_trigger AS t
JOIN relations AS r ON r.oid = t.tgrelid
LEFT JOIN pg_constraint AS k ON k.oid = t.tgconstraint AND t.tgisinternal
WHERE t.tgenabled IN ('D', 'R') AND coalesce(to_jsonb(k) ->> 'conenforced', 'true') = 'true'
  -- a partition's is its parent's, unless it alone is switched off
  AND NOT EXISTS (SELECT FROM pg_trigger AS above WHERE above.oid = t.tgparentid AND above.tgenabled = t.tgenabled)
ORDER BY object
