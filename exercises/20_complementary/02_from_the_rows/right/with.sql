-- First what the rows say, then what it means for each document; only documents that differ are written.
WITH done AS (
  SELECT user_id, course_id, jsonb_agg(lesson_id ORDER BY lesson_id) AS lessons, count(*) AS n
  FROM lesson_progress WHERE completed GROUP BY 1, 2
), wanted AS (
  SELECT cp.id, coalesce(lessons, '[]') AS lessons, least(100, round(coalesce(n, 0) * 100.0 / lesson_count))::int AS percentage
  FROM course_progress AS cp LEFT JOIN done USING (user_id, course_id) JOIN courses AS c ON c.id = course_id
)
UPDATE course_progress AS cp SET completed_lessons = lessons, progress_percentage = percentage
FROM wanted WHERE wanted.id = cp.id
AND (cp.completed_lessons, cp.progress_percentage) IS DISTINCT FROM (lessons, percentage);
