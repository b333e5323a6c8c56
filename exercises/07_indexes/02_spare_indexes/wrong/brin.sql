-- A BRIN index is small, for it knows ranges of pages and no rows: all rows of a range are read,
-- and last week takes more pages than before.
-- has: brin
-- says: too many pages: what was completed in the last week
DROP INDEX idx_lesson_progress_user_id, idx_lesson_progress_user_course, newest_visit;
DROP INDEX idx_lesson_progress_completed_at;
CREATE INDEX completed_lately ON lesson_progress USING brin (completed_at);
