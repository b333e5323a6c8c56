-- It carries the learner along, for another page.
CREATE INDEX idx_lesson_progress_course_completed_at ON lesson_progress (course_id, completed_at) INCLUDE (user_id)
WHERE completed_at IS NOT NULL;
