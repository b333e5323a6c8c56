-- The order is one for both, and the names are typed: on one of the devices `:at_first` belongs to the other lesson.
-- has: lesson_id = 'joins'
-- says: not so: both rows have the seconds of both devices (in every order)
BEGIN;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_first
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_second
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'select';
COMMIT;
