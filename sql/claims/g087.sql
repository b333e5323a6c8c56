--@ do: each plan in one process
SET LOCAL max_parallel_workers_per_gather = 0;
--@ index user_and_course: by both columns
SELECT * FROM lesson_progress WHERE user_id = :mina AND course_id = :databases;
--@ index user_alone: by the first one
SELECT * FROM lesson_progress WHERE user_id = :mina;
