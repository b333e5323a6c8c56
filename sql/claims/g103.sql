--@ apart: REINDEX CONCURRENTLY cannot stand in a transaction
--@ do: a table whose indexes have grown
CREATE TABLE worn (LIKE lesson_progress INCLUDING DEFAULTS) WITH (autovacuum_enabled = off);
INSERT INTO worn SELECT * FROM lesson_progress LIMIT 100000;
CREATE INDEX worn_user_id ON worn (user_id);
CREATE INDEX worn_completed_at ON worn (completed_at) WHERE completed_at IS NOT NULL;
CREATE TABLE measured AS SELECT pg_relation_size('worn_user_id') AS of_user, 0::bigint AS of_time,
  pg_snapshot_xmax(pg_current_snapshot()) AS after;
UPDATE worn SET completed = NOT completed, completed_at = CASE WHEN completed THEN NULL ELSE now() END
WHERE mod(hashtext(id::text), 5) = 0;
UPDATE measured SET of_time = pg_relation_size('worn_completed_at'),
  after = pg_snapshot_xmax(pg_current_snapshot());
--@ true: the index on user_id has grown
SELECT pg_relation_size('worn_user_id') > 1.2 * of_user FROM measured;
--@ do: nobody who began before is at work, in any database: whoever is keeps dead rows in a new index
DO $$
BEGIN
  FOR look IN 1..200 LOOP
    EXIT WHEN pg_snapshot_xmin(pg_current_snapshot()) >= (SELECT after FROM measured) AND NOT EXISTS (
      SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
    );
    PERFORM pg_sleep(0.05), pg_stat_clear_snapshot();
  END LOOP;
END $$;
--@ value lock_on_the_index: the lock that REINDEX holds on the index until its transaction ends
BEGIN;
REINDEX INDEX worn_user_id;
SELECT mode FROM pg_locks WHERE relation = 'worn_user_id'::regclass AND pid = pg_backend_pid();
--@ value lock_on_the_table: and on the table
SELECT mode FROM pg_locks WHERE relation = 'worn'::regclass AND pid = pg_backend_pid();
--@ do: the end of that transaction
COMMIT;
--@ value user_index_again: times the size of the new one
SELECT pg_relation_size('worn_user_id')::numeric / of_user FROM measured;
--@ do: the other index, in the other way
REINDEX INDEX CONCURRENTLY worn_completed_at;
--@ value completed_at_index_shrank: whether it has given room back, too
SELECT pg_relation_size('worn_completed_at') < of_time FROM measured;
