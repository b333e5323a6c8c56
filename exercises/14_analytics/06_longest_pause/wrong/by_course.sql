-- A window for each course: who went from one course to another has no pause between them here.
-- says: missing rows
SELECT user_id, round(max(extract(epoch FROM pause)) / 86400, 2)
FROM (SELECT user_id, first_started_at - lag(first_started_at) OVER (PARTITION BY user_id, course_id ORDER BY first_started_at) AS pause
      FROM lesson_progress) AS paused
GROUP BY user_id HAVING max(pause) IS NOT NULL
