-- date_lessons: when lessons were begun, last looked at and completed, where that is known from elsewhere
-- Only for who holds the lock of the learner's row of the course.
UPDATE lesson_progress AS p
SET first_started_at = d.began, last_accessed_at = d.last, completed_at = CASE WHEN p.completed THEN d.done END
FROM unnest(
  %(lessons)s::TEXT[], %(began)s::TIMESTAMPTZ[], %(last)s::TIMESTAMPTZ[], %(done)s::TIMESTAMPTZ[]
) AS d(lesson_id, began, last, done)
WHERE p.user_id = %(user_id)s AND p.course_id = %(course_id)s AND p.lesson_id = d.lesson_id
