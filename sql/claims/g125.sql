--@ value hardest: the first of the list
SELECT lesson_id FROM lesson_progress WHERE completed = true AND course_id = :algorithms
GROUP BY lesson_id HAVING COUNT(*) > 10 ORDER BY AVG(attempts) DESC LIMIT 10;
