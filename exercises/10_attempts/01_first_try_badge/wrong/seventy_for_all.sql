-- 70 stands in your query, but each course has a mark of its own: passing_score.
-- says: rows
SELECT user_id, course_id, lesson_id FROM lesson_progress WHERE completed AND attempts = 1 AND score >= 70
