--@ index taken: the query by course
SELECT * FROM lesson_progress WHERE course_id = :databases;
--@ do: without its index
DROP INDEX idx_lesson_progress_course_id;
--@ index without_it: the same query then
SELECT * FROM lesson_progress WHERE course_id = :databases;
