INSERT INTO answer (attempt_id, question_id, quiz_id, points)
SELECT a.id, s.id, q.id, :points
FROM quiz AS q
JOIN attempt AS a ON a.quiz_id = q.id AND a.user_id = :learner AND a.handed_in_at IS NULL
JOIN question AS s ON s.quiz_id = q.id AND s.place = :place
WHERE q.course_id = :course AND q.title = :title
ON CONFLICT (attempt_id, quiz_id, question_id) DO UPDATE SET points = EXCLUDED.points
