-- The equality first, then the range: the completions of a course lie side by side, in the order of time, and the index has all
-- that the page shows.
CREATE INDEX idx_lesson_progress_course_completed_at ON lesson_progress (course_id, completed_at)
WHERE completed_at IS NOT NULL;
