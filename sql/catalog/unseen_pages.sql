-- unseen_pages: the tables that have pages not yet known to be visible to all
SELECT relname
FROM pg_class
WHERE oid = ANY (%(tables)s::text[]::regclass[]) AND relallvisible < relpages
ORDER BY relname
