-- question_4: the attempts that a learner has open, the latest first
SELECT c.id AS course, q.title, a.number, a.started
FROM crowd_attempt AS a
JOIN crowd_learner AS l ON l.n = a.learner AND l.id = :learner
JOIN crowd_quiz AS q ON q.n = a.quiz
JOIN crowd_course AS c ON c.n = q.course
WHERE a.handed_in IS NULL
ORDER BY a.started DESC, q.title
