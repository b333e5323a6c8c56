-- A level of isolation takes no lock away: as they come, the two still wait for each other, and the level adds failures of its own. The order of the rows is what helps.
-- has: serializable
-- says: a session fails: deadlock detected (SQLSTATE 40P01) (where they overlap)
-- says: a session fails: could not serialize access due to concurrent update (SQLSTATE 40001) (where they overlap)
-- says: not so: both rows have the seconds of both devices (where they overlap)
BEGIN ISOLATION LEVEL SERIALIZABLE;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_first
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :first;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_second
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :second;
COMMIT;
