-- The schemas that are not the server's own or lessonlab's, with how many tables each has.
SELECT n.nspname AS name, n.oid, count(c.oid)::integer AS tables
FROM pg_namespace AS n
LEFT JOIN pg_class AS c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p') AND NOT c.relispartition
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lessonlab_record')
GROUP BY n.nspname, n.oid
ORDER BY n.nspname
