-- it runs with its owner's rights and finds its tables by the caller's search path
-- level: fault
-- chapter: 18
SELECT p.oid::regprocedure::text AS object,
       'SECURITY DEFINER without a search path of its own' AS seen,
       format('ALTER %%s %%s SET search_path = pg_catalog, %%s, pg_temp',
              CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, p.oid::regprocedure,
              p.pronamespace::regnamespace) AS cure
FROM pg_proc AS p
WHERE p.prosecdef AND NOT coalesce(p.proconfig, '{}')::text ~ 'search_path='
  AND p.pronamespace = ANY (%(schemas)s::oid[])
ORDER BY object
