--@ value lock: how it locks the table
ALTER TABLE lesson_progress DISABLE TRIGGER update_lesson_progress_updated_at;
SELECT string_agg(mode, ', ' ORDER BY mode) FROM pg_locks
WHERE pid = pg_backend_pid() AND relation = 'lesson_progress'::regclass AND mode <> 'AccessShareLock';
--@ value stamped_meanwhile: rows that get a stamp meanwhile
ALTER TABLE lesson_progress DISABLE TRIGGER update_lesson_progress_updated_at;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 1 WHERE user_id = :mina AND course_id = :databases;
SELECT count(*) FROM lesson_progress WHERE updated_at = now();
--@ true: enabled again, it stamps
ALTER TABLE lesson_progress DISABLE TRIGGER update_lesson_progress_updated_at;
ALTER TABLE lesson_progress ENABLE TRIGGER update_lesson_progress_updated_at;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 1 WHERE user_id = :mina AND course_id = :databases;
SELECT count(*) = 12 FROM lesson_progress WHERE updated_at = now();
