-- summarise_course: write into the learner's row of the course what the rows of its lessons say
-- Only for who holds the row's lock: a list that was read before the lock is the list of a moment ago.
-- The course's order: as far as the caller knows it (outline), then as the lessons were begun.
UPDATE course_progress AS p
SET completed_lessons = s.lessons,
    progress_percentage = least(100, round(100.0 * jsonb_array_length(s.lessons) / c.lesson_count)),
    last_accessed_at = coalesce(s.last_accessed_at, p.last_accessed_at),
    updated_at = statement_timestamp()
FROM courses AS c, (
  SELECT coalesce(
           jsonb_agg(lesson_id ORDER BY array_position(%(outline)s::TEXT[], lesson_id::TEXT), first_started_at, lesson_id)
             FILTER (WHERE completed),
           '[]') AS lessons,
         max(last_accessed_at) AS last_accessed_at
  FROM lesson_progress
  WHERE user_id = %(user_id)s AND course_id = %(course_id)s
) AS s
WHERE p.user_id = %(user_id)s AND p.course_id = %(course_id)s AND c.id = p.course_id
