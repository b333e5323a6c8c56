-- A try that is not marked yet has no score: NOT NULL refuses it.
-- says: a try that is not marked yet
-- says: the first try of another learner
-- says: another lesson
-- says: refused for another reason: try number 0
CREATE TABLE quiz_result (
  user_id UUID, lesson_id TEXT, attempt INTEGER CHECK (attempt >= 1),
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
  PRIMARY KEY (user_id, lesson_id, attempt)
)
