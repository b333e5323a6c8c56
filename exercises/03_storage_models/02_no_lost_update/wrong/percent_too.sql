-- The percentage is written too. Nobody asked for it: it is another column than the question names.
-- says: something else changes: another column of the document (in every order)
UPDATE course_progress SET completed_lessons = completed_lessons || to_jsonb(:lesson::text), progress_percentage = 100 WHERE user_id = :uuid_u AND course_id = :uuid_c;
