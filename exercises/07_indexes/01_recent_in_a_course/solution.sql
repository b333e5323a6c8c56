-- The course first: equality narrows to one stretch; the time second: that stretch is already in the order of the page.
-- A question about course_id alone is answered by the new index too.
CREATE INDEX idx_lesson_progress_course_seen ON lesson_progress (course_id, last_accessed_at);
DROP INDEX idx_lesson_progress_course_id;
