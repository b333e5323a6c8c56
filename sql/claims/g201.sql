--@ sqlstate query: the ids of the lessons that she completed
SELECT lesson_id FROM lesson_progress WHERE user_id = :mina AND course_id = :web AND completed = true;
--@ true: it finds some
SELECT count(*) > 0 FROM lesson_progress WHERE user_id = :mina AND course_id = :web AND completed = true;
