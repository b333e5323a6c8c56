--@ value lesson_of_10_listed: the final project, which ten have completed
SELECT EXISTS (SELECT lesson_id FROM lesson_progress WHERE completed = true AND course_id = :algorithms
               AND lesson_id = 'final-project' GROUP BY lesson_id HAVING COUNT(*) > 10);
--@ do: an eleventh completes it
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, attempts, score)
SELECT id, :algorithms, 'final-project', true, now(), 1, 88 FROM users
WHERE id NOT IN (SELECT user_id FROM lesson_progress WHERE course_id = :algorithms) ORDER BY email LIMIT 1;
--@ value lesson_of_11_listed: and again
SELECT EXISTS (SELECT lesson_id FROM lesson_progress WHERE completed = true AND course_id = :algorithms
               AND lesson_id = 'final-project' GROUP BY lesson_id HAVING COUNT(*) > 10);
