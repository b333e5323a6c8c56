SELECT learner, title, number, handed_in
FROM (
  SELECT a.user_id AS learner, q.title, a.number, a.handed_in_at AS handed_in
  FROM quiz AS q JOIN attempt AS a ON a.quiz_id = q.id
  WHERE q.course_id = :course AND a.handed_in_at IS NOT NULL
  ORDER BY a.started_at DESC
  LIMIT 20
) AS last_begun
ORDER BY handed_in DESC, learner, title
