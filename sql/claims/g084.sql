--@ index taken: the query by lesson
SELECT * FROM lesson_progress WHERE lesson_id = 'sql-1-lesson-5';
--@ do: without its index
DROP INDEX idx_lesson_progress_lesson_id;
--@ index without_it: the same query then
SELECT * FROM lesson_progress WHERE lesson_id = 'sql-1-lesson-5';
