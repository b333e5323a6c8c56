-- Who is second finds the number, or the open attempt, taken, and does nothing.
INSERT INTO attempt (user_id, quiz_id, number)
SELECT :learner, q.id, coalesce((SELECT max(number) FROM attempt WHERE user_id = :learner AND quiz_id = q.id), 0) + 1
FROM quiz AS q
WHERE q.course_id = :course AND q.title = :title
ON CONFLICT DO NOTHING
