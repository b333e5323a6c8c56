--@ value rows_changed: 30 seconds of Ada in a lesson, by user and lesson
WITH changed AS (UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30
                 WHERE user_id = :ada AND lesson_id = 'introduction' RETURNING 30 AS added)
SELECT count(*) FROM changed;
--@ value seconds_recorded: what that adds up to
WITH changed AS (UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30
                 WHERE user_id = :ada AND lesson_id = 'introduction' RETURNING 30 AS added)
SELECT sum(added) FROM changed;
