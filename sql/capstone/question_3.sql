-- question_3: each question of a quiz by its place: how often it was answered, and the average of the points
SELECT s.place, count(r.n) AS answers, round(avg(r.points), 1) AS average
FROM crowd_quiz AS q
JOIN crowd_course AS c ON c.n = q.course AND c.id = :course
JOIN crowd_question AS s ON s.quiz = q.n
LEFT JOIN crowd_answer AS r ON r.question = s.n
WHERE q.title = :title
GROUP BY s.n, s.place
