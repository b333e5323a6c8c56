-- Your key leaves the lesson out: a learner could try only one.
-- says: refused, but should be accepted: another lesson
-- says: refused, but should be accepted: a lesson whose name has a capital
CREATE TABLE quiz_result (
  user_id UUID, lesson_id TEXT NOT NULL, attempt INTEGER CHECK (attempt >= 1),
  score INTEGER CHECK (score BETWEEN 0 AND 100),
  PRIMARY KEY (user_id, attempt)
)
