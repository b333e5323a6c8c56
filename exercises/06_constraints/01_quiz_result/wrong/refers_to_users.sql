-- says: refused, but should be accepted: a first try with 80
-- says: refused, but should be accepted: a score of 0, and one of 100
-- says: refused, but should be accepted: any score between
-- says: refused, but should be accepted: a second try, and a third
-- says: refused, but should be accepted: a try that is not marked yet
-- says: refused, but should be accepted: the first try of another learner
-- says: refused, but should be accepted: another lesson
-- says: refused, but should be accepted: a lesson with a long name
-- says: refused, but should be accepted: two tries with the same score
-- says: not so: a score that is left out is not known
-- says: refused, but should be accepted: a learner that no other table knows
-- says: An ordinary row is refused: the message says by what.
CREATE TABLE quiz_result (user_id UUID NOT NULL REFERENCES users, lesson_id TEXT NOT NULL, attempt INTEGER NOT NULL CHECK (attempt >= 1),
 score INTEGER CHECK (score BETWEEN 0 AND 100), UNIQUE (user_id, lesson_id, attempt));
