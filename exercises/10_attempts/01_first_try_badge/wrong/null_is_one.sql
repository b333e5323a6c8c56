-- NULL is a number that nobody has counted. COALESCE makes it one, and gives a badge for it.
-- says: extra rows
SELECT user_id, course_id, lesson_id FROM lesson_progress JOIN courses ON courses.id = course_id
WHERE completed AND coalesce(attempts, 1) = 1 AND score >= passing_score
