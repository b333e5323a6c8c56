--@ pages < 60: opened and completed, lesson by lesson
-- The rows of a course are not read from one index alone.
SELECT lesson_id, count(*) AS opened, count(*) FILTER (WHERE completed) AS completed
FROM lesson_progress WHERE course_id = (SELECT id FROM courses ORDER BY id LIMIT 1) GROUP BY lesson_id;

--@ true: one index more than before
-- One index was to come, and none to go: the number of indexes is another.
SELECT count(*) = 9 FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass;

--@ true: no index holds what a heartbeat moves
-- An index holds time_spent_seconds, last_accessed_at or updated_at, by name or within the whole row: whoever
-- writes a heartbeat writes to all indexes.
SELECT count(*) = 0 FROM pg_index
WHERE indrelid = 'public.lesson_progress'::regclass
  AND split_part(pg_get_indexdef(indexrelid), ' USING ', 2)
    ~ 'time_spent_seconds|last_accessed_at|updated_at|[.][*]';
