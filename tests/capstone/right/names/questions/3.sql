SELECT s.place, count(r.learner_id) AS answers, round(avg(r.points), 1) AS average
FROM question AS s LEFT JOIN answer AS r USING (course_id, quiz, place)
WHERE s.course_id = :course AND s.quiz = :title
GROUP BY s.place
