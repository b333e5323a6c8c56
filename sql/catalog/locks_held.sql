-- locks_held: the tables of this database that some sessions have locked, or wait to lock
SELECT pid, relation::REGCLASS::TEXT AS relation, mode, granted
FROM pg_locks
WHERE pid = ANY(%(pids)s::INTEGER[]) AND locktype = 'relation'
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
  AND relation >= 16384 -- below are the server's own tables
  AND relation NOT IN (SELECT indexrelid FROM pg_index)
ORDER BY array_position(%(pids)s::INTEGER[], pid), relation, mode
