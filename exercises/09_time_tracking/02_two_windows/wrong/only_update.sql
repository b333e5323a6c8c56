-- An UPDATE of a row that is not there changes nothing, and says so to nobody.
-- says: not so: the lesson has a row (in every order)
-- says: not so: the seconds of all are there (in every order)
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins'
