-- Two UPDATEs, the lesser name first. Each locks its row as it comes.
BEGIN;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + CASE WHEN :first < :second THEN :at_first ELSE :at_second END
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = least(:first, :second);
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + CASE WHEN :first < :second THEN :at_second ELSE :at_first END
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = greatest(:first, :second);
COMMIT;
