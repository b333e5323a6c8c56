-- The report is counted twice by each device.
-- has: ; update lesson_progress set time_spent_seconds = time_spent_seconds + :seconds
-- says: not so: the row has the seconds of both, and those from before (in every order)
-- says: not so: the row of the other course has what was reported of it later (in every order)
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
