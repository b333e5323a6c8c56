-- One lock in front of both rows, that of the learner: whoever has it is alone with them, and the order does not matter any more.
BEGIN;
SELECT FROM users WHERE id = :uuid_u FOR NO KEY UPDATE;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_first
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :first;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :at_second
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = :second;
COMMIT;
