-- A learner may try again before the first try is marked. Your key on the rows without a score lets one of them in.
-- has: where score is null
-- says: refused, but should be accepted: two tries that are not marked yet
CREATE TABLE quiz_result (
  user_id UUID, lesson_id TEXT, attempt INTEGER CHECK (attempt >= 1), score INTEGER CHECK (score BETWEEN 0 AND 100),
  PRIMARY KEY (user_id, lesson_id, attempt)
);
CREATE UNIQUE INDEX ON quiz_result (user_id, lesson_id) WHERE score IS NULL;
