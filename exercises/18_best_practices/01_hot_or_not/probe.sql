--@ do: a
INSERT INTO seen SELECT 'a', -pg_stat_get_xact_tuples_hot_updated('lesson_progress'::regclass);
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30;
INSERT INTO seen SELECT 'a', pg_stat_get_xact_tuples_hot_updated('lesson_progress'::regclass);

--@ do: b
INSERT INTO seen SELECT 'b', -pg_stat_get_xact_tuples_hot_updated('lesson_progress'::regclass);
UPDATE lesson_progress SET completed = true;
INSERT INTO seen SELECT 'b', pg_stat_get_xact_tuples_hot_updated('lesson_progress'::regclass);

--@ do: c
INSERT INTO seen SELECT 'c', -pg_stat_get_xact_tuples_hot_updated('lesson_progress'::regclass);
UPDATE lesson_progress SET completed = true;
INSERT INTO seen SELECT 'c', pg_stat_get_xact_tuples_hot_updated('lesson_progress'::regclass);

--@ do: d
INSERT INTO seen SELECT 'd', -pg_stat_get_xact_tuples_hot_updated('lesson_progress'::regclass);
UPDATE lesson_progress SET completed_at = now();
INSERT INTO seen SELECT 'd', pg_stat_get_xact_tuples_hot_updated('lesson_progress'::regclass);

--@ do: e
INSERT INTO seen SELECT 'e', -pg_stat_get_xact_tuples_hot_updated('lesson_progress'::regclass);
UPDATE lesson_progress SET last_accessed_at = now();
INSERT INTO seen SELECT 'e', pg_stat_get_xact_tuples_hot_updated('lesson_progress'::regclass);

--@ do: f, an index
CREATE INDEX ON lesson_progress (last_accessed_at);

--@ do: f
INSERT INTO seen SELECT 'f', -pg_stat_get_xact_tuples_hot_updated('lesson_progress'::regclass);
UPDATE lesson_progress SET last_accessed_at = now();
INSERT INTO seen SELECT 'f', pg_stat_get_xact_tuples_hot_updated('lesson_progress'::regclass);

--@ value a: time_spent_seconds
SELECT sum(hot) FROM seen WHERE name = 'a';

--@ value b: completed
SELECT sum(hot) FROM seen WHERE name = 'b';

--@ value c: completed, to what it was
SELECT sum(hot) FROM seen WHERE name = 'c';

--@ value d: completed_at
SELECT sum(hot) FROM seen WHERE name = 'd';

--@ value e: last_accessed_at
SELECT sum(hot) FROM seen WHERE name = 'e';

--@ value f: last_accessed_at, with an index
SELECT sum(hot) FROM seen WHERE name = 'f';
