--@ sqlstate without_values: as a statement by itself
UPDATE lesson_progress SET attempts = attempts + 1 WHERE user_id = $1 AND lesson_id = $2;
--@ value rows_changed: prepared, for somebody who has the lesson in two courses
CREATE TABLE earlier AS SELECT id, attempts FROM lesson_progress;
PREPARE add_attempt AS
UPDATE lesson_progress SET attempts = attempts + 1 WHERE user_id = $1 AND lesson_id = $2;
DO $$
BEGIN
  EXECUTE format('EXECUTE add_attempt (%L, %L)', (
    SELECT user_id FROM lesson_progress WHERE lesson_id = 'functions'
    GROUP BY user_id HAVING count(*) = 2 ORDER BY user_id LIMIT 1), 'functions');
END $$;
SELECT count(*) FROM lesson_progress AS p JOIN earlier AS e USING (id) WHERE p.attempts = e.attempts + 1;
