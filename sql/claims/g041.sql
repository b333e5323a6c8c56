--@ do: a learner who opened one lesson of Databases and left
CREATE TABLE left_early AS
SELECT user_id FROM lesson_progress WHERE course_id = :databases
GROUP BY user_id HAVING count(*) = 1 AND NOT bool_and(completed) LIMIT 1;
--@ value lessons_of_the_course: how many there are
SELECT lesson_count FROM courses WHERE id = :databases;
--@ value counted_as_incomplete: how many completed = false counts
SELECT count(*) FROM lesson_progress JOIN left_early USING (user_id)
WHERE course_id = :databases AND completed = false;
