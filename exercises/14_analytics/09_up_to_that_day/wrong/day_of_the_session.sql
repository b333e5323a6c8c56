-- `completed_at::date` is the day where the session is. This one is in Tokyo, whose day begins nine hours before that of UTC.
-- says: missing rows
-- says: extra rows
SELECT course_id, completed_at::date AS day, count(*) AS completed,
       sum(count(*)) OVER (PARTITION BY course_id ORDER BY completed_at::date) AS so_far
FROM lesson_progress WHERE completed GROUP BY course_id, completed_at::date
