SELECT a.learner_id AS learner, a.quiz AS title, a.number, a.handed_in_at AS handed_in
FROM quiz AS q CROSS JOIN LATERAL (
  SELECT * FROM attempt WHERE course_id = q.course_id AND quiz = q.title AND handed_in_at IS NOT NULL
  ORDER BY handed_in_at DESC LIMIT 20
) AS a
WHERE q.course_id = :course
ORDER BY a.handed_in_at DESC, a.learner_id, a.quiz
LIMIT 20
