-- says: something else changes: another row (in every order)
-- says: A row of another lesson, course or learner has changed, or a row was made or deleted.
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + CASE lesson_id WHEN :first THEN :at_first ELSE :at_second END
WHERE user_id = :uuid_u AND course_id = :uuid_c;
