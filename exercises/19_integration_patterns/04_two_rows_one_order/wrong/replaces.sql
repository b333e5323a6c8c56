-- What is written here takes no account of the seconds that were there: add to time_spent_seconds.
-- has: set time_spent_seconds = case
-- says: not so: both rows have the seconds of both devices (in every order)
UPDATE lesson_progress SET time_spent_seconds = CASE lesson_id WHEN :first THEN :at_first ELSE :at_second END
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id IN (:first, :second);
