WITH best AS (
  SELECT a.learner_id, a.number, sum(r.points) AS points
  FROM attempt AS a
  LEFT JOIN answer AS r USING (learner_id, course_id, quiz, number)
  WHERE a.course_id = :course AND a.quiz = :title AND a.handed_in_at IS NOT NULL
  GROUP BY a.learner_id, a.number
)
SELECT count(DISTINCT learner_id) AS tried,
       count(DISTINCT learner_id) FILTER (WHERE 100.0 * best.points >= q.pass_mark * w.points) AS passed
FROM best, quiz AS q,
     (SELECT sum(worth) AS points FROM question WHERE course_id = :course AND quiz = :title) AS w
WHERE q.course_id = :course AND q.title = :title
