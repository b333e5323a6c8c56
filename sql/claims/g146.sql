--@ value moved_when_enabled: twelve rows are updated, the trigger is on
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 1 WHERE user_id = :mina AND course_id = :databases;
SELECT count(*) = 12 FROM lesson_progress WHERE updated_at = now();
--@ value moved_when_disabled: the same, the trigger is off
ALTER TABLE lesson_progress DISABLE TRIGGER update_lesson_progress_updated_at;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 1 WHERE user_id = :mina AND course_id = :databases;
SELECT count(*) > 0 FROM lesson_progress WHERE updated_at = now();
