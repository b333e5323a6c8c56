SELECT course_id AS course, quiz AS title, number, begun_at AS started
FROM attempt WHERE learner_id = :learner AND handed_in_at IS NULL
ORDER BY begun_at DESC, quiz
