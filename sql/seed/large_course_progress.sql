-- large_course_progress: the story once more, course by course: the JSONB copy of what lesson_progress says
-- It tells the story itself, and so can be told in a second session while the first one writes lesson_progress.
WITH story AS MATERIALIZED (
  SELECT user_id, course_id, lesson_id, completed, first_started_at, last_accessed_at FROM seeding.story
)
INSERT INTO course_progress (
  id, user_id, course_id, completed_lessons, progress_percentage, last_accessed_at, created_at, updated_at
)
SELECT seeding.uuid(1005, row_number() OVER began), user_id, course_id,
       coalesce(d.lessons, '[]'), coalesce(d.percentage, 0), seen_at, began_at, seen_at
FROM (
  SELECT user_id, course_id, min(first_started_at) AS began_at, max(last_accessed_at) AS seen_at
  FROM story
  GROUP BY user_id, course_id
) AS p
LEFT JOIN (
  SELECT user_id, course_id, jsonb_agg(lesson_id ORDER BY first_started_at) AS lessons, count(*) * 5 AS percentage
  FROM story
  WHERE completed
  GROUP BY user_id, course_id
) AS d USING (user_id, course_id)
WINDOW began AS (ORDER BY began_at, user_id, course_id)
ORDER BY began_at, user_id, course_id
