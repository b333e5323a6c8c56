-- A condition that holds for every row leaves none out: lesson_id is NOT NULL.
CREATE INDEX of_lesson ON lesson_progress (lesson_id, course_id) INCLUDE (score) WHERE lesson_id IS NOT NULL;
