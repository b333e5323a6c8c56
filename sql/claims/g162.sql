--@ do: a lesson of one name in two courses, one try in the first, nine in the other, twenty learners
CREATE TEMP TABLE lesson_progress (LIKE lesson_progress INCLUDING DEFAULTS);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, attempts)
SELECT u.id, c.id, 'introduction', true, CASE c.id WHEN :databases THEN 1 ELSE 9 END
FROM (SELECT id FROM users ORDER BY id LIMIT 20) AS u, courses AS c WHERE c.id IN (:databases, :python);
--@ value shown: tries, as the query has them
SELECT avg(attempts) FROM lesson_progress WHERE completed = true
GROUP BY lesson_id HAVING count(*) > 10 ORDER BY avg(attempts) DESC LIMIT 10;
--@ value users_shown: users, as it has them
SELECT count(*) FROM lesson_progress WHERE completed = true
GROUP BY lesson_id HAVING count(*) > 10 ORDER BY avg(attempts) DESC LIMIT 10;
--@ value learners: people who were there
SELECT count(DISTINCT user_id) FROM lesson_progress;
--@ steps real: tries in each of the courses
SELECT avg(attempts) FROM lesson_progress GROUP BY course_id, lesson_id ORDER BY 1;
