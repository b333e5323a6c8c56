-- Your key leaves the number of the try out: a learner has one row for a lesson, and no second try.
-- says: refused, but should be accepted: a second try, and a third
-- says: refused, but should be accepted: two tries that are not marked yet
-- says: refused, but should be accepted: two tries with the same score
CREATE TABLE quiz_result (
  user_id UUID, lesson_id TEXT, attempt INTEGER NOT NULL CHECK (attempt >= 1),
  score INTEGER CHECK (score BETWEEN 0 AND 100),
  PRIMARY KEY (user_id, lesson_id)
)
