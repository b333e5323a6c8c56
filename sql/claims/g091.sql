--@ index with_all_six: a learner and a lesson
SELECT * FROM lesson_progress WHERE user_id = :mina AND lesson_id = 'sql-1-lesson-5';
--@ index all_three_columns: with the course too
SELECT * FROM lesson_progress
WHERE user_id = :mina AND course_id = :databases AND lesson_id = 'sql-1-lesson-5';
--@ do: without the guide's two indexes on the learner
DROP INDEX idx_lesson_progress_user_course, idx_lesson_progress_user_id;
--@ index without_the_user_indexes: the first question then
SELECT * FROM lesson_progress WHERE user_id = :mina AND lesson_id = 'sql-1-lesson-5';
