--@ index index: the query with ids that exist
SELECT * FROM lesson_progress WHERE user_id = :mina AND course_id = :databases;
