--@ index taken: with the six indexes as the guide makes them
SELECT * FROM lesson_progress WHERE user_id = :mina;
--@ do: without the one on both columns
DROP INDEX idx_lesson_progress_user_course;
--@ index taken_without_the_other: the same query then
SELECT * FROM lesson_progress WHERE user_id = :mina;
