--@ index user_and_course: by both columns
SELECT * FROM lesson_progress WHERE user_id = :mina AND course_id = :databases;
--@ index user_alone: by the first one
SELECT * FROM lesson_progress WHERE user_id = :mina;
