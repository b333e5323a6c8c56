SELECT q.course_id AS course, q.title, a.number, a.started_at AS started
FROM attempt AS a
JOIN quiz AS q ON q.id = a.quiz_id
WHERE a.user_id = :learner AND a.handed_in_at IS NULL
ORDER BY a.started_at DESC, q.title
