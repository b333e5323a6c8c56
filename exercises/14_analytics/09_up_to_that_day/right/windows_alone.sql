-- Two windows and no group: rows of one day are equals in the order, so each sees all of its day. DISTINCT leaves one of them.
SELECT DISTINCT course_id, day, count(*) OVER (PARTITION BY course_id, day), count(*) OVER (PARTITION BY course_id ORDER BY day)
FROM (SELECT course_id, (completed_at AT TIME ZONE 'UTC')::date AS day FROM lesson_progress WHERE completed) AS done
