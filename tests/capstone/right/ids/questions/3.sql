SELECT s.place, count(r.question_id) AS answers, round(avg(r.points), 1) AS average
FROM quiz AS q
JOIN question AS s ON s.quiz_id = q.id
LEFT JOIN answer AS r ON r.question_id = s.id
WHERE q.course_id = :course AND q.title = :title
GROUP BY s.id
