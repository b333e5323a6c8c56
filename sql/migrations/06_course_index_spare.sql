--! no-transaction
-- The index of 05 begins with the same column, so this one answers nothing that 05 does not.
DROP INDEX CONCURRENTLY idx_lesson_progress_course_id;
