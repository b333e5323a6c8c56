--@ value rows_of_a_real_uuid: the rows of Mina's id in joins
SELECT count(*) FROM lesson_progress
WHERE id = (SELECT id FROM lesson_progress WHERE user_id = :mina AND lesson_id = 'joins');
--@ index index_used: what is read to find an id
SELECT * FROM lesson_progress WHERE id = :nobody;
