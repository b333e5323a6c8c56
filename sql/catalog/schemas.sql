-- The schemas that are not the server's own or lessonlab's, with how many tables each has that no extension owns.
SELECT n.nspname AS name, n.oid, count(c.oid)::integer AS tables
FROM pg_namespace AS n
LEFT JOIN pg_class AS c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND NOT EXISTS (SELECT FROM pg_depend AS d
                  WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lessonlab_record')
GROUP BY n.nspname, n.oid
ORDER BY n.nspname
