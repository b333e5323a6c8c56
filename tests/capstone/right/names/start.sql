-- The learner's row is locked first: who comes second waits, and then sees the open attempt.
BEGIN;
SELECT FROM users WHERE id = :learner FOR NO KEY UPDATE;
INSERT INTO attempt (learner_id, course_id, quiz, number)
SELECT :learner, :course, :title, 1 + count(*)
FROM attempt
WHERE learner_id = :learner AND course_id = :course AND quiz = :title
HAVING count(*) FILTER (WHERE handed_in_at IS NULL) = 0;
COMMIT
