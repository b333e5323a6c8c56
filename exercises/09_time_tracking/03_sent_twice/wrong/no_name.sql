-- Nobody notes the name, so the second message cannot be told from a new one.
-- says: not so: 30 seconds more are there (in every order)
-- says: not so: the name is noted once (in every order)
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins'
