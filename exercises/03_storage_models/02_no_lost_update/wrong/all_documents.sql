-- WHERE is not there, or leaves the learner or the course out: the lesson is appended to other documents too.
-- says: something else changes: another document (in every order)
UPDATE course_progress SET completed_lessons = completed_lessons || to_jsonb(:lesson::text);
