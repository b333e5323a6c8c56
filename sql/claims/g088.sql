--@ do: each plan in one process, each scan from the first page, and nothing else on the course
SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL synchronize_seqscans = off;
DROP INDEX idx_lesson_progress_course_id;
--@ index rows_of_a_course: the rows of a course
SELECT * FROM lesson_progress WHERE course_id = :databases;
--@ index count_of_a_course: only their number
SELECT count(*) FROM lesson_progress WHERE course_id = :databases;
