--@ do: none of the three
DROP INDEX idx_lesson_progress_user_id, idx_lesson_progress_course_id, idx_lesson_progress_user_course;
--@ index user_by: a learner
SELECT * FROM lesson_progress WHERE user_id = :mina;
--@ index user_and_course_by: a learner in a course
SELECT * FROM lesson_progress WHERE user_id = :mina AND course_id = :databases;
--@ index course_by: a course
SELECT * FROM lesson_progress WHERE course_id = :databases;
