-- That another learner's document lists the lesson says nothing about this one's. The key is learner and course.
-- says: missing rows
SELECT lp.user_id, lp.course_id, lp.lesson_id
FROM lesson_progress AS lp
WHERE lp.completed AND NOT EXISTS (
  SELECT FROM course_progress AS cp WHERE cp.course_id = lp.course_id AND cp.completed_lessons ? lp.lesson_id
)
