--@ do: nothing else on the lesson
DROP INDEX idx_lesson_progress_lesson_id;
--@ pages pages_of_the_table: a lesson, without an index that has it
SELECT * FROM lesson_progress WHERE lesson_id = 'sql-1-lesson-5';
--@ do: an index on course and lesson
CREATE INDEX course_lesson ON lesson_progress (course_id, lesson_id);
--@ index b_alone: a lesson, without its course
SELECT * FROM lesson_progress WHERE lesson_id = 'sql-1-lesson-5';
--@ pages pages_by_it: its pages
SELECT * FROM lesson_progress WHERE lesson_id = 'sql-1-lesson-5';
