--@ do: ten notes for each lesson, and no index on their key
CREATE TABLE lesson_notes (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  progress_id UUID NOT NULL REFERENCES lesson_progress (id) ON DELETE CASCADE);
INSERT INTO lesson_notes (progress_id) SELECT id FROM generate_series(1, 10), lesson_progress;
ANALYZE lesson_notes;
--@ value progress_left: her lessons
DELETE FROM users WHERE id = :mina;
SELECT count(*) FROM lesson_progress WHERE user_id = :mina;
--@ value notes_left: notes on lessons that are gone
CREATE TEMP TABLE hers AS SELECT id FROM lesson_progress WHERE user_id = :mina;
DELETE FROM users WHERE id = :mina;
SELECT count(*) FROM lesson_notes WHERE progress_id IN (TABLE hers);
--@ value notes_read_without_index: notes that are read for it
CREATE TEMP TABLE before AS SELECT seq_tup_read FROM pg_stat_xact_user_tables WHERE relname = 'lesson_notes';
DELETE FROM users WHERE id = :mina;
SELECT x.seq_tup_read - before.seq_tup_read FROM pg_stat_xact_user_tables AS x, before WHERE relname = 'lesson_notes';
--@ value notes_read_with_index: and with an index on their key
CREATE INDEX ON lesson_notes (progress_id);
CREATE TEMP TABLE before AS SELECT seq_tup_read FROM pg_stat_xact_user_tables WHERE relname = 'lesson_notes';
DELETE FROM users WHERE id = :mina;
SELECT x.seq_tup_read - before.seq_tup_read FROM pg_stat_xact_user_tables AS x, before WHERE relname = 'lesson_notes';
