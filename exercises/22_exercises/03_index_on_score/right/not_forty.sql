-- NOT of at least 40 is below 40, and the server knows it.
CREATE INDEX ON lesson_progress (course_id, score) INCLUDE (user_id, lesson_id) WHERE NOT (score >= 40)
