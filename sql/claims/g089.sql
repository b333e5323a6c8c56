--@ do: each plan in one process, each scan from the first page, and nothing else on the lesson
SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL synchronize_seqscans = off;
DROP INDEX idx_lesson_progress_lesson_id;
--@ pages pages_of_the_table: a lesson, without an index that has it
SELECT * FROM lesson_progress WHERE lesson_id = 'sql-1-lesson-5';
--@ do: an index on course and lesson
CREATE INDEX course_lesson ON lesson_progress (course_id, lesson_id);
--@ index b_alone: a lesson, without its course
SELECT * FROM lesson_progress WHERE lesson_id = 'sql-1-lesson-5';
--@ pages pages_by_it: its pages
SELECT * FROM lesson_progress WHERE lesson_id = 'sql-1-lesson-5';
