--@ do: the NULLs alone, as they are kept and each by itself
CREATE INDEX completed_nulls ON lesson_progress (completed_at) WHERE completed_at IS NULL;
CREATE INDEX completed_nulls_single ON lesson_progress (completed_at) WITH (deduplicate_items = off)
WHERE completed_at IS NULL;
--@ value bytes_a_null: bytes of an entry
SELECT pg_relation_size('completed_nulls')::numeric / count(*) FROM lesson_progress WHERE completed_at IS NULL;
--@ value without_deduplication: bytes of an entry without deduplication
SELECT pg_relation_size('completed_nulls_single')::numeric / count(*) FROM lesson_progress
WHERE completed_at IS NULL;
