-- Your key leaves the number of the try out: a learner has one row for a lesson, and no second try.
-- says: refused, but should be accepted: a second try
CREATE TABLE quiz_result (
  user_id UUID, lesson_id TEXT, attempt INTEGER NOT NULL CHECK (attempt >= 1),
  score INTEGER CHECK (score BETWEEN 0 AND 100),
  PRIMARY KEY (user_id, lesson_id)
)
