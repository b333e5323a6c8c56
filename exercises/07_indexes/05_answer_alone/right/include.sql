-- INCLUDE carries the score along without sorting by it.
CREATE INDEX course_lesson ON lesson_progress (course_id, lesson_id) INCLUDE (score);
