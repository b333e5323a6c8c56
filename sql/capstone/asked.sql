-- asked: whom and what the five questions are about: a learner whose first attempt is open, the busiest that there is
SELECT l.id AS learner, c.id AS course, q.title
FROM crowd_attempt AS a
JOIN crowd_learner AS l ON l.n = a.learner
JOIN crowd_quiz AS q ON q.n = a.quiz
JOIN crowd_course AS c ON c.n = q.course
WHERE a.handed_in IS NULL
ORDER BY a.number, count(*) OVER (PARTITION BY l.n) DESC, l.n, q.n
LIMIT 1
