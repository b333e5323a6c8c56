-- The mark is looked up for each row.
SELECT user_id, course_id, lesson_id FROM lesson_progress AS lp
WHERE completed AND attempts = 1
  AND score >= (SELECT passing_score FROM courses WHERE id = lp.course_id)
