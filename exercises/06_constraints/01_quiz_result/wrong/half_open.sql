-- The edges belong to the rule: 0 and 100 are scores.
-- says: refused, but should be accepted: a score of 0, and one of 100
CREATE TABLE quiz_result (
  user_id UUID, lesson_id TEXT, attempt INTEGER CHECK (attempt >= 1),
  score INTEGER CHECK (score > 0 AND score < 100),
  PRIMARY KEY (user_id, lesson_id, attempt)
)
