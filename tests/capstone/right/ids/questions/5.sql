SELECT a.user_id AS learner, q.title, a.number, a.handed_in_at AS handed_in
FROM quiz AS q, LATERAL (
  SELECT * FROM attempt WHERE quiz_id = q.id AND handed_in_at IS NOT NULL ORDER BY handed_in_at DESC LIMIT 20
) AS a
WHERE q.course_id = :course
ORDER BY a.handed_in_at DESC, a.user_id, q.title
LIMIT 20
