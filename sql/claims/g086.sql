--@ index taken: the lessons of a learner in a course
SELECT * FROM lesson_progress WHERE user_id = :mina AND course_id = :databases;
--@ pages pages_with: their pages
SELECT * FROM lesson_progress WHERE user_id = :mina AND course_id = :databases;
--@ do: without the guide's two indexes on the learner
DROP INDEX idx_lesson_progress_user_course, idx_lesson_progress_user_id;
--@ index taken_instead: the same question then
SELECT * FROM lesson_progress WHERE user_id = :mina AND course_id = :databases;
--@ pages pages_without: and the pages then
SELECT * FROM lesson_progress WHERE user_id = :mina AND course_id = :databases;
