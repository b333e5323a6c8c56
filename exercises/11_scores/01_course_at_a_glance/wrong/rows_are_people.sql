-- A row is a learner in one lesson. In a course a learner has several; count(DISTINCT …) counts people.
-- says: missing rows
SELECT c.id, count(score), count(score), coalesce(sum(attempts), 0), round(avg(score), 1)
FROM courses AS c LEFT JOIN lesson_progress ON course_id = c.id GROUP BY c.id
