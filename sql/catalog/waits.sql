-- waits: which of some sessions wait for a lock: for whom, and what is locked
-- A row has no lock of its own: who waits for one waits for a transaction, and keeps its place by a lock on the tuple.
SELECT asked.pid, pg_blocking_pids(asked.pid) AS blockers, wanted.locktype, wanted.mode,
       coalesce(wanted.relation, (
         SELECT place.relation FROM pg_locks AS place
         WHERE place.pid = asked.pid AND place.locktype = 'tuple' AND place.granted LIMIT 1
       ))::REGCLASS::TEXT AS relation
FROM unnest(%(pids)s::INTEGER[]) AS asked (pid)
JOIN pg_locks AS wanted ON wanted.pid = asked.pid AND NOT wanted.granted
WHERE cardinality(pg_blocking_pids(asked.pid)) > 0
