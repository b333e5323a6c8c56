-- Without ON CONFLICT: an UPDATE in WITH, and an INSERT of what has no row. Both see the rows as they were before.
WITH done AS (
  SELECT user_id, course_id, lesson AS lesson_id, last_accessed_at AS at
  FROM course_progress CROSS JOIN LATERAL jsonb_array_elements_text(completed_lessons) AS lesson
), finished AS (
  UPDATE lesson_progress AS lp SET completed = true, completed_at = done.at FROM done
  WHERE (lp.user_id, lp.course_id, lp.lesson_id) = (done.user_id, done.course_id, done.lesson_id) AND NOT lp.completed
)
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, first_started_at, last_accessed_at, completed_at)
SELECT user_id, course_id, lesson_id, true, at, at, at FROM done
WHERE NOT EXISTS (
  SELECT FROM lesson_progress AS lp
  WHERE (lp.user_id, lp.course_id, lp.lesson_id) = (done.user_id, done.course_id, done.lesson_id)
);
