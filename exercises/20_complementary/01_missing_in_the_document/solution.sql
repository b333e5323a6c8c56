-- NOT EXISTS is true where the document lacks the word, and where there is no document.
SELECT lp.user_id, lp.course_id, lp.lesson_id
FROM lesson_progress AS lp
WHERE lp.completed AND NOT EXISTS (
  SELECT FROM course_progress AS cp
  WHERE cp.user_id = lp.user_id AND cp.course_id = lp.course_id AND cp.completed_lessons ? lp.lesson_id
);
