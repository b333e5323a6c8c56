--@ do: Mina completes one lesson more, and the program writes one of the tables
UPDATE lesson_progress SET completed = true, completed_at = now()
WHERE user_id = :mina AND course_id = :web AND lesson_id = 'react-hooks';
--@ value analytics_count: completed lessons by the rows
SELECT count(*) FROM lesson_progress WHERE user_id = :mina AND course_id = :web AND completed;
--@ value dashboard_shows: completed lessons by the document
SELECT jsonb_array_length(completed_lessons) FROM course_progress WHERE user_id = :mina AND course_id = :web;
