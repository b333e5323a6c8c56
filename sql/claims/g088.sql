--@ do: nothing else on the course
DROP INDEX idx_lesson_progress_course_id;
--@ index rows_of_a_course: the rows of a course
SELECT * FROM lesson_progress WHERE course_id = :databases;
--@ index count_of_a_course: only their number
SELECT count(*) FROM lesson_progress WHERE course_id = :databases;
