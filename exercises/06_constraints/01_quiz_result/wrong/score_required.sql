-- A try that is not marked yet has no score: NOT NULL refuses it.
-- says: refused, but should be accepted: a try that is not marked yet
-- says: refused, but should be accepted: two tries that are not marked yet
-- says: refused for another reason: a try with a number below 0
-- says: not so: a score that is left out is not known
-- says: refused for another reason: the same try twice, not marked
CREATE TABLE quiz_result (
  user_id UUID, lesson_id TEXT, attempt INTEGER CHECK (attempt >= 1),
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
  PRIMARY KEY (user_id, lesson_id, attempt)
)
