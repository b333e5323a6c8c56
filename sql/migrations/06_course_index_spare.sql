--! no-transaction
-- The index of 05 begins with the same column, so this one answers nothing that 05 does not.
-- IF EXISTS: a file outside of a transaction may be broken off before it is recorded, and runs again then.
DROP INDEX CONCURRENTLY IF EXISTS idx_lesson_progress_course_id;
