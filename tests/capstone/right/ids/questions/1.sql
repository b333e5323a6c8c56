SELECT q.title, (
  SELECT max(round(100.0 * r.got / (SELECT sum(points) FROM question WHERE quiz_id = q.id), 1))
  FROM attempt AS a, LATERAL (SELECT sum(points) AS got FROM answer WHERE attempt_id = a.id) AS r
  WHERE a.user_id = :learner AND a.quiz_id = q.id AND a.handed_in_at IS NOT NULL
) AS best
FROM quiz AS q
WHERE q.course_id = :course
