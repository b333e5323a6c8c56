WITH whole AS (
  SELECT quiz, sum(worth) AS points FROM question WHERE course_id = :course GROUP BY quiz
), got AS (
  SELECT r.quiz, r.number, sum(r.points) AS points
  FROM answer AS r JOIN attempt AS a USING (learner_id, course_id, quiz, number)
  WHERE r.learner_id = :learner AND r.course_id = :course AND a.handed_in_at IS NOT NULL
  GROUP BY r.quiz, r.number
)
SELECT q.title, round(max(100.0 * got.points / whole.points), 1) AS best
FROM quiz AS q
LEFT JOIN whole ON whole.quiz = q.title
LEFT JOIN got ON got.quiz = q.title
WHERE q.course_id = :course
GROUP BY q.title
