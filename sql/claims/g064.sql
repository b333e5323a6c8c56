--@ value index: the index that it has
SELECT indexname FROM pg_indexes WHERE tablename = 'lesson_progress' AND indexname = 'lesson_progress_pkey';
--@ sqlstate second_row_of_that_id: a row with an id that is there
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id)
SELECT id, :mina, :photo, 'exposure' FROM lesson_progress WHERE user_id = :mina AND lesson_id = 'joins';
--@ sqlstate null_id: NULL as the key
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id) VALUES (NULL, :mina, :photo, 'exposure');
