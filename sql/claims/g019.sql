--@ do: the same times once as a list
CREATE TABLE diary AS
SELECT lesson_id, jsonb_agg(time_spent_seconds) AS visits FROM lesson_progress GROUP BY lesson_id;
--@ sqlstate filter: a single value compared
SELECT lesson_id FROM lesson_progress WHERE time_spent_seconds > 300;
--@ sqlstate average: single values averaged
SELECT avg(time_spent_seconds) FROM lesson_progress;
--@ sqlstate filter_on_a_list: a list compared
SELECT lesson_id FROM diary WHERE visits > 300;
--@ sqlstate average_of_lists: lists averaged
SELECT avg(visits) FROM diary;
