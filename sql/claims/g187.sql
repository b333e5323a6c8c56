--@ sqlstate as_printed: the query, as the driver sends it without values
SELECT * FROM lesson_progress WHERE user_id = $1 AND lesson_id = $2;
--@ accepted: the same with values
SELECT * FROM lesson_progress WHERE user_id = :mina AND lesson_id = 'joins';
