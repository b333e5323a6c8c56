-- CASE without ELSE is NULL, and avg leaves NULL out: an old way to write FILTER.
SELECT course_id, lesson_id, round(avg(CASE WHEN completed THEN attempts END), 1), round(avg(attempts), 1),
       round(100 * avg(CASE WHEN completed THEN 0 ELSE 1 END), 1)
FROM lesson_progress
GROUP BY course_id, lesson_id
HAVING NOT count(user_id) < 3
