-- Each row is written by a transaction of its own. Nobody waits in a circle, and when the program stops between the two, one lesson has the seconds and the other has not.
-- says: not so: both rows were written by one transaction (in every order)
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_first
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :first;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_second
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :second;
