-- Two keys, and one column carried along.
CREATE INDEX counts ON lesson_progress (course_id, lesson_id) INCLUDE (completed);
