-- says: SQLSTATE 0A000
CREATE INDEX by_hash ON lesson_progress USING hash (course_id, lesson_id, score);
