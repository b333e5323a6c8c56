-- All four as columns of the key, and a little more than this page needs.
CREATE INDEX idx_lesson_progress_failed ON lesson_progress (course_id, score, user_id, lesson_id) WHERE score < 45;
