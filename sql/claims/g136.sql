--@ value called_attempts: the last column, for joins
SELECT COUNT(*) AS attempts FROM lesson_progress WHERE score IS NOT NULL
GROUP BY lesson_id HAVING lesson_id = 'joins';
--@ value learners: the people in it
SELECT count(DISTINCT user_id) FROM lesson_progress WHERE score IS NOT NULL AND lesson_id = 'joins';
--@ value tries_made: and what the column of that name adds up to
SELECT SUM(attempts) FROM lesson_progress WHERE score IS NOT NULL AND lesson_id = 'joins';
