-- With the condition in WHERE the course alone leads; the score is carried along, for the page shows it.
CREATE INDEX idx_lesson_progress_failed ON lesson_progress (course_id) INCLUDE (score, user_id, lesson_id) WHERE score < 40;
