--@ do: the same index without the condition
CREATE INDEX completed_full ON lesson_progress (completed_at);
--@ value times_the_size: the full one by the partial one
SELECT pg_relation_size('completed_full')::numeric / pg_relation_size('idx_lesson_progress_completed_at');
