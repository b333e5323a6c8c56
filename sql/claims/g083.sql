--@ do: each plan in one process, each scan from the first page
SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL synchronize_seqscans = off;
--@ index taken: the query by course
SELECT * FROM lesson_progress WHERE course_id = :databases;
--@ do: without its index
DROP INDEX idx_lesson_progress_course_id;
--@ index without_it: the same query then
SELECT * FROM lesson_progress WHERE course_id = :databases;
