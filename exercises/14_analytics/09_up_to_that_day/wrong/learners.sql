-- A learner who completed two lessons on a day counts once here. Lessons are counted, not learners.
-- says: missing rows
-- says: extra rows
SELECT course_id, (completed_at AT TIME ZONE 'UTC')::date AS day, count(DISTINCT user_id),
       sum(count(DISTINCT user_id)) OVER (PARTITION BY course_id ORDER BY (completed_at AT TIME ZONE 'UTC')::date)
FROM lesson_progress WHERE completed GROUP BY 1, 2
