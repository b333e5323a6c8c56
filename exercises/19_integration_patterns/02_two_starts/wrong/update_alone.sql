-- There is no row yet, and UPDATE 0 is no error.
-- says: not so: there is one row for the lesson (in every order)
-- says: not so: the row has the seconds of all (in every order)
-- says: not so: last_accessed_at is that of the last device (in every order)
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds, last_accessed_at = now()
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins'
