-- says: refused, but should be accepted: two learners of a course with one score, each in two lessons
-- says: many learners have one score, and one learner has it in two lessons.
CREATE UNIQUE INDEX idx_lesson_progress_failed
ON lesson_progress (course_id, user_id, score, last_accessed_at)
INCLUDE (lesson_id) WHERE score < 40;
