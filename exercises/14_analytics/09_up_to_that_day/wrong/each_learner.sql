-- With the learner in GROUP BY or PARTITION BY it is a curve for each of them. One curve a course is wanted.
-- says: missing rows
-- says: extra rows
SELECT course_id, (completed_at AT TIME ZONE 'UTC')::date AS day, count(*),
       sum(count(*)) OVER (PARTITION BY course_id, user_id ORDER BY (completed_at AT TIME ZONE 'UTC')::date)
FROM lesson_progress WHERE completed GROUP BY course_id, user_id, 2
