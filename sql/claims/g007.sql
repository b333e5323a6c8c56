--@ do: two learners open two lessons each
INSERT INTO lesson_progress (user_id, course_id, lesson_id)
VALUES (:mina, :photo, 'exposure'), (:mina, :photo, 'light'), (:jack, :photo, 'exposure'), (:jack, :photo, 'light');
--@ value pairs_accepted: pairs in the table
SELECT count(*) FROM lesson_progress WHERE user_id IN (:mina, :jack) AND course_id = :photo;
--@ steps foreign_keys_on: the columns that refer to another table
SELECT a.attname FROM pg_constraint AS k
JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
WHERE k.conrelid = 'lesson_progress'::regclass AND k.contype = 'f' ORDER BY a.attname;
