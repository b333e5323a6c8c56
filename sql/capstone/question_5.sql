-- question_5: the twenty attempts at quizzes of a course that were handed in last
SELECT l.id AS learner, q.title, a.number, a.handed_in
FROM crowd_attempt AS a
JOIN crowd_learner AS l ON l.n = a.learner
JOIN crowd_quiz AS q ON q.n = a.quiz
JOIN crowd_course AS c ON c.n = q.course AND c.id = :course
WHERE a.handed_in IS NOT NULL
ORDER BY a.handed_in DESC, l.id, q.title
LIMIT 20
