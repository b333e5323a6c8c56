-- it runs with its owner's rights and finds its tables by the caller's search path
-- level: fault
-- chapter: 18
SELECT p.oid::regprocedure::text AS object,
       'SECURITY DEFINER without a search path of its own' AS seen,
       format('ALTER %%s %%s SET search_path = pg_catalog, %%s, pg_temp',
              CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, p.oid::regprocedure,
              p.pronamespace::regnamespace) AS cure
FROM pg_proc AS p
JOIN pg_language AS l ON l.oid = p.prolang
WHERE p.prosecdef AND NOT coalesce(p.proconfig, '{}')::text ~ 'search_path='
  -- BEGIN ATOMIC looked its names up when it was made, C has none
  AND p.prosqlbody IS NULL AND l.lanname NOT IN ('c', 'internal')
  AND p.pronamespace = ANY (%(schemas)s::oid[])
  AND NOT EXISTS (SELECT FROM extended AS e WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid)
ORDER BY object
