-- Who opened lessons and has no score is among your learners.
-- says: missing rows
SELECT c.id, count(DISTINCT user_id), count(score), coalesce(sum(attempts), 0), round(avg(score), 1)
FROM courses AS c LEFT JOIN lesson_progress ON course_id = c.id GROUP BY c.id
