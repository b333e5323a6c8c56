-- says: something else changes: the index idx_lesson_progress_course_id of lesson_progress is gone
-- says: not so: one index more than before
-- says: was there before, and nothing in the question asks for it to go.
DROP INDEX idx_lesson_progress_course_id; CREATE INDEX b ON lesson_progress (course_id, lesson_id, completed);
