-- A condition that holds for every row leaves none out: course_id is NOT NULL.
CREATE INDEX list ON lesson_progress (course_id, score DESC, id DESC) INCLUDE (user_id) WHERE course_id IS NOT NULL;
