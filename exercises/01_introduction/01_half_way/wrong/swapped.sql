-- The columns stand in another order: the learner first, then the course.
-- says: missing rows
-- says: extra rows
SELECT course_id, user_id, progress_percentage FROM course_progress WHERE progress_percentage >= 50
