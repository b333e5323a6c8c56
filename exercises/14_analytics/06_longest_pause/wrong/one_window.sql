-- One window for all: the lesson before was begun by somebody else. PARTITION BY gives each learner a window.
-- says: missing rows
SELECT user_id, round(max(extract(epoch FROM pause)) / 86400, 2)
FROM (SELECT user_id, first_started_at - lag(first_started_at) OVER (ORDER BY first_started_at) AS pause FROM lesson_progress) AS paused
GROUP BY user_id HAVING max(pause) IS NOT NULL
