-- attempts is 1 now, where nobody has tried anything: to spend time in a lesson is no try.
-- has: attempts =
-- says: something else changes: another column of the row (in every order)
UPDATE lesson_progress
SET time_spent_seconds = time_spent_seconds + :seconds, attempts = greatest(attempts, 1)
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
