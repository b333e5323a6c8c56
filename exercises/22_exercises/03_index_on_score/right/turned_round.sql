-- 40 > score says what score < 40 says, and the server knows it.
CREATE INDEX idx_lesson_progress_failed ON lesson_progress (course_id)
INCLUDE (score, lesson_id, user_id) WHERE 40 > score;
