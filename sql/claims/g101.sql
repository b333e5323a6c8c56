--@ do: the full index, and one that keeps each entry by itself
CREATE INDEX completed_full ON lesson_progress (completed_at);
CREATE INDEX completed_full_single ON lesson_progress (completed_at) WITH (deduplicate_items = off);
--@ value full_mb_a_million: MB for a million rows
SELECT pg_relation_size('completed_full')::numeric / count(*) FROM lesson_progress;
--@ value partial_mb_a_million: MB of the partial one for a million rows in the table
SELECT pg_relation_size('idx_lesson_progress_completed_at')::numeric / count(*) FROM lesson_progress;
--@ value full_without_deduplication: MB with each entry by itself
SELECT pg_relation_size('completed_full_single')::numeric / count(*) FROM lesson_progress;
