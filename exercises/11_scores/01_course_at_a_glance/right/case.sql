-- CASE without ELSE is NULL: a person without a score is not counted.
SELECT c.id, count(DISTINCT CASE WHEN score >= 0 THEN user_id END), count(score), sum(coalesce(attempts, 0)), round(avg(score), 1)
FROM lesson_progress RIGHT JOIN courses AS c ON c.id = course_id
GROUP BY c.id
